/**
 * A reply may be called undecidable only when nobody could have known: the bot was killed while the reply was on its way,
 * and its token had died before any process could try it again.
 */
import { numberOf } from '../../src/line/limits/table.ts'
import type { OutboxRow } from '../../src/line/outbox.ts'
import { CLAIM_MS } from '../../src/line/outbox.ts'
import type { Kill } from './killer.ts'

const TOKEN_LIFE_MS = numberOf('reply', 'replyToken', 'window') * 1000
/** Of a row whose process is silent: the end of its claim, and the next look. */
const TAKEN_OVER_WITHIN_MS = CLAIM_MS + 3_000

/** @returns what is wrong, one line a row */
export function unjustified(rows: readonly OutboxRow[], kills: readonly Kill[]): string[] {
  return rows
    .filter((row) => row.status === 'undecidable' && !isJustified(row, kills))
    .map((row) => {
      const { eventId, uncertainTries, lastError } = row
      return `${eventId} is called undecidable without need (${uncertainTries} uncertain tries, ${lastError}; ${timesOf(row, kills)})`
    })
}

/** What shows why: when the row came to be, and the kills within two lives of its token. */
function timesOf({ createdAt, tokenReceivedAt = createdAt }: OutboxRow, kills: readonly Kill[]): string {
  const isNear = ({ at }: Kill) => Math.abs(at.getTime() - tokenReceivedAt.getTime()) < 2 * TOKEN_LIFE_MS
  const near = kills.filter(isNear).map(({ at, backAt }) => `${at.toISOString()}–${backAt.toISOString()}`)
  return `token ${tokenReceivedAt.toISOString()}, row ${createdAt.toISOString()}, kills ${near.join(', ')}`
}

function isJustified(row: OutboxRow, kills: readonly Kill[]): boolean {
  const diesAt = (row.tokenReceivedAt?.getTime() ?? 0) + TOKEN_LIFE_MS
  const wasOnItsWay = (kill: Kill) => kill.at >= row.createdAt && kill.at.getTime() < diesAt
  const wasTooLate = (kill: Kill) => kill.backAt.getTime() + TAKEN_OVER_WITHIN_MS > diesAt
  return row.uncertainTries > 0 && kills.some((kill) => wasOnItsWay(kill) && wasTooLate(kill))
}
