/**
 * The cards: json-e templates in flex-messages/, filled with data. What people wrote goes in as values and is never read
 * as JSON or as a template. flex-messages/README.md says how a card is written and what each takes.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { messagingApi } from '@line/bot-sdk'
import jsone from 'json-e'
import { SetupError } from '../errors.ts'
import { actionOf, type CardButton } from './card-actions.ts'
import { fillBySample } from './card-data.ts'
import { tidy } from './card-tidy.ts'
import { problemsOf } from './limits.ts'

const FOLDER = fileURLToPath(new URL('../../flex-messages/', import.meta.url))
const SAMPLE = '.sample.json'
/** Not a card: what stands around every card. */
const ENVELOPE = 'message'

interface Card {
  readonly template: Record<string, unknown>
  readonly sample: unknown
}

let loaded: ReadonlyMap<string, Card> | undefined

/**
 * @param card the name of a file in flex-messages/, without .json
 * @param data as in the card's sample; every field may be left out
 * @throws Error when there is no such card, or the data has a field that the sample has not
 */
export function renderCard(card: string, data: Readonly<Record<string, unknown>>): messagingApi.FlexContainer {
  const { template, sample } = cardNamed(card)
  const filled = fillBySample(sample, data, card) as Record<string, unknown>
  return tidy(jsone(template, { ...filled, action: toAction })) as messagingApi.FlexContainer
}

/** The message object around a card. */
export function wrapCard(altText: string, contents: messagingApi.FlexContainer): messagingApi.FlexMessage {
  return jsone(cardNamed(ENVELOPE).template, { altText, contents })
}

/** The names of all cards. */
export function cardNames(): string[] {
  return [...cards().keys()].filter((name) => name !== ENVELOPE)
}

/** Data for a card, for tests and previews. */
export function sampleOf(card: string): Readonly<Record<string, unknown>> {
  return cardNamed(card).sample as Record<string, unknown>
}

/**
 * Renders every card with its sample.
 * @throws SetupError naming each card that cannot be read, or that LINE would refuse
 */
export function checkCards(): void {
  const problems = cardNames().flatMap(problemsOfCard)
  if (problems.length > 0) throw new SetupError(problems)
}

function problemsOfCard(card: string): string[] {
  try {
    const message = wrapCard(card, renderCard(card, sampleOf(card)))
    return problemsOf([message]).map(({ property, message: why }) => `flex-messages/${card}.json: ${property}: ${why}`)
  } catch (error) {
    return [`flex-messages/${card}.json: ${(error as Error).message}`]
  }
}

function toAction(button: CardButton | null): messagingApi.Action | null {
  return button && actionOf(button, 'flex button')
}

function cardNamed(card: string): Card {
  const found = cards().get(card)
  if (!found) throw new Error(`flex-messages/ has no card ${card}`)
  return found
}

function cards(): ReadonlyMap<string, Card> {
  loaded ??= new Map(
    readdirSync(FOLDER)
      .filter((file) => file.endsWith('.json') && !file.endsWith(SAMPLE))
      .map((file) => basename(file, '.json'))
      .map((name) => [name, loadCard(name)]),
  )
  return loaded
}

function loadCard(name: string): Card {
  const template = readJson(`${name}.json`) as Card['template']
  return { template, sample: name === ENVELOPE ? {} : readJson(`${name}${SAMPLE}`) }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(`${FOLDER}${file}`, 'utf8'))
  } catch (error) {
    throw new SetupError([`flex-messages/${file} cannot be read: ${(error as Error).message}`])
  }
}
