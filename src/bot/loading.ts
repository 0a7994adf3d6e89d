/**
 * LINE's loading animation while somebody waits for an answer that takes its time. It is a courtesy: nothing waits for it,
 * and what becomes of it does not matter.
 */
import type { LineOutcome } from '../line/index.ts'

/** Faster answers would only make the chat flicker. */
const AFTER_MS = 700
/** LINE takes steps of five; the animation ends by itself when the answer comes. */
const SECONDS = 20

export interface LoadingHint {
  /** Somebody waits from now on; call what is returned when they do not any more. */
  begin(event: { readonly userId: string; readonly replyToken?: string }): () => void
}

export function createLoadingHint(
  show: (userId: string, seconds: number) => Promise<LineOutcome>,
  afterMs = AFTER_MS,
): LoadingHint {
  return {
    begin({ userId, replyToken }) {
      // Without a token nobody waits: somebody has blocked the bot, or taken a message back.
      if (replyToken === undefined) return () => {}
      const timer = setTimeout(() => void show(userId, SECONDS), afterMs)
      return () => clearTimeout(timer)
    },
  }
}
