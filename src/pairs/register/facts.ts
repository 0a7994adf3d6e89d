/**
 * The facts of a pair that an admin may change in the chat, as a table: how each is asked, read, shown, and which fields of the
 * register it stands for. The dialogs that add and change pairs, the full card and "before – after" all go by it.
 */
import type { Ask, Given, Json, Parsed, StepContext } from '../../dialogs/index.ts'
import { showDay } from '../../thai/index.ts'
import { countryName } from '../countries.ts'
import type { Pair } from '../pair.ts'
import {
  readCertainty,
  readCountryName,
  readOne,
  readOptionalText,
  readPlace,
  readSigning,
  readSpellings,
  readText,
} from './read-fact.ts'
import { CERTAINTIES, DUTIES, GROUPS, INSTRUMENTS, LEVELS, factSays as says } from './texts.ts'

export const FACTS = [
  'partnerTh',
  'partnerEn',
  'spellings',
  'province',
  'country',
  'status',
  'signed',
  'instrument',
  'level',
  'nameCertainty',
  'pairCertainty',
  'duty',
  'note',
] as const
export type FactId = (typeof FACTS)[number]

export interface Fact {
  readonly label: string
  readonly ask: Ask
  /** Reads an answer; an empty one ('') takes the fact away where that is possible. */
  parse(given: Given, context: StepContext): Parsed
  show(value: Json): string
  /** The fields of the register that the value stands for; undefined: the field goes. */
  fields(value: Json): Partial<Pair>
  of(pair: Pair): Json
}

type Names = Readonly<Record<string, string>>

const choicesOf = (names: Names) => Object.entries(names).map(([value, label]) => ({ value, label }))

function choiceFact(id: Extract<FactId, keyof typeof says.asks>, names: Names, field: keyof Pair, none?: string): Fact {
  return {
    label: says.labels[id],
    ask: { text: says.asks[id], choices: choicesOf(names) },
    parse: readOne(names, says.wrong.choice),
    show: (value) => names[String(value)] ?? String(value),
    fields: (value) => ({ [field]: value === none ? undefined : value }) as Partial<Pair>,
    of: (pair) => (pair[field] as string | undefined) ?? none ?? '',
  }
}

function textFact(id: 'partnerTh' | 'partnerEn' | 'note', parse: Fact['parse']): Fact {
  return {
    label: says.labels[id],
    ask: { text: says.asks[id] },
    parse,
    show: (value) => String(value) || says.none,
    fields: (value) => ({ [id]: value === '' ? undefined : value }) as Partial<Pair>,
    of: (pair) => pair[id] ?? '',
  }
}

/** A day 'YYYY-MM-DD', a Buddhist year '2543', or '' where neither is known. */
const signed: Fact = {
  label: says.labels.signed,
  ask: { text: says.asks.signed, choices: [{ value: '', label: says.notKnown }] },
  parse: readSigning,
  show: (value) => (String(value).includes('-') ? showDay(String(value)) : String(value) || says.notKnown),
  fields(value) {
    const text = String(value)
    if (!text.includes('-')) return { signedOn: undefined, signedBe: text === '' ? undefined : Number(text) }
    return { signedOn: text, signedBe: Number(text.slice(0, 4)) + 543 }
  },
  of: ({ signedOn, signedBe }) => signedOn ?? (signedBe === undefined ? '' : String(signedBe)),
}

const spellings: Fact = {
  label: says.labels.spellings,
  ask: { text: says.asks.spellings },
  parse: readSpellings,
  show: (value) => (Array.isArray(value) && value.length > 0 ? value.join(', ') : says.none),
  fields: (value) => ({ spellings: Array.isArray(value) && value.length > 0 ? value.map(String) : undefined }),
  of: (pair) => [...(pair.spellings ?? [])],
}

const province: Fact = {
  label: says.labels.province,
  ask: { text: says.asks.province },
  parse: readPlace,
  show: String,
  fields: (value) => ({ provinceTh: String(value) }),
  of: (pair) => pair.provinceTh,
}

const country: Fact = {
  label: says.labels.country,
  ask: { text: says.asks.country },
  parse: readCountryName,
  show: (value) => countryName(String(value)),
  fields: (value) => ({ countryIso: String(value) }),
  of: (pair) => pair.countryIso,
}

const certaintyFact = (id: 'nameCertainty' | 'pairCertainty'): Fact => ({
  ...choiceFact(id, CERTAINTIES, id),
  parse: readCertainty,
})

export const facts: Readonly<Record<FactId, Fact>> = {
  partnerTh: textFact('partnerTh', readText(says.labels.partnerTh, [2, 120])),
  partnerEn: textFact('partnerEn', readOptionalText(says.labels.partnerEn, [2, 120])),
  spellings,
  province,
  country,
  status: choiceFact('status', GROUPS, 'status'),
  signed,
  instrument: choiceFact('instrument', INSTRUMENTS, 'instrument'),
  level: choiceFact('level', LEVELS, 'signedByLevel'),
  nameCertainty: certaintyFact('nameCertainty'),
  pairCertainty: certaintyFact('pairCertainty'),
  duty: choiceFact('duty', DUTIES, 'dutyDecision', 'rule'),
  note: textFact('note', readOptionalText(says.labels.note, [2, 300])),
}

/** The same fact twice has the same text. */
export function isSame(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
