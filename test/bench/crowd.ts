/** Who says what: 60 % questions of guests, 30 % steps of officers' report dialogs, 10 % menus; the same in every run. */
import { readdirSync, readFileSync } from 'node:fs'
import { BOT_USER_ID } from './counting-line.ts'

export const OFFICERS = 600
const GUESTS = 10_000 - OFFICERS
/** Each has several pairs, so that the dialog asks which. */
export const PROVINCES = ['เชียงราย', 'เชียงใหม่', 'ภูเก็ต']

/** Cancelled at its end: thousands of confirmed reports of three provinces would be a load that nobody has. */
const DIALOG = [
  'รายงานกิจกรรม',
  '1',
  'แลกเปลี่ยนเยาวชน ครั้งที่ 3',
  '1',
  'เมื่อวาน',
  '1',
  'ศาลากลางจังหวัด',
  'เยาวชน 30 คนได้แลกเปลี่ยนวัฒนธรรม',
  '2',
  'ยกเลิก',
]

export const officerId = (number: number): string => userId('f', number)
export const guestId = (number: number): string => userId('0', number % GUESTS)
const userId = (kind: string, number: number): string => `U${kind}${String(number).padStart(31, '0')}`

export interface Said {
  readonly replyToken: string
  /** The webhook body with this one event. */
  readonly body: string
}

export class Crowd {
  readonly #questions: readonly string[]
  readonly #progress = new Array<number>(OFFICERS).fill(0)
  readonly #run: string
  #count = 0
  #officer = 0

  /** @param run sets the ids of this run apart from those of another */
  constructor(run: string) {
    this.#run = run
    this.#questions = allQuestions()
  }

  next(): Said {
    const number = this.#count++
    const { who, text } = this.#who(number)
    const replyToken = `${this.#run}${String(number).padStart(32 - this.#run.length, '0')}`
    const event = {
      type: 'message',
      message: { type: 'text', id: `5${number}`, quoteToken: 'q3Plxr4AgKd', text },
      webhookEventId: `01BENCH${replyToken}`,
      deliveryContext: { isRedelivery: false },
      timestamp: Date.now(),
      source: { type: 'user', userId: who },
      replyToken,
      mode: 'active',
    }
    return { replyToken, body: JSON.stringify({ destination: BOT_USER_ID, events: [event] }) }
  }

  #who(number: number): { who: string; text: string } {
    const share = number % 10
    const guest = guestId(number * 7)
    if (share === 0) return { who: guest, text: 'เมนู' }
    if (share > 3) return { who: guest, text: this.#questions[(number * 3) % this.#questions.length] ?? '' }
    const officer = this.#officer++ % OFFICERS
    const step = this.#progress[officer] ?? 0
    this.#progress[officer] = step + 1
    return { who: officerId(officer), text: DIALOG[step % DIALOG.length] ?? '' }
  }
}

/** All that the evaluation asks: some hundreds of different questions. */
function allQuestions(): string[] {
  const folder = new URL('../eval/', import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  const lines = files.sort().flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
  return lines.map((line) => (JSON.parse(line) as { q: string }).q)
}
