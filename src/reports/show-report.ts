/** 'ดูรายงาน R2570-000123': all that stands in a report, with what can be done about it, for whoever may read it. */
import type { Actor, Button, Command, Outcome, Reply, Turn } from '../bot/types.ts'
import { cutGraphemes } from '../thai/index.ts'
import { type Fact, factsOf } from './facts.ts'
import { readReceipt, TYPED_RECEIPT } from './receipt-number.ts'
import type { Report } from './report.ts'
import { checkReader } from './rights.ts'
import { buttons, shows } from './texts.ts'

const TYPED = new RegExp(`^(?:(?:ขอ)?ดู ?)?(?:รายงาน ?)?(?:เลขที่ ?)?${TYPED_RECEIPT}$`)
/** Of one answer: a result may fill a page, and a bubble holds 30 KB. */
const LONGEST_VALUE = 600

export const showReportCommand: Command<string> = {
  name: 'ดูรายงาน',
  isMeantInDialog: (text) => /^(?:ขอ)?ดู/.test(text),
  match(text) {
    const typed = TYPED.exec(text)?.[1]
    return typed === undefined ? undefined : readReceipt(typed)
  },
  run: showReport,
}

export async function showReport(turn: Turn, receiptNo: string): Promise<Outcome> {
  const check = await checkReader(turn, 'report.read', receiptNo)
  if (!check.ok) return check.refusal
  const { actor, report } = check
  return { replies: [reportCard(report, await factsOf(turn.read, report), waysFor(actor, report))] }
}

function waysFor({ role }: Actor, { receiptNo, status }: Report): Button[] {
  const way = (label: string): Button => ({ label, say: `${label} ${receiptNo}` })
  const isToChange = role === 'officer' && status === 'submitted'
  return [
    ...(isToChange ? [way(buttons.correct)] : []),
    way(buttons.history),
    ...(isToChange ? [way(buttons.withdraw)] : []),
    { label: buttons.menu, say: buttons.menu },
  ]
}

function reportCard(report: Report, facts: readonly Fact[], ways: readonly Button[]): Reply {
  const title = shows.title(report.receiptNo)
  const state = report.status === 'withdrawn' ? shows.withdrawn : shows.submitted(report.version ?? 1)
  const items = facts.map(({ label, value }) => ({ label, value: cutGraphemes(value, LONGEST_VALUE) }))
  const lines = items.map(({ label, value }) => `${label}: ${value}`)
  const how = ways.flatMap((way) => ('say' in way ? [way.say] : []))
  return {
    kind: 'card',
    card: 'report',
    data: { title, state, facts: items, note: shows.how(how), buttons: ways },
    altText: cutGraphemes([`${title} (${state})`, ...lines].join('\n'), 700),
    fallback: [title, state, ...lines, shows.how(how)].join('\n'),
    buttons: ways,
  }
}
