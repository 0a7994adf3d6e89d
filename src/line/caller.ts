/** Calls to one of LINE's hosts as this channel: the token, the log line, and the answer in the shape that was asked for. */
import type { z } from 'zod'
import type { Log } from '../log.ts'
import type { CallResult, Host, HttpCall } from './http-call.ts'
import { jsonOf, type LineOutcome, outcomeOf } from './outcome.ts'

export interface Caller {
  get<Value>(name: string, path: string, shape: z.ZodType<Value>): Promise<LineOutcome<Value>>
  post<Value>(
    name: string,
    path: string,
    shape: z.ZodType<Value>,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<LineOutcome<Value>>
  /** As `post`, of a body that is JSON already. */
  postJson<Value>(
    name: string,
    path: string,
    shape: z.ZodType<Value>,
    body: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<LineOutcome<Value>>
  delete<Value>(name: string, path: string, shape: z.ZodType<Value>): Promise<LineOutcome<Value>>
  /** For bodies that are not JSON. */
  raw(name: string, call: HttpCall): Promise<CallResult>
}

/** @param log gets the name of each call, never its path, which may hold a user's id */
export function createCaller(host: Host, accessToken: string, log: Log): Caller {
  const raw = async (name: string, call: HttpCall): Promise<CallResult> => {
    const headers = { ...call.headers, authorization: `Bearer ${accessToken}` }
    const result = await host.call({ ...call, headers })
    log.debug({ call: name, ...loggable(result) }, 'called LINE')
    return result
  }
  const json = async <Value>(name: string, call: HttpCall, shape: z.ZodType<Value>): Promise<LineOutcome<Value>> =>
    shaped(await raw(name, call), shape)
  const postJson: Caller['postJson'] = (name, path, shape, body, headers) =>
    json(name, { method: 'POST', path, headers: { ...headers, 'content-type': 'application/json' }, body }, shape)

  return {
    raw,
    get: (name, path, shape) => json(name, { method: 'GET', path }, shape),
    delete: (name, path, shape) => json(name, { method: 'DELETE', path }, shape),
    post: (name, path, shape, body, headers) =>
      body === undefined
        ? json(name, { method: 'POST', path, headers }, shape)
        : postJson(name, path, shape, JSON.stringify(body), headers),
    postJson,
  }
}

/** An accepted call whose answer cannot be read is uncertain: something else than LINE may have given it. */
export function shaped<Value>(result: CallResult, shape: z.ZodType<Value>): LineOutcome<Value> {
  if (result.kind === 'too-large') return { kind: 'uncertain', why: 'the answer is too large' }
  if (result.kind !== 'answer') return result
  const outcome = outcomeOf(result.answer)
  if (outcome.kind !== 'accepted') return outcome
  const read = shape.safeParse(jsonOf(outcome.value))
  return read.success
    ? { ...outcome, value: read.data }
    : { kind: 'uncertain', why: 'the answer has another shape', requestId: outcome.requestId }
}

function loggable(result: CallResult): Record<string, unknown> {
  if (result.kind !== 'answer') return result
  const { status, requestId } = result.answer
  return { status, requestId }
}
