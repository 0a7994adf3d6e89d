/**
 * One HTTP call to LINE with a limit on everything: time to connect, time to answer, bytes of the answer. It tells
 * "certainly not sent" from "may have arrived", which is what decides whether a message may be sent again.
 */
import { Pool } from 'undici'
import { AnswerGatherer, type Gathered } from './gathered.ts'
import type { Answer, Failure } from './outcome.ts'

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** The most that is read of the answer. */
  readonly maxBytes?: number
  /** Of the whole call; default: the host's. */
  readonly timeoutMs?: number
}

export type CallResult =
  | { readonly kind: 'answer'; readonly answer: Answer & { readonly contentType: string } }
  | { readonly kind: 'too-large' }
  | Extract<Failure, { kind: 'uncertain' | 'unreached' }>

export interface Host {
  call(call: HttpCall): Promise<CallResult>
  close(): Promise<void>
}

const MAX_JSON_BYTES = 1024 * 1024

/** @param origin scheme, host and port; a path in it would be ignored by LINE's own clients as well */
export function openHost(origin: string, timeoutMs: number): Host {
  const pool = new Pool(new URL(origin).origin, {
    connections: 256,
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  })
  return {
    call: (call) => send(pool, call, timeoutMs),
    close: () => pool.destroy(),
  }
}

function send(pool: Pool, { method, path, headers, body, maxBytes, timeoutMs }: HttpCall, hostMs: number) {
  const limitMs = timeoutMs ?? hostMs
  return new Promise<CallResult>((resolve) => {
    const settle = (gathered: Gathered) => resolve(resultOf(gathered))
    const gatherer = new AnswerGatherer(maxBytes ?? MAX_JSON_BYTES, limitMs, settle)
    const times = { headersTimeout: limitMs, bodyTimeout: limitMs }
    pool.dispatch({ method, path, headers, body: body ?? null, ...times }, gatherer)
  })
}

function resultOf(gathered: Gathered): CallResult {
  if (gathered.kind === 'too-large') return gathered
  if (gathered.kind === 'failed') return failureOf(gathered)
  const { status, headers, body } = gathered
  const answer = {
    status,
    requestId: only(headers['x-line-request-id']),
    acceptedRequestId: only(headers['x-line-accepted-request-id']),
    contentType: only(headers['content-type']) ?? '',
    body,
  }
  return { kind: 'answer', answer }
}

const only = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

function failureOf({ error, isSent }: Extract<Gathered, { kind: 'failed' }>): CallResult {
  const why = codeOf(error)
  return !isSent || neverConnected(error) ? { kind: 'unreached', why } : { kind: 'uncertain', why }
}

function neverConnected(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(neverConnected)
  const { syscall } = error as { syscall?: unknown }
  return (
    NEVER_CONNECTED.has(codeOf(error)) || syscall === 'connect' || syscall === 'getaddrinfo' || isBadCertificate(error)
  )
}

/** The TLS handshake comes before the request: a certificate that is refused means that nothing was sent. */
function isBadCertificate(error: unknown): boolean {
  return /^(CERT_|ERR_TLS_CERT|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/.test(codeOf(error))
}

/** A name for the log, never the error's message: it may hold what was sent. */
function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown }
  return typeof code === 'string' ? code : String(name)
}
