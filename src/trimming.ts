/**
 * What personal data is kept for how long, and the nightly job that sees to it. It takes away only what is worked, sent or over:
 * never an event or a message that waits, never a report. Each step goes by what it finds, so it may break off at any moment,
 * and several processes may run it at once.
 */
import { trimFileLinks } from './bot/file-links.ts'
import { trimChats } from './bot/trim-chats.ts'
import type { Clock } from './clock.ts'
import { runLogged } from './every.ts'
import { trimAskers } from './guide/index.ts'
import { trimOutbox, trimWordings } from './line/index.ts'
import type { Log } from './log.ts'
import { trimContacts, trimLeavers, trimRequests } from './people/index.ts'
import { filesInReports, withoutReporter } from './reports/index.ts'
import type { Store } from './store/index.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** In days; docs/operations.md and the privacy notice say the same. */
const KEPT_FOR = {
  /** The words and the reader of a message that LINE did not accept. */
  unacceptedMessages: 30,
  /** What was last talked about in a chat without a draft. */
  chats: 90,
  /** A draft that nobody goes on with: longer than a fiscal year. */
  drafts: 400,
  /** Who is to hear the answer to a question that nobody asked again. */
  askers: 180,
  /** Who made a request, once it was decided. */
  decidedRequests: 90,
  /** Name, position and LINE's id of somebody who has left. */
  leavers: 365,
} as const

export interface Trimmer {
  /** One run at a time: a second call waits for the one in hand. */
  run(): Promise<void>
  stop(): Promise<void>
}

export function createTrimmer({ store, clock, log }: { store: Store; clock: Clock; log: Log }): Trimmer {
  const ending = new AbortController()
  let running: Promise<void> | undefined

  async function trim(): Promise<void> {
    for (const [what, step] of stepsOf(store, clock.now(), ending.signal)) {
      if (ending.signal.aborted) return
      await runLogged(`trimming ${what}`, log, async () => {
        const count = await step()
        if (count > 0) log.info({ what, count }, 'trimmed')
      })
    }
  }

  return {
    run() {
      running ??= trim().finally(() => {
        running = undefined
      })
      return running
    },
    async stop() {
      ending.abort()
      await running
    },
  }
}

type Step = readonly [what: string, trim: () => Promise<number>]

function stepsOf(store: Store, now: Date, signal: AbortSignal): Step[] {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const chats = { chats: ago(KEPT_FOR.chats), drafts: ago(KEPT_FOR.drafts), now }
  return [
    ['file links', () => trimFileLinks(store, now, signal)],
    ['messages', () => trimOutbox(store, ago(KEPT_FOR.unacceptedMessages), signal)],
    ['wordings', () => trimWordings(store, now, signal)],
    ['chats', () => trimChats(store, chats, filesInReports, signal)],
    ['askers', () => trimAskers(store, ago(KEPT_FOR.askers), signal)],
    ['requests', () => trimRequests(store, ago(KEPT_FOR.decidedRequests), signal)],
    ['contacts', () => trimContacts(store, now, signal)],
    ['leavers', () => trimLeavers(store, { before: ago(KEPT_FOR.leavers), now }, withoutReporter, signal)],
  ]
}
