/**
 * An HTTP answer as it comes in, gathered whole within a cap and a time. undici's own `request` makes a stream and an abort
 * signal for each call, which costs more than the call; an answer of a few hundred bytes needs neither.
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { Dispatcher } from 'undici'

export type Gathered =
  | { readonly kind: 'whole'; readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }
  | { readonly kind: 'too-large' }
  /** @property isSent whether anything of the request may have left this machine */
  | { readonly kind: 'failed'; readonly error: Error; readonly isSent: boolean }

export class AnswerGatherer implements Dispatcher.DispatchHandler {
  readonly #maxBytes: number
  readonly #settle: (gathered: Gathered) => void
  readonly #timer: NodeJS.Timeout
  readonly #chunks: Buffer[] = []
  #controller: Dispatcher.DispatchController | undefined
  #bytes = 0
  #status = 0
  #headers: IncomingHttpHeaders = {}
  #isSettled = false

  /** @param limitMs of the whole call, waiting for a free connection included */
  constructor(maxBytes: number, limitMs: number, settle: (gathered: Gathered) => void) {
    this.#maxBytes = maxBytes
    this.#settle = settle
    this.#timer = setTimeout(() => this.#fail(new DOMException('the call took too long', 'TimeoutError')), limitMs)
  }

  /** Called just before the request is written. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#isSettled) controller.abort(new Error('nobody waits any more'))
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status
    this.#headers = headers
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length
    if (this.#bytes <= this.#maxBytes) {
      this.#chunks.push(chunk)
      return
    }
    this.#end({ kind: 'too-large' })
    controller.abort(new Error('the answer is too large'))
  }

  onResponseEnd(): void {
    const [only = Buffer.alloc(0), ...more] = this.#chunks
    const body = more.length === 0 ? only : Buffer.concat(this.#chunks, this.#bytes)
    this.#end({ kind: 'whole', status: this.#status, headers: this.#headers, body })
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error)
  }

  #fail(error: Error): void {
    const controller = this.#controller
    this.#end({ kind: 'failed', error, isSent: controller !== undefined })
    if (controller && !controller.aborted) controller.abort(error)
  }

  #end(gathered: Gathered): void {
    if (this.#isSettled) return
    this.#isSettled = true
    clearTimeout(this.#timer)
    this.#settle(gathered)
  }
}
