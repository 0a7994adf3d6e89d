/** The questions that an admin is asked about an answer, and how they are read. */
import type { Given, Parsed, Step, StepContext } from '../../dialogs/index.ts'
import {
  type Day,
  dayOf,
  graphemeCount,
  isDay,
  normalise,
  normaliseCommand,
  readDays,
  showDay,
  tidy,
} from '../../thai/index.ts'
import { answerAsks as asks, labels, wrong } from './texts.ts'

const MOST_PHRASINGS = 30

type TextId = 'short' | 'body' | 'document' | 'heading' | 'title' | 'validity' | 'reason'

/** So many letters, with what may never be said kept out. */
export function textStep(id: TextId, ask: string, [least, most]: readonly [number, number]): Step {
  return {
    id,
    label: labels[id],
    ask: () => ({ text: ask }),
    parse: (given) => parseText(given, labels[id], least, most),
    show: String,
  }
}

function parseText(given: Given, label: string, least: number, most: number): Parsed {
  const text = given.kind === 'text' ? tidy(given.text) : ''
  const length = graphemeCount(text)
  if (length < least || length > most || !/\p{L}/u.test(text))
    return { ok: false, say: wrong.length(label, least, most) }
  const problem = neverSaid(text)
  return problem ? { ok: false, say: problem } : { ok: true, value: text }
}

/** A person's telephone, and the sentence whose lost negation would say the opposite of the law. */
function neverSaid(text: string): string | undefined {
  const plain = normalise(text)
  if (/(?<!\d)0[\s-]?[689](?:[\s-]?\d){8}(?!\d)/.test(plain)) return wrong.mobile
  const bound = [...plain.matchAll(/.{0,12}ผูกพันรัฐบาล/g)]
  return bound.some(([said]) => !/มิได้|ไม่/.test(said)) ? wrong.negation : undefined
}

export const keepSourcesStep: Step = {
  id: 'keepSources',
  label: labels.keepSources,
  ask: () => ({
    text: asks.keepSources,
    choices: [
      { value: 'keep', label: asks.keep },
      { value: 'add', label: asks.add },
      { value: 'replace', label: asks.replace },
    ],
  }),
  parse: (given) =>
    given.kind === 'choice' ? { ok: true, value: given.value } : { ok: false, say: wrong.keepSources },
  show: (value, context) => {
    if (value === 'keep') return asks.keepShown(sourceCount(context))
    return value === 'add' ? asks.add : asks.replace
  },
  when: (context) => sourceCount(context) > 0,
}

const sourceCount = (context: StepContext) => Number(valueIn(context, 'sourceCount') ?? 0)

/** Whether a new source is to be named. */
export function namesSource(context: StepContext): boolean {
  return sourceCount(context) === 0 || valueIn(context, 'keepSources') !== 'keep'
}

export const documentDateStep: Step = {
  id: 'documentDate',
  label: labels.documentDate,
  ask: () => ({ text: asks.documentDate, choices: [{ value: 'undated', label: asks.undated }] }),
  parse(given, { now }) {
    if (given.kind === 'choice') return { ok: true, value: asks.undated }
    return given.kind === 'text' ? readDocumentDate(given.text, dayOf(now)) : { ok: false, say: wrong.documentDate }
  },
  show: String,
}

/** A day; or, since some documents show no more, words with a year in them as they were typed. */
function readDocumentDate(text: string, today: Day): Parsed {
  const read = readDays(text, today)
  if (read.ok && read.from > today) return { ok: false, say: wrong.futureDocument(showDay(read.from)) }
  if (read.ok && read.from === read.to) return { ok: true, value: showDay(read.from) }
  const typed = tidy(text)
  const hasYear = /(?<!\d)(?:19|20|24|25|26)\d{2}(?!\d)/.test(normalise(typed))
  const isImpossible = !read.ok && read.problem === 'impossible'
  if (isImpossible || !hasYear || graphemeCount(typed) > 60) return { ok: false, say: wrong.documentDate }
  return { ok: true, value: typed }
}

export const certaintyStep: Step = {
  id: 'certainty',
  label: labels.certainty,
  ask: () => ({ text: asks.certainty, choices: asks.certainties }),
  parse: (given) => (given.kind === 'choice' ? { ok: true, value: given.value } : { ok: false, say: wrong.certainty }),
  show: (value) => asks.certainties.find((each) => each.value === value)?.label ?? '',
}

export const phrasingsStep: Step = {
  id: 'phrasings',
  label: labels.phrasings,
  ask: () => ({ text: asks.phrasings }),
  parse(given) {
    const lines = given.kind === 'text' ? tidy(given.text).split('\n') : []
    const phrasings = lines.map((line) => line.replace(/^\s*(?:[-•*]|\d{1,2}[.)])\s*/, '').trim()).filter(Boolean)
    if (phrasings.length > MOST_PHRASINGS) return { ok: false, say: wrong.tooMany(MOST_PHRASINGS) }
    const fit = phrasings.every((line) => graphemeCount(line) >= 4 && graphemeCount(line) <= 200)
    return fit && phrasings.length > 0 ? { ok: true, value: phrasings } : { ok: false, say: wrong.phrasing }
  },
  show: (value) => (Array.isArray(value) ? value.join(' / ') : ''),
}

/** '' stands for none, so that the review shows that there is none and offers to change it. */
export const validityStep: Step = {
  ...textStep('validity', asks.validity, [2, 200]),
  parse(given, context) {
    const isNone = given.kind === 'text' && /^(?:ไม่มี|ลบ|-)$/.test(normaliseCommand(given.text))
    return isNone ? { ok: true, value: '' } : textStep('validity', asks.validity, [2, 200]).parse(given, context)
  },
  show: (value) => String(value) || asks.noValidity,
}

/** A day that has not passed; '' was never answered and means today. */
export function holdsFromStep(ask: string): Step {
  return {
    id: 'holdsFrom',
    label: labels.holdsFrom,
    ask: ({ now }) => ({ text: ask, pickDay: { initial: dayOf(now), min: dayOf(now) } }),
    parse(given, { now }) {
      if (given.kind === 'day' && isDay(given.day)) return fromToday(given.day, dayOf(now))
      const read = readDays(given.kind === 'text' ? given.text : '', dayOf(now))
      if (!read.ok) return { ok: false, say: read.say }
      return read.from === read.to ? fromToday(read.from, dayOf(now)) : { ok: false, say: wrong.oneDay }
    },
    show: (value) => showDay(String(value)),
  }
}

function fromToday(day: Day, today: Day): Parsed {
  return day < today ? { ok: false, say: wrong.past(showDay(day)) } : { ok: true, value: day }
}

function valueIn({ answers }: StepContext, id: string) {
  const answer = answers[id]
  return answer && 'value' in answer ? answer.value : undefined
}
