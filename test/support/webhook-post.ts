/** Posts webhooks over a socket of their own, byte by byte as a test wants them. */
import { createHmac } from 'node:crypto'
import { type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'
import { text } from 'node:stream/consumers'

export interface WebhookPost {
  /** In place of the right signature; null sends none. */
  readonly signature?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export const signatureOf = (body: string | Uint8Array, secret: string): string =>
  createHmac('sha256', secret).update(body).digest('base64')

export function postWebhook(
  origin: string,
  secret: string,
  body: unknown,
  { signature, headers = {} }: WebhookPost = {},
): Promise<HttpAnswer> {
  const bytes = body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  const given = signature === undefined ? signatureOf(bytes, secret) : signature
  const signed = given === null ? {} : { 'x-line-signature': given }
  return exchange(`${origin}/webhook`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': bytes.length,
      ...signed,
      ...headers,
    },
    body: bytes,
  })
}

/** One request on a connection of its own. */
export function exchange(url: string, options: RequestOptions & { body?: Uint8Array } = {}): Promise<HttpAnswer> {
  const { body, ...rest } = options
  return new Promise((resolve, reject) => {
    const call = request(url, { agent: false, ...rest }, async (response) => {
      const { statusCode = 0, headers } = response
      resolve({ status: statusCode, headers, body: await text(response).catch(() => '') })
    })
    call.on('error', reject)
    call.end(body)
  })
}
