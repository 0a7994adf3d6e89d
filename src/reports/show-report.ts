/** 'ดูรายงาน R2570-000123': all that stands in a report and its files, with what this person can do about it. */
import type { Actor, Button, Command, MediaDesk, Outcome, Turn } from '../bot/types.ts'
import type { Stored } from '../store/index.ts'
import { factsOf } from './facts.ts'
import { readReceipt, TYPED_RECEIPT } from './receipt-number.ts'
import type { Report } from './report.ts'
import { type CardParts, reportCard } from './report-card.ts'
import { sameFiles, showFiles } from './review/files-shown.ts'
import { isOwn } from './review/reviewer.ts'
import { reviewWays } from './review/ways.ts'
import { checkReader } from './rights.ts'
import { word } from './say.ts'
import { buttons } from './texts.ts'

const TYPED = new RegExp(`^(?:(?:ขอ)?ดู ?)?(?:รายงาน ?)?(?:เลขที่ ?)?${TYPED_RECEIPT}$`)

/** Shows a report to somebody who may read it; `first` is said above it. */
export type ShowReport = (turn: Turn, actor: Actor, report: Stored<Report>, first?: string) => Promise<Outcome>

export function createShowReport(media: MediaDesk): ShowReport {
  return async (turn, actor, report, first) => {
    const isReviewer = actor.role !== 'officer'
    const files = await showFiles(turn, media, report)
    const warnings = isReviewer ? await sameFiles(turn, media, report) : []
    const ways = isReviewer && !isOwn(actor, report) ? reviewWays(report) : ownWays(actor, report)
    const parts: CardParts = { facts: await factsOf(turn.read, report), files, warnings, ...ways }
    const remember = { choices: ways.numbered.map(({ data }) => data), at: turn.now.toISOString() }
    const said = first === undefined ? [] : [{ kind: 'text', text: first } as const]
    return { replies: [...said, reportCard(report, parts)], changes: files.changes, remember }
  }
}

export function showReportCommand(show: ShowReport): Command<string> {
  return {
    name: 'ดูรายงาน',
    isMeantInDialog: (text) => /^(?:ขอ)?ดู/.test(text),
    match(text) {
      const typed = TYPED.exec(text)?.[1]
      return typed === undefined ? undefined : readReceipt(typed)
    },
    run: (turn, receiptNo) => showByReceipt(turn, receiptNo, show),
  }
}

export async function showByReceipt(turn: Turn, receiptNo: string, show: ShowReport): Promise<Outcome> {
  const check = await checkReader(turn, 'report.read', receiptNo)
  return check.ok ? show(turn, check.actor, check.report) : check.refusal
}

function ownWays({ role }: Actor, { receiptNo, status }: Report): Pick<CardParts, 'numbered' | 'ways'> {
  const way = (label: string): Button => ({ label, say: `${label} ${receiptNo}` })
  const isToChange = role === 'officer' && status === 'submitted'
  const change = isToChange ? [way(buttons.correct)] : []
  const withdraw = isToChange ? [way(buttons.withdraw)] : []
  return { numbered: [], ways: [...change, way(buttons.history), ...withdraw, word(buttons.menu)] }
}
