/**
 * The steps of establishing a pair: an overview as cards, and each step in full, to be walked forth and back. No document numbers them: every card says that it is a
 * summary of what there is, and where its step stands.
 */
import type { Button, Memory, Reply } from '../bot/types.ts'
import { arabicDigits, cutGraphemes, normaliseCommand } from '../thai/index.ts'
import type { Entry } from './entry.ts'
import { citations, type Library, openEntry, quickReplies, textOf } from './show-entry.ts'
import { answerSays, certaintyOf, stepsSay as says } from './texts.ts'

/** A carousel holds 12 bubbles and 50 KB; so many steps with their sources surely fit. */
const STEPS_A_PAGE = 7
/** The entry that tells of all of them. */
export const STEPS_OVERVIEW = 'steps-overview'

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
    buttons: [...(turn ? [turn] : []), { label: says.readiness, say: says.readiness }, ...quickReplies],
  }
}

/** One step in full: what to do, who, the papers, what is hard about it, how it went, where it stands and how sure it is. */
export function showStep(entry: Entry, library: Library): Reply {
  const all = stepsOf(library)
  const at = all.findIndex(({ id }) => id === entry.id)
  const step = all[at]
  if (!step) throw new Error(`${entry.id} is no step`)
  const { order, phase, responsible, papers, difficulties, cases } = step.step
  const heading = `${says.heading(order, all.length, phase)}: ${entry.title}`
  const parts = [
    entry.body.trim(),
    responsible ? says.responsible(responsible) : '',
    papers ? says.papers(papers) : says.noPapers,
    listOf(says.difficulties, difficulties),
    listOf(says.cases, cases),
  ]
  const body = parts.filter(Boolean).join('\n\n')
  const cited = citations(entry, library.sources)
  const note = [
    certaintyOf(entry),
    entry.asOf ? answerSays.asOf(entry.asOf) : '',
    entry.validity ?? says.label,
    says.walk,
  ]
    .filter(Boolean)
    .join('\n')
  return {
    kind: 'card',
    card: 'answer',
    data: {
      title: heading,
      body,
      sourcesTitle: answerSays.sources,
      sources: cited.map((line) => `• ${line}`),
      note,
      buttons: [...goTo(all[at + 1], says.next), ...goTo(all[at - 1], says.previous)],
    },
    altText: cutGraphemes(`${heading}\n${entry.short.trim()}`, 600),
    fallback: textOf(heading, body, cited, note),
    buttons: [{ label: says.readiness, say: says.readiness }, ...quickReplies],
  }
}

const listOf = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? [title, ...lines.map((line) => `• ${line}`)].join('\n') : ''

function goTo(step: StepEntry | undefined, label: (order: number) => string): Button[] {
  return step ? [{ label: label(step.step.order), data: openEntry(step.id, true), shows: label(step.step.order) }] : []
}

const strideOf = (said: string): number =>
  said === says.nextWord || said === 'ถัดไป' ? 1 : said === says.previousWord ? -1 : 0

/** 'ต่อไป' where no step was shown last: the way begins anew. */
export const isStride = (text: string): boolean => strideOf(normaliseCommand(text)) !== 0

/** The id of the step that is meant by 'ขั้นที่ 3', or by 'ต่อไป' and 'ก่อนหน้า' after another step. */
export function stepTyped(text: string, { entryId }: Memory, library: Library): string | undefined {
  const said = arabicDigits(normaliseCommand(text))
  const all = stepsOf(library)
  const number = /^ขั้น(?:ตอน)? ?(?:ที่|ข้อ)? ?(\d{1,2})$/.exec(said)?.[1]
  if (number !== undefined) return all.find(({ step }) => step.order === Number(number))?.id
  const by = strideOf(said)
  const at = all.findIndex(({ id }) => id === entryId)
  return by !== 0 && at !== -1 ? all[at + by]?.id : undefined
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
