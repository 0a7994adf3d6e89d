/** The verdict as a card, and as a plain text that can be forwarded to a superior. */
import type { Button, Reply } from '../../bot/types.ts'
import { type Day, showDay } from '../../thai/index.ts'
import { citation, type Sources } from '../entry.ts'
import { openEntry } from '../show-entry.ts'
import type { Verdict } from './judge.ts'
import { says, title, verdicts } from './texts.ts'

export interface Checked {
  /** 'จังหวัดเชียงราย กับ มณฑลยูนนาน จีน' */
  readonly what: string
  readonly day: Day
}

export function showVerdict(verdict: Verdict, checked: Checked, sources: Sources): Reply[] {
  return [
    card(verdict, checked, sources),
    { kind: 'text', text: plainText(verdict, checked, sources), buttons: [again, steps] },
  ]
}

const again: Button = { label: says.again, say: says.againWord }
const steps: Button = { label: says.steps, say: says.steps }

function card(verdict: Verdict, { what, day }: Checked, sources: Sources): Reply {
  const cited = [...new Set(verdict.reasons.map(({ source }) => citation(source, sources)))]
  const heading = verdict.kind === 'lacks' ? verdicts.lacksTitle : verdict.text
  return {
    kind: 'card',
    card: 'answer',
    data: {
      title: heading,
      body: [what, says.on(showDay(day))].join('\n'),
      lines: verdict.reasons.map(({ text }) => text),
      sourcesTitle: says.sources,
      sources: cited.map((line) => `• ${line}`),
      note: [...verdict.ask, says.limits].join('\n'),
      buttons: buttonsOf(verdict),
    },
    altText: says.altText(verdict.text),
    fallback: plainText(verdict, { what, day }, sources),
  }
}

function buttonsOf({ kind, ask }: Verdict): Button[] {
  const to = (id: string, label: string): Button => ({ label, data: openEntry(id), shows: label })
  if (kind !== 'cannot') return [to('suitability-dimensions', says.suitability), to('step-03', says.preparing)]
  return ask.includes(says.askLocal) ? [to('lao-other-cooperation', says.laoMore)] : []
}

function plainText(verdict: Verdict, { what, day }: Checked, sources: Sources): string {
  const reasons = verdict.reasons.map(({ text, source }) => `• ${text} ${says.source(citation(source, sources))}`)
  const missing = verdict.missing.length > 0 ? [says.missingTitle, ...verdict.missing.map((each) => `• ${each}`)] : []
  const parts = [
    [`${title}: ${verdict.kind === 'lacks' ? verdicts.lacksTitle : verdict.text}`, what, says.on(showDay(day))],
    [says.reasonsTitle, ...reasons],
    missing,
    [says.askTitle, ...verdict.ask.map((each) => `• ${each}`)],
    [says.limits],
  ]
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')
}
