/** The ways into a report: the command, alone or with what can be told in one line, and the button of a pair. */
import type { Command, Outcome, Postback, Turn } from '../bot/types.ts'
import { allPairs } from '../pairs/index.ts'
import { tidy } from '../thai/index.ts'
import { type ReadAnswers, readFirstLine } from './read-first-line.ts'
import { foreignPairsIn } from './read-pair.ts'
import { REPORT } from './report-dialog.ts'
import { checkOfficer, ownPair, pairsOf, refuseOtherProvince } from './rights.ts'
import { title } from './texts.ts'

const BEGIN = 'report.begin'
/** 'รายงานกิจกรรมต้องส่งเมื่อไร' asks about reports and begins none. */
const QUESTION = /อย่างไร|ยังไง|เมื่อไร|เมื่อไหร่|วันไหน|ไหม|มั้ย|หรือไม่|หรือเปล่า|กี่|อะไร|ใคร|ที่ไหน|ทำไม|คืออะไร|ต้อง|\?/
const POLITELY = '(?:ขอ|อยาก(?:จะ)?|ต้องการ|จะ)? ?(?:ส่ง|ทำ|กรอก|เพิ่ม)?'
const COMMAND = new RegExp(`^${POLITELY} ?รายงาน ?กิจกรรม(.*)$`, 's')
/** Without the word กิจกรรม only what can mean nothing else. */
const SHORT = /^(?:ขอ|อยาก(?:จะ)?|ต้องการ|จะ)? ?(?:ส่ง|ทำ|กรอก) ?รายงาน$/

export const reportCommand: Command<true> = {
  name: title,
  match(text) {
    if (SHORT.test(text)) return true
    const rest = COMMAND.exec(text)?.[1]
    if (rest === undefined || QUESTION.test(rest)) return undefined
    return rest === '' || /^[\s:–-]/.test(rest) || /\d/.test(rest) ? true : undefined
  },
  run: (turn) => beginFromLine(turn, lineAfterCommand(turn)),
}

export const reportPostback: Postback = {
  action: 'report',
  async run(turn, params) {
    const check = checkOfficer(turn, BEGIN)
    if (!check.ok) return check.refusal
    const pairId = params.get('pair')
    if (!pairId) return begin({})
    const pair = await ownPair(turn.read, check.officer, pairId)
    return pair ? begin({ pair: pair.id }) : refuseOtherProvince(turn, check.officer, BEGIN, pairId.slice(0, 40))
  },
}

async function beginFromLine(turn: Turn, line: string): Promise<Outcome> {
  const check = checkOfficer(turn, BEGIN)
  if (!check.ok) return check.refusal
  if (line === '') return begin({})
  const own = await pairsOf(turn.read, check.officer)
  const given = readFirstLine(line, own, turn.now)
  const [foreign] = given.pair ? [] : foreignPairsIn(line, await allPairs(turn.read), check.officer.provinces)
  return foreign
    ? refuseOtherProvince(turn, check.officer, BEGIN, foreign.id)
    : begin(given.title === undefined ? given : { ...given, titleRead: true })
}

function begin(given: ReadAnswers): Outcome {
  return { replies: [], begin: { dialogId: REPORT, given } }
}

/** As it was typed: the normalised text has lost its capital letters and its lines. */
function lineAfterCommand({ event }: Turn): string {
  const typed = event.kind === 'text' ? tidy(event.text) : ''
  const rest = COMMAND.exec(typed.replace(/^[\s.,!]+/, ''))?.[1] ?? ''
  return rest.replace(/^[\s:–-]+/, '').replace(/[\s.]+$/, '')
}
