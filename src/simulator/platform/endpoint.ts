/** One endpoint of LINE's API: a function from a call to an answer, which knows nothing of sockets. */
import { errors, type LineError } from './line-errors.ts'

export interface Call {
  /** Goes back as x-line-request-id. */
  readonly requestId: string
  readonly params: Readonly<Record<string, string>>
  readonly contentType: string
  readonly retryKey: string | undefined
  readonly bytes: Buffer
}

export interface Answer {
  readonly status: number
  /** JSON, unless `contentType` says otherwise. */
  readonly body: object | Buffer
  readonly contentType?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** So many calls in so many milliseconds. */
export interface Rate {
  readonly calls: number
  readonly perMs: number
}

export interface Endpoint {
  /** What faults are set on, such as 'push'. */
  readonly name: string
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: string
  /** Default: 2,000 a second. */
  readonly rate?: Rate
  handle(call: Call): Promise<Answer> | Answer
}

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE

export const ok = (body: object = {}): Answer => ({ status: 200, body })

/** The call's body as a JSON object. */
export function jsonOf(call: Call): Readonly<Record<string, unknown>> {
  if (!call.contentType.startsWith('application/json')) throw errors.wrongMediaType(call.contentType)
  const value = parse(call.bytes)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw errors.notJson()
  return value as Readonly<Record<string, unknown>>
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch {
    throw errors.notJson()
  }
}

export function answerOf(error: LineError): Answer {
  return { status: error.status, body: error.body, headers: error.headers }
}
