/** LINE as the sender sees it: tokens that can be used once, retry keys, and faults that a test asks for. */
import type { LineApi, LineOutcome } from '../../../src/line/index.ts'

export type Fault =
  | LineOutcome
  /** LINE accepts, but its answer is lost. */
  | 'accepts silently'
  /** The call never ends. */
  | 'hangs'

export interface Shown {
  readonly to: string
  readonly by: 'reply' | 'push'
  readonly text: string
}

export class FakeLine implements Pick<LineApi, 'reply' | 'push' | 'quota' | 'consumption'> {
  /** What LINE says of the month's messages; undefined: it does not answer. */
  month: { readonly limit: number | 'none'; readonly used: number } | undefined
  /** What people see. */
  readonly shown: Shown[] = []
  /** Every call, in order: 'reply TOKEN' or 'push KEY'. */
  readonly calls: string[] = []
  /** One a call, from the first; after them LINE works as it should. */
  faults: Fault[] = []
  readonly #usedTokens = new Set<string>()
  readonly #usedKeys = new Map<string, string>()

  reply(replyToken: string, messagesJson: string): Promise<LineOutcome> {
    this.calls.push(`reply ${replyToken}`)
    return this.#answer(() => {
      if (this.#usedTokens.has(replyToken)) return { kind: 'dead-token' }
      this.#usedTokens.add(replyToken)
      this.shown.push({ to: replyToken, by: 'reply', text: textOf(messagesJson) })
      return { kind: 'accepted', requestId: 'r', value: undefined }
    })
  }

  push(userId: string, messagesJson: string, retryKey: string): Promise<LineOutcome> {
    this.calls.push(`push ${retryKey}`)
    return this.#answer(() => {
      const text = textOf(messagesJson)
      const before = this.#usedKeys.get(retryKey)
      if (before !== undefined && before !== text) throw new Error('a retry key came with other messages')
      if (before === undefined) this.shown.push({ to: userId, by: 'push', text })
      this.#usedKeys.set(retryKey, text)
      return { kind: 'accepted', requestId: 'p', value: undefined }
    })
  }

  async quota(): Promise<LineOutcome<{ type: string; value?: number }>> {
    if (!this.month) return { kind: 'unreached', why: 'test' }
    const { limit } = this.month
    return { kind: 'accepted', value: limit === 'none' ? { type: 'none' } : { type: 'limited', value: limit } }
  }

  async consumption(): Promise<LineOutcome<{ totalUsage: number }>> {
    if (!this.month) return { kind: 'unreached', why: 'test' }
    return { kind: 'accepted', value: { totalUsage: this.month.used } }
  }

  /** A token whose time is over. */
  killToken(replyToken: string): void {
    this.#usedTokens.add(replyToken)
  }

  async #answer(work: () => LineOutcome): Promise<LineOutcome> {
    const fault = this.faults.shift()
    if (fault === 'hangs') return new Promise(() => {})
    if (fault === 'accepts silently') {
      work()
      return { kind: 'uncertain', why: 'reset' }
    }
    return fault ?? work()
  }
}

function textOf(messagesJson: string): string {
  const messages: unknown[] = JSON.parse(messagesJson)
  return messages.map((message) => (message as { text?: string }).text ?? 'card').join('|')
}
