/**
 * Compares what the platform saw with what must have been said. The platform alone decides what was lost or doubled; the
 * bot's own store is asked only what it calls undecidable.
 */
import type { OutboxRow } from '../../src/line/outbox.ts'
import type { ChatEntry } from '../../src/simulator/collections.ts'
import type { Ledger, Word } from './people.ts'
import { type Platform, readAloud, type Said } from './platform.ts'

export interface Answers {
  readonly events: number
  readonly acknowledged: number
  /** Of the acknowledged ones. */
  readonly demanding: number
  readonly answeredOnce: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  /** What was said where nothing was to be said, or without any event. */
  readonly unasked: readonly string[]
  /** Answered once, but not as it should be. */
  readonly wrong: readonly string[]
  readonly outOfOrder: readonly string[]
  /** By event id: whether the platform, who alone knows, showed it. */
  readonly undecidable: ReadonlyMap<string, boolean>
  /** Pushes that answer nothing: reminders. */
  readonly announcements: number
}

interface Judged {
  readonly eventId: string
  readonly phoneId: string
  readonly isAcknowledged: boolean
  readonly expects: Word['expects']
  /** The calls that answered it. */
  readonly calls: readonly string[]
}

/** @param rows the bot's outbox */
export async function judgeAnswers(
  platform: Platform,
  ledger: Ledger,
  said: Said,
  rows: readonly OutboxRow[],
): Promise<Answers> {
  const judged = await readEvents(platform, ledger)
  const undecidable = new Set(rows.filter((row) => row.status === 'undecidable').map((row) => row.eventId))
  const demanding = judged.filter((event) => event.isAcknowledged && event.expects !== 'silence')
  const once = demanding.filter((event) => event.calls.length === 1 && !undecidable.has(event.eventId))
  const unexplained = withoutEvent(judged, said)
  const lost = demanding.filter((event) => event.calls.length === 0 && !undecidable.has(event.eventId))
  return {
    events: judged.length,
    acknowledged: judged.filter((event) => event.isAcknowledged).length,
    demanding: demanding.length,
    answeredOnce: once.length,
    lost: lost.map(nameOf),
    doubled: judged.filter((event) => event.calls.length > 1).map(nameOf),
    unasked: [
      ...judged.filter((event) => event.expects === 'silence' && event.calls.length > 0).map(nameOf),
      ...unexplained.filter(([, entries]) => !isAnnouncement(entries)).map(([requestId]) => `call ${requestId}`),
    ],
    wrong: once.filter((event) => !isAsExpected(event, said)).map((event) => `${nameOf(event)}: ${heard(event, said)}`),
    outOfOrder: findDisorder(judged, said, ledger),
    undecidable: new Map(
      judged.filter(({ eventId }) => undecidable.has(eventId)).map(({ eventId, calls }) => [eventId, calls.length > 0]),
    ),
    announcements: unexplained.filter(([, entries]) => isAnnouncement(entries)).length,
  }
}

async function readEvents(platform: Platform, ledger: Ledger): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const { id: eventId, phoneId, state, event } of await platform.happenings()) {
    const isGreeted = event.type === 'follow'
    judged.push({
      eventId,
      phoneId,
      isAcknowledged: state === 'acknowledged',
      expects: ledger.words.get(eventId)?.expects ?? (isGreeted ? /./ : 'silence'),
      calls: await platform.answersTo(eventId),
    })
  }
  return judged
}

function withoutEvent(judged: readonly Judged[], said: Said): [string, readonly ChatEntry[]][] {
  const explained = new Set(judged.flatMap((event) => event.calls))
  return [...said].filter(([requestId]) => !explained.has(requestId))
}

function isAnnouncement(entries: readonly ChatEntry[]): boolean {
  return entries[0]?.quotaMonth !== undefined
}

function heard({ calls: [call = ''] }: Judged, said: Said): string {
  return readAloud(said.get(call) ?? [])
    .replaceAll('\n', ' ')
    .slice(0, 120)
}

function isAsExpected(event: Judged, said: Said): boolean {
  const text = readAloud(said.get(event.calls[0] ?? '') ?? [])
  return event.expects !== 'silence' && event.expects.test(text)
}

/** Answers that came before the answer to something that the same person said earlier. */
function findDisorder(judged: readonly Judged[], said: Said, ledger: Ledger): string[] {
  const last = new Map<string, number>()
  const late: string[] = []
  for (const event of judged) {
    const seq = said.get(event.calls[0] ?? '')?.[0]?.seq
    if (seq === undefined || ledger.disordered.has(event.phoneId)) continue
    if (seq < (last.get(event.phoneId) ?? 0)) late.push(nameOf(event))
    else last.set(event.phoneId, seq)
  }
  return late
}

function nameOf({ eventId, phoneId, isAcknowledged }: Judged): string {
  return `${eventId} of ${phoneId}${isAcknowledged ? '' : ' (not acknowledged)'}`
}
