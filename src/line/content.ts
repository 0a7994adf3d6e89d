/**
 * The photos and files that people send. LINE keeps them for an undisclosed time and may still be preparing them, so they
 * are fetched at once, whole, and with a cap; the SDK's stream would end the process when a download breaks off.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Caller } from './caller.ts'
import type { CallResult } from './http-call.ts'
import { type Failure, outcomeOf } from './outcome.ts'

const MAX_CONTENT_BYTES = 20 * 1024 * 1024

const POLLS = 10

/** 'processing', 'succeeded' or 'failed'. */
const Transcoding = z.looseObject({ status: z.string() })

export type ContentOutcome =
  | { readonly kind: 'content'; readonly bytes: Buffer; readonly contentType: string }
  /** Unsent by its sender, or no longer kept by LINE. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'too-large' }
  /** LINE tried to prepare it and could not. */
  | { readonly kind: 'unusable' }
  /** LINE is still preparing it; worth another try later. */
  | { readonly kind: 'not-ready' }
  | Failure

export async function fetchContent(
  data: Caller,
  messageId: string,
  { timeoutMs, pollMs }: { timeoutMs: number; pollMs: number },
): Promise<ContentOutcome> {
  const path = `/v2/bot/message/${encodeURIComponent(messageId)}/content`
  for (let poll = 0; poll < POLLS; poll += 1) {
    if (poll > 0) await wait(pollMs)
    const result = await data.raw('content', { method: 'GET', path, maxBytes: MAX_CONTENT_BYTES, timeoutMs })
    const outcome = contentOf(result)
    if (outcome.kind !== 'not-ready') return outcome
    const prepared = await data.get('transcoding', `${path}/transcoding`, Transcoding)
    if (prepared.kind === 'accepted' && prepared.value.status === 'failed') return { kind: 'unusable' }
  }
  return { kind: 'not-ready' }
}

function contentOf(result: CallResult): ContentOutcome {
  if (result.kind !== 'answer') return result
  const { status, body, contentType } = result.answer
  if (status === 202) return { kind: 'not-ready' }
  if (status === 200) return { kind: 'content', bytes: body, contentType }
  if (status === 404 || status === 410) return { kind: 'gone' }
  const outcome = outcomeOf(result.answer)
  return outcome.kind === 'accepted' ? { kind: 'uncertain', why: `status ${status}` } : outcome
}
