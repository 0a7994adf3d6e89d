/** 'รายงานรอตรวจ' and what a reviewer does from there, by tapping, by number or by typing the receipt number. */
import type { Command, Outcome, Postback, Turn } from '../../bot/types.ts'
import { listReports } from '../edit/list-reports.ts'
import { readReceipt, TYPED_RECEIPT } from '../receipt-number.ts'
import { waitingForReview } from '../report-store.ts'
import { sayWithMenu } from '../say.ts'
import { type ShowReport, showByReceipt } from '../show-report.ts'
import { acceptReport, beginReturn } from './decide.ts'
import { checkReviewer } from './reviewer.ts'
import { shownReportCommands } from './shown-report.ts'
import { review, waiting, words } from './texts.ts'
import { REVIEW_ACTION } from './ways.ts'

const SHOWN = 10
const LIST_TYPED = /^(?:ดู)?(?:รายการ)?รายงาน ?(?:ที่)? ?รอ(?:การ)?ตรวจ$|^ตรวจ ?รายงาน$/
/** Said by whoever reviews; anybody else may mean something else. */
const ASKED =
  /^(?:มี)? ?(?:งาน|รายงาน) ?(?:ใหม่|(?:ที่)?รอตรวจ|(?:ที่)?ต้องตรวจ) ?(?:ไหม|มั้ย|หรือไม่|หรือยัง|บ้าง(?:ไหม)?)?$|^ตรวจงาน$/
const LIST = 'report.review'

/** One word for each thing that a reviewer does; a receipt number follows, or the list is shown. */
const DOINGS = [
  { word: words.review, typed: new RegExp(`^ตรวจ ?รายงาน ?(?:เลขที่)? ?${TYPED_RECEIPT}$`), run: showForReview },
  { word: words.accept, typed: new RegExp(`^รับ ?รายงาน ?(?:เลขที่)? ?${TYPED_RECEIPT}?$`), run: acceptReport },
  { word: words.giveBack, typed: new RegExp(`^ส่งกลับ ?(?:รายงาน)? ?(?:เลขที่)? ?${TYPED_RECEIPT}?$`), run: beginReturn },
] as const

export function reviewCommands(show: ShowReport): Command[] {
  return [
    listCommand,
    askedCommand,
    ...shownReportCommands(show),
    ...DOINGS.map((doing) => doingCommand(doing, show)),
  ] as Command[]
}

const listCommand: Command<true> = {
  name: words.list,
  isMeantInDialog: (text) => LIST_TYPED.test(text),
  match: (text) => LIST_TYPED.test(text) || undefined,
  run: (turn) => showWaiting(turn),
}

const askedCommand: Command<true> = {
  name: 'ตรวจงาน',
  match: (text) => ASKED.test(text) || undefined,
  appliesTo: ({ actor }) => actor !== undefined && actor.role !== 'officer',
  run: (turn) => showWaiting(turn),
}

function doingCommand({ word, typed, run }: (typeof DOINGS)[number], show: ShowReport): Command<string> {
  return {
    name: word,
    // Without a number it may be an answer; nobody answers with a receipt number after these words.
    isMeantInDialog: (text) => typed.exec(text)?.[1] !== undefined,
    match(text) {
      const found = typed.exec(text)
      return found ? (found[1] ?? '') : undefined
    },
    run: (turn, no) => (no === '' ? showWaiting(turn, review.which(word)) : run(turn, readReceipt(no), show)),
  }
}

export function reviewPostback(show: ShowReport): Postback {
  return {
    action: REVIEW_ACTION,
    async run(turn, params) {
      const receiptNo = (params.get('no') ?? '').slice(0, 40)
      const look = (params.get('v') ?? '').slice(0, 60)
      if (params.get('do') === 'accept') return acceptReport(turn, receiptNo, show, look)
      if (params.get('do') === 'return') return beginReturn(turn, receiptNo, show, look)
      return showForReview(turn, receiptNo, show)
    },
  }
}

async function showForReview(turn: Turn, receiptNo: string, show: ShowReport): Promise<Outcome> {
  const check = checkReviewer(turn, LIST, receiptNo)
  return check.ok ? showByReceipt(turn, receiptNo, show) : check.refusal
}

async function showWaiting(turn: Turn, first?: string): Promise<Outcome> {
  const check = checkReviewer(turn, LIST)
  if (!check.ok) return check.refusal
  const { role, provinces } = check.reviewer
  const all = await waitingForReview(turn.read, role === 'admin' ? 'all' : provinces)
  if (all.length === 0) return sayWithMenu(waiting.none)
  const shown = all.slice(0, SHOWN)
  const text = [...(first ? [first] : []), waiting.text(shown.length, all.length)].join('\n')
  const data = (no: string) => new URLSearchParams({ a: REVIEW_ACTION, do: 'open', no }).toString()
  return listReports(turn, { title: waiting.title, text, how: waiting.how }, shown, ({ receiptNo }) => data(receiptNo))
}
