/** One thing of a step, asked after its card: the answer alone, with where it stands and the way back to the step. */
import type { Reply } from '../bot/types.ts'
import type { Entry } from './entry.ts'
import { citations, type Library, openEntry, quickReplies, textOf } from './show-entry.ts'
import type { StepPart } from './step-parts.ts'
import { answerSays, certaintyOf, stepsSay as says } from './texts.ts'

export function showStepPart(entry: Entry, part: StepPart, library: Library): Reply {
  const title = says.partTitle(entry.step?.order ?? 0, entry.title)
  const body = textFor(entry, part)
  const cited = citations(entry, library.sources)
  const note = [certaintyOf(entry), entry.validity ?? says.label].filter(Boolean).join('\n')
  return {
    kind: 'card',
    card: 'answer',
    data: {
      title,
      body,
      sourcesTitle: answerSays.sources,
      sources: cited.map((line) => `• ${line}`),
      note,
      buttons: [{ label: says.wholeStep, data: openEntry(entry.id, true), shows: says.wholeStep }],
    },
    altText: `${title}\n${body}`,
    fallback: textOf(title, body, cited, note),
    buttons: quickReplies,
  }
}

function textFor({ step }: Entry, part: StepPart): string {
  const { responsible, papers, difficulties = [], cases = [] } = step ?? {}
  switch (part) {
    case 'responsible':
      return responsible ? says.responsible(responsible) : says.noResponsible
    case 'papers':
      return papers ? says.papers(papers) : says.noPapers
    case 'difficulties':
      return difficulties.length > 0 ? [says.difficulties, ...bullets(difficulties)].join('\n') : says.noDifficulties
    case 'cases':
      return cases.length > 0 ? [says.cases, ...bullets(cases)].join('\n') : says.noCases
  }
}

const bullets = (lines: readonly string[]) => lines.map((line) => `• ${line}`)
