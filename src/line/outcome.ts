/**
 * What became of a call to LINE. A call never throws: whoever makes it decides by `kind`, and only one function reads the
 * words of an error (`saysDeadToken`), since LINE may change its texts at any time.
 */
import { z } from 'zod'

interface ErrorDetail {
  readonly message: string
  readonly property: string
}

/** LINE said no, and nothing happened. */
export interface Refused {
  readonly kind: 'refused'
  readonly status: number
  readonly message: string
  readonly details: readonly ErrorDetail[]
  readonly requestId?: string
}

export type Failure =
  | Refused
  /** The reply token was used before, or its time is over. */
  | { readonly kind: 'dead-token'; readonly requestId?: string }
  /** The channel access token is wrong or has expired. */
  | { readonly kind: 'unauthorised'; readonly requestId?: string }
  /** Too many calls; nothing was accepted. */
  | { readonly kind: 'rate-limited'; readonly requestId?: string }
  /** The month's messages are used up; nothing was accepted. */
  | { readonly kind: 'quota-gone'; readonly requestId?: string }
  /** It may have happened, and it may not: a timeout, a connection lost after sending, an answer that is not LINE's. */
  | { readonly kind: 'uncertain'; readonly why: string; readonly requestId?: string }
  /** No connection came about, so it certainly did not happen. */
  | { readonly kind: 'unreached'; readonly why: string }

/** "Accepted" is LINE's word for it: it does not say that anybody saw the message. */
interface Accepted<Value> {
  readonly kind: 'accepted'
  readonly requestId?: string
  readonly value: Value
}

export type LineOutcome<Value = undefined> = Accepted<Value> | Failure

/** An HTTP answer, read to its end. */
export interface Answer {
  readonly status: number
  readonly requestId?: string
  /** The id of the earlier request, in a 409 for a retry key that was used before. */
  readonly acceptedRequestId?: string
  readonly body: Buffer
}

const ErrorBody = z.looseObject({
  message: z.string().catch(''),
  details: z
    .array(z.looseObject({ message: z.string().catch(''), property: z.string().catch('') }))
    .optional()
    .catch(undefined),
})

/** @returns the parsed JSON, undefined for anything else */
export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** What LINE's answer means, by its status and headers. */
export function outcomeOf(answer: Answer): LineOutcome<Buffer> {
  const { status, requestId, acceptedRequestId, body } = answer
  if (status >= 200 && status < 300) return acceptedIfLines(answer)
  if (status === 409 && acceptedRequestId !== undefined) {
    return { kind: 'accepted', requestId: acceptedRequestId, value: body }
  }
  if (status === 401) return { kind: 'unauthorised', requestId }
  if (status === 429) return { kind: 'rate-limited', requestId }
  if (status >= 400 && status < 500) return refusalOf(answer)
  return { kind: 'uncertain', why: `status ${status}`, requestId }
}

/** A proxy or a login page on the way also says 200: LINE's own answers carry a request id or JSON. */
function acceptedIfLines({ requestId, body }: Answer): LineOutcome<Buffer> {
  const json = jsonOf(body)
  const isLines = requestId !== undefined || (typeof json === 'object' && json !== null)
  return isLines ? { kind: 'accepted', requestId, value: body } : { kind: 'uncertain', why: 'the answer is not LINE’s' }
}

function refusalOf({ status, requestId, body }: Answer): Refused {
  const read = ErrorBody.safeParse(jsonOf(body))
  const { message, details } = read.success ? read.data : { message: '', details: undefined }
  return {
    kind: 'refused',
    status,
    message,
    details: (details ?? []).map((detail) => ({ message: detail.message, property: detail.property })),
    requestId,
  }
}

/**
 * LINE answers a dead reply token and a bad payload with the same status 400 and tells them apart in the text only
 * ("Invalid reply token"). This is the one place that reads it.
 */
export function saysDeadToken(refused: Refused): boolean {
  return refused.status === 400 && /\breply ?token\b/i.test(refused.message)
}
