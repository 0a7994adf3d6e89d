/**
 * One HTTP call to LINE with a limit on everything: time to connect, time to answer, bytes of the answer. It tells
 * "certainly not sent" from "may have arrived", which is what decides whether a message may be sent again.
 */
import { type Dispatcher, Pool } from 'undici'
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
    connections: 128,
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  })
  return {
    call: (call) => send(pool, call, timeoutMs),
    close: () => pool.destroy(),
  }
}

async function send(pool: Pool, call: HttpCall, timeoutMs: number): Promise<CallResult> {
  const limitMs = call.timeoutMs ?? timeoutMs
  try {
    const response = await pool.request({
      method: call.method,
      path: call.path,
      headers: call.headers,
      body: call.body ?? null,
      headersTimeout: limitMs,
      bodyTimeout: limitMs,
      signal: AbortSignal.timeout(limitMs),
    })
    return await readAnswer(response, call.maxBytes ?? MAX_JSON_BYTES)
  } catch (error) {
    return failureOf(error)
  }
}

async function readAnswer(response: Dispatcher.ResponseData, maxBytes: number): Promise<CallResult> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response.body as AsyncIterable<Buffer>) {
    bytes += chunk.length
    // leaving the loop destroys the body, and the connection with it
    if (bytes > maxBytes) return { kind: 'too-large' }
    chunks.push(chunk)
  }
  const answer = {
    status: response.statusCode,
    requestId: headerOf(response, 'x-line-request-id'),
    acceptedRequestId: headerOf(response, 'x-line-accepted-request-id'),
    contentType: headerOf(response, 'content-type') ?? '',
    body: Buffer.concat(chunks),
  }
  return { kind: 'answer', answer }
}

function headerOf(response: Dispatcher.ResponseData, name: string): string | undefined {
  const value = response.headers[name]
  return Array.isArray(value) ? value[0] : value
}

const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

function failureOf(error: unknown): Extract<CallResult, { kind: 'uncertain' | 'unreached' }> {
  const why = codeOf(error)
  return neverConnected(error) ? { kind: 'unreached', why } : { kind: 'uncertain', why }
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
