/** The lists of one's reports: 'รายงานของฉัน' to look at them, 'แก้ไขรายงาน' and 'ถอนรายงาน' to choose which. */
import type { Command, MediaDesk, Outcome, Postback, Turn } from '../../bot/types.ts'
import { reportsWithLost } from '../lost-files.ts'
import { readReceipt, TYPED_RECEIPT } from '../receipt-number.ts'
import { lastOfProvince } from '../report-store.ts'
import { checkOfficer } from '../rights.ts'
import { sayWithMenu, word } from '../say.ts'
import { type ShowReport, showByReceipt } from '../show-report.ts'
import { buttons, lost } from '../texts.ts'
import { openReport } from './edit-report.ts'
import { listReports } from './list-reports.ts'
import { list } from './texts.ts'
import { withdrawReport } from './withdraw-report.ts'

const ACTION = 'rep'
const SHOWN = 8
type Doing = 'edit' | 'withdraw' | 'mine'

const EDIT_TYPED = new RegExp(`^(?:ขอ)?(?:แก้ไข|แก้|เปิด) ?รายงาน(?:กิจกรรม)?(?: ?เลขที่)? ?${TYPED_RECEIPT}$`)

/** 'แก้ไขรายงาน R2570-000123' opens it; without a number the last ones are offered. */
export const editCommand: Command<string> = {
  name: buttons.correct,
  isMeantInDialog: (text) => text === buttons.correct || EDIT_TYPED.test(text),
  match(text) {
    const typed = EDIT_TYPED.exec(text)?.[1]
    if (typed !== undefined) return readReceipt(typed)
    return /^(?:ขอ)?(?:แก้ไข|แก้)(?: ?รายงาน(?:กิจกรรม)?)?$/.test(text) ? '' : undefined
  },
  // 'แก้ไข' alone is an officer's; from others it is a question.
  appliesTo: ({ actor, event }) =>
    actor?.role === 'officer' || (event.kind === 'text' && event.text.includes('รายงาน')),
  run: (turn, receiptNo) => (receiptNo === '' ? choose(turn, 'edit') : openReport(turn, receiptNo)),
}

export const chooseWithdrawCommand: Command<true> = {
  name: 'ถอนรายงาน',
  match: (text) => /^(?:ขอ)?(?:ถอน|ยกเลิก) ?รายงาน(?:กิจกรรม)?(?:ที่ส่ง(?:แล้ว|ไปแล้ว)?)?$/.test(text) || undefined,
  run: (turn) => choose(turn, 'withdraw'),
}

export function ownReportsCommand(media: MediaDesk): Command<true> {
  return {
    name: 'รายงานของฉัน',
    match: (text) => /^(?:ดู)? ?รายงาน ?(?:ของ ?(?:ฉัน|ผม|หนู|เรา)|ที่ส่ง(?:ไป)?แล้ว|ล่าสุด)$/.test(text) || undefined,
    run: (turn) => choose(turn, 'mine', media),
  }
}

/** A row of one of these lists; its number can be typed. */
export function ownReportsPostback(show: ShowReport): Postback {
  return {
    action: ACTION,
    async run(turn, params) {
      const receiptNo = (params.get('no') ?? '').slice(0, 40)
      if (params.get('do') === 'edit') return openReport(turn, receiptNo)
      if (params.get('do') === 'withdraw') return withdrawReport(turn, receiptNo)
      return showByReceipt(turn, receiptNo, show)
    },
  }
}

/** @param media to say of which reports a file is lost */
async function choose(turn: Turn, doing: Doing, media?: MediaDesk): Promise<Outcome> {
  const check = checkOfficer(turn, `report.${doing}`)
  if (!check.ok) return check.refusal
  const { provinces } = check.officer
  const found = await Promise.all(provinces.map((province) => lastOfProvince(turn.read, province, SHOWN)))
  const newest = found.flat().toSorted((a, b) => b.submittedAt.getTime() - a.submittedAt.getTime())
  const reports = newest.slice(0, SHOWN)
  if (reports.length === 0) return sayWithMenu(list.none, word(buttons.report))
  const data = (no: string) => new URLSearchParams({ a: ACTION, do: doing, no }).toString()
  const withLost = media ? await reportsWithLost(turn.read, media, reports) : []
  const says = list[doing]
  const text = [says.text, ...(withLost.length > 0 ? [lost.inList(withLost)] : [])].join('\n')
  return listReports(turn, { ...says, text }, reports, ({ receiptNo }) => data(receiptNo))
}
