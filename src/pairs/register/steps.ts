/** The steps that the register's dialogs share: which facts, the facts themselves, the source and its day, a reason. */
import type { Json, Parsed, Step, StepContext } from '../../dialogs/index.ts'
import { dayOf, normalise, normaliseCommand, showDay } from '../../thai/index.ts'
import { FACTS, type FactId, facts } from './facts.ts'
import { readPastDay, readText } from './read-fact.ts'
import { stepSays as says } from './texts.ts'

/** Comes with the start and is neither asked nor shown. */
export function carried(id: string): Step {
  return {
    id,
    label: id,
    ask: () => ({ text: '' }),
    parse: () => ({ ok: false, say: '' }),
    show: () => '',
    carried: true,
  }
}

export function valueIn({ answers }: StepContext, id: string): Json | undefined {
  const answer = answers[id]
  return answer && 'value' in answer ? answer.value : undefined
}

/** Several at once, by their numbers or by words of their labels. */
export const whatStep: Step = {
  id: 'what',
  label: says.what.label,
  ask: () => ({
    text: says.what.ask,
    choices: FACTS.map((id) => ({ value: id, label: facts[id].label })),
  }),
  parse(given): Parsed {
    if (given.kind === 'choice') return { ok: true, value: [given.value] }
    const named = given.kind === 'text' ? factsNamed(given.text) : undefined
    return named ? { ok: true, value: named } : { ok: false, say: says.what.wrong }
  },
  show: (value) =>
    idsIn(value)
      .map((id) => facts[id].label)
      .join(', '),
}

/** '7 8, 9' or 'วันที่ลงนาม' -> the facts meant; undefined when any part names none. */
export function factsNamed(text: string): FactId[] | undefined {
  const parts = normalise(text)
    .split(/\s*[,、\s]\s*|\s*และ\s*/)
    .filter((part) => part !== '')
  const all = parts.map((part) => (/^\d{1,2}$/.test(part) ? FACTS[Number(part) - 1] : factNamed(part)))
  if (all.length === 0 || all.some((id) => id === undefined)) return undefined
  return [...new Set(all.filter((id) => id !== undefined))]
}

function factNamed(word: string): FactId | undefined {
  if (word.length < 3) return undefined
  const named = FACTS.filter((id) => normaliseCommand(facts[id].label).includes(normaliseCommand(word)))
  return named.length === 1 ? named[0] : undefined
}

export function idsIn(value: Json | undefined): FactId[] {
  return FACTS.filter((id) => Array.isArray(value) && value.includes(id))
}

/** Asks for one fact; what it is now comes with `was`. */
export function factStep(id: FactId, when?: Step['when']): Step {
  const fact = facts[id]
  return {
    id,
    label: fact.label,
    ask(context) {
      const was = valueIn(context, 'was') as Readonly<Record<string, Json>> | undefined
      const before = was?.[id] === undefined ? [] : [says.was(fact.show(was[id]))]
      return { ...fact.ask, text: [fact.ask.text, ...before].join('\n') }
    },
    parse: fact.parse,
    show: fact.show,
    ...(when ? { when } : {}),
  }
}

export const sourceStep: Step = {
  id: 'source',
  label: says.source.label,
  ask: () => ({ text: says.source.ask }),
  parse: readText(says.source.label, [4, 300]),
  show: String,
}

export const asOfStep: Step = pastDayStep('asOf', says.asOf)

export function pastDayStep(
  id: string,
  words: { readonly label: string; readonly ask: string },
  when?: Step['when'],
): Step {
  return {
    id,
    label: words.label,
    ask: ({ now }) => ({ text: words.ask, pickDay: { initial: dayOf(now), max: dayOf(now) } }),
    parse: (given, { now }) => readPastDay(given, dayOf(now)),
    show: (value) => showDay(String(value)),
    ...(when ? { when } : {}),
  }
}

export const reasonStep: Step = {
  id: 'reason',
  label: says.reason.label,
  ask: () => ({ text: says.reason.ask }),
  parse: readText(says.reason.label, [2, 300]),
  show: String,
}
