/** Posts webhooks to the bot as LINE does: signed over the exact bytes, with LINE's deadline for the answer. */
import { createHmac } from 'node:crypto'
import { Agent, request } from 'undici'
import { shown, type Traffic } from './traffic.ts'

export interface MailerOptions {
  readonly channelSecret: string
  readonly destination: string
  readonly timeoutMs: number
  readonly traffic: Traffic
}

/** What came back; status 0 and a reason when nothing did. */
export interface Receipt {
  readonly status: number
  readonly failure?: 'timeout' | 'connection'
}

export const isAcknowledged = (receipt: Receipt): boolean => receipt.status >= 200 && receipt.status < 300

export class Mailer {
  readonly #options: MailerOptions
  #agent = new Agent()
  #url = ''

  constructor(options: MailerOptions) {
    this.#options = options
  }

  sendTo(url: string): void {
    this.#url = url
  }

  get url(): string {
    return this.#url
  }

  postEvents(events: readonly unknown[], url?: string): Promise<Receipt> {
    return this.post({ destination: this.#options.destination, events }, { url })
  }

  /** Posts any body (a string as it is, anything else as JSON), signed unless a signature is given. */
  async post(body: unknown, options: { signature?: string; url?: string } = {}): Promise<Receipt> {
    const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
    const url = options.url ?? this.#url
    const signature = options.signature ?? this.#sign(bytes)
    const started = performance.now()
    const { receipt, answer } = await this.#exchange(url, bytes, signature)
    this.#options.traffic.record({
      direction: 'webhook',
      method: 'POST',
      path: new URL(url).pathname,
      status: receipt.status,
      requestBody: shown(bytes),
      responseBody: answer,
      ms: Math.round(performance.now() - started),
    })
    return receipt
  }

  async stop(): Promise<void> {
    await this.#agent.destroy()
  }

  async #exchange(url: string, body: Buffer, signature: string): Promise<{ receipt: Receipt; answer: unknown }> {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'LineBotWebhook/2.0',
      'x-line-signature': signature,
    }
    const signal = AbortSignal.timeout(this.#options.timeoutMs)
    try {
      const response = await request(url, { method: 'POST', headers, body, signal, dispatcher: this.#agent })
      const answer = await response.body.bytes()
      return { receipt: { status: response.statusCode }, answer: shown(answer) }
    } catch (cause) {
      const failure = signal.aborted ? 'timeout' : 'connection'
      return { receipt: { status: 0, failure }, answer: `(${failure}: ${String(cause)})` }
    }
  }

  #sign(bytes: Buffer): string {
    return createHmac('sha256', this.#options.channelSecret).update(bytes).digest('base64')
  }
}
