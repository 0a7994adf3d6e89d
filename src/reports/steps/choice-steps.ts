/** Steps that are answered by choosing: the kind and the form of the activity, its obstacle, and whether there is more to say. */
import type { Choice, Given, Json, Parsed, Step } from '../../dialogs/index.ts'
import { normaliseCommand, tidy } from '../../thai/index.ts'
import { readForm, readKind } from '../read-words.ts'
import { FORMS, KINDS, type Kind } from '../report.ts'
import { asks, choices, FORM_NAMES, KIND_NAMES, KIND_TEXTS, labels, OBSTACLES, shown, wrong } from '../texts.ts'
import { parseText } from './text-step.ts'

/** In a stored answer: what was chosen, or 'other:' and the person's own words. */
const OTHER = 'other:'

const kindChoices: readonly Choice[] = KINDS.map((value) => ({
  value,
  label: KIND_NAMES[value],
  text: KIND_TEXTS[value],
}))

export const kindStep: Step = {
  id: 'kind',
  label: labels.kind,
  ask: () => ({ text: asks.kind, choices: kindChoices }),
  parse: parseKind,
  show(value) {
    const { kind, note } = kindIn(value)
    return showKind(kind, note)
  },
}

export function showKind(kind: Kind, note: string | undefined): string {
  if (note !== undefined) return shown.otherKind(note)
  return kind === 'other' ? KIND_NAMES.other : KIND_TEXTS[kind]
}

/** The kind of a stored answer, and the person's own words for one that is not in the list. */
export function kindIn(value: Json | undefined): { readonly kind: Kind; readonly note?: string } {
  const note = otherWords(value)
  return note === undefined ? { kind: KINDS.find((kind) => kind === value) ?? 'other' } : { kind: 'other', note }
}

/** The stored answer of a kind, and of the person's own words for it. */
export function kindAnswer(kind: Kind, note: string | undefined): string {
  return note === undefined ? kind : `${OTHER}${note}`
}

function parseKind(given: Given): Parsed {
  if (given.kind === 'choice') return { ok: true, value: given.value }
  if (given.kind !== 'text') return { ok: false, say: wrong.kind }
  const other = /^อื่น ?ๆ?[\s:–-]*(.*)$/s.exec(tidy(given.text))?.[1]
  if (other !== undefined) return otherKind(other)
  const read = readKind(given.text)
  return read ? { ok: true, value: read } : { ok: false, say: wrong.kind }
}

function otherKind(words: string): Parsed {
  if (words === '') return { ok: true, value: 'other' }
  const parsed = parseText(words, labels.kind, { least: 2, most: 60, example: 'อื่น ๆ ประกวดภาพถ่าย' })
  return parsed.ok ? { ok: true, value: `${OTHER}${parsed.value}` } : parsed
}

export const formStep: Step = {
  id: 'form',
  label: labels.form,
  ask: () => ({ text: asks.form, choices: FORMS.map((value) => ({ value, label: FORM_NAMES[value] })) }),
  parse(given) {
    const read =
      given.kind === 'choice' ? given.value : given.kind === 'text' ? readForm(given.text, 'short') : undefined
    return read ? { ok: true, value: read } : { ok: false, say: wrong.form }
  },
  show: (value) => FORM_NAMES[FORMS.find((form) => form === value) ?? 'visit'],
}

const YES = /^(?:ใช่|มี|เพิ่ม|ต้องการ|yes)/
const NO = /^(?:ไม่|พอ|หมดแล้ว|no$)/

export const moreStep: Step = {
  id: 'more',
  label: labels.more,
  optional: true,
  ask: () => ({
    text: asks.more,
    choices: [
      { value: 'yes', label: choices.more },
      { value: 'no', label: choices.noMore },
    ],
  }),
  parse(given) {
    const said = given.kind === 'text' ? normaliseCommand(given.text) : given.kind === 'choice' ? given.value : ''
    if (NO.test(said)) return { ok: true, value: 'no' }
    return YES.test(said) ? { ok: true, value: 'yes' } : { ok: false, say: wrong.more }
  },
  show: (value) => (value === 'yes' ? choices.more : choices.noMore),
  // Whoever wanted to say more finds it in the lines below.
  isInReview: (answer) => !('value' in answer && answer.value === 'yes'),
}

export const obstacleStep: Step = {
  id: 'obstacle',
  label: labels.obstacle,
  optional: true,
  ask: () => ({ text: asks.obstacle, choices: OBSTACLES }),
  parse(given) {
    if (given.kind === 'choice') return { ok: true, value: given.value }
    const text = given.kind === 'text' ? given.text : ''
    const parsed = parseText(text, labels.obstacle, { least: 3, most: 500, example: 'การเดินทางไม่สะดวก' })
    return parsed.ok ? { ok: true, value: `${OTHER}${parsed.value}` } : parsed
  },
  show: (value) => showObstacle(value),
}

export function showObstacle(value: Json): string {
  const words = otherWords(value)
  return words ?? OBSTACLES.find((obstacle) => obstacle.value === value)?.label ?? String(value)
}

/** The stored answer of an obstacle in words, as `showObstacle` shows it. */
export function obstacleAnswer(shown: string): string {
  return OBSTACLES.find((obstacle) => obstacle.label === shown)?.value ?? `${OTHER}${shown}`
}

/** The person's own words in an answer 'other:…'. */
function otherWords(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.startsWith(OTHER) ? value.slice(OTHER.length) : undefined
}
