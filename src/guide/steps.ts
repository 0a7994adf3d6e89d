/**
 * The steps of establishing a pair as cards to walk through. No document numbers them: every card says that it is a
 * summary of what there is, and where its step stands.
 */
import type { Button, Reply } from '../bot/types.ts'
import type { Entry } from './entry.ts'
import { citations, type Library, openEntry, quickReplies } from './show-entry.ts'
import { certaintyOf, stepsSay as says } from './texts.ts'

/** A carousel holds 12 bubbles and 50 KB; so many steps with their sources surely fit. */
const STEPS_A_PAGE = 7

type StepEntry = Entry & { readonly step: NonNullable<Entry['step']> }
const isStep = (entry: Entry): entry is StepEntry => entry.step !== undefined

function stepsOf({ entries }: Library): StepEntry[] {
  return [...entries.values()].filter(isStep).sort((a, b) => a.step.order - b.step.order)
}

/** @param from the number of the first step to show, from 1 */
export function showSteps(library: Library, from = 1): Reply {
  const all = stepsOf(library)
  const start = from >= 1 && from <= all.length ? from : 1
  const page = all.slice(start - 1, start - 1 + STEPS_A_PAGE)
  const turn = pageButton(start + page.length, all.length)
  const altText = says.altText(
    start,
    page.map(({ title }) => title),
  )
  return {
    kind: 'card',
    card: 'steps',
    data: {
      steps: page.map((entry, i) => {
        const buttons = [{ label: says.details, data: openEntry(entry.id, true), shows: entry.title }]
        return {
          ...stepCard(entry, all.length, library),
          buttons: i === page.length - 1 && turn ? [...buttons, turn] : buttons,
        }
      }),
    },
    altText,
    buttons: [...(turn ? [turn] : []), ...quickReplies],
  }
}

function stepCard(entry: StepEntry, count: number, library: Library) {
  const { order, phase, responsible, papers } = entry.step
  const lines = [entry.short.trim(), responsible && says.responsible(responsible), papers && says.papers(papers)]
  return {
    heading: says.heading(order, count, phase),
    title: entry.title,
    body: lines.filter(Boolean).join('\n\n'),
    certainty: certaintyOf(entry),
    source: citations(entry, library.sources).slice(0, 1).map(says.source).join(''),
    note: says.label,
  }
}

function pageButton(next: number, count: number): Button | undefined {
  if (count <= STEPS_A_PAGE) return undefined
  const from = next <= count ? next : 1
  const label = from === 1 ? says.back : says.next(from)
  return { label, data: `a=steps&from=${from}`, shows: label }
}
