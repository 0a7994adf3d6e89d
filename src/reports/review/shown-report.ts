/** 'รับ' or 'ส่งกลับ' and nothing more, from a reviewer who has just looked at a report: the one on the card is meant. */
import type { Command, Turn } from '../../bot/types.ts'
import type { ShowReport } from '../show-report.ts'
import { acceptReport, beginReturn } from './decide.ts'
import { REVIEW_ACTION } from './ways.ts'

/** What was looked at longer ago is no longer what a bare word means. */
const REMEMBERED_MS = 30 * 60_000

const DOINGS = [
  { doing: 'accept', typed: /^(?:รับ|อนุมัติ|เห็นชอบ|ผ่าน)(?: ?รายงาน)?(?:แล้ว)?$/, run: acceptReport },
  { doing: 'return', typed: /^(?:ส่งกลับ|ส่งคืน|ตีกลับ|ไม่ผ่าน|ไม่อนุมัติ|ไม่รับ)(?: ?รายงาน)?$/, run: beginReturn },
] as const

export function shownReportCommands(show: ShowReport): Command<true>[] {
  return DOINGS.map(({ doing, typed, run }) => ({
    name: `${REVIEW_ACTION} ${doing}`,
    match: (text) => typed.test(text) || undefined,
    appliesTo: (turn) => buttonShown(turn, doing) !== undefined,
    run(turn) {
      const button = buttonShown(turn, doing)
      return run(turn, button?.get('no') ?? '', show, button?.get('v') ?? '')
    },
  }))
}

/** The button of the card that was shown last, if it has one that does this. */
function buttonShown({ memory, now }: Turn, doing: string): URLSearchParams | undefined {
  const { choices = [], at } = memory
  if (at === undefined || now.getTime() - Date.parse(at) > REMEMBERED_MS) return undefined
  const buttons = choices.map((data) => new URLSearchParams(data))
  return buttons.find((data) => data.get('a') === REVIEW_ACTION && data.get('do') === doing)
}
