/** Writes an answer on the wire, or breaks it off as a fault demands. */
import type { Response } from 'express'
import type { Answer } from './endpoint.ts'
import { answerOfFault, type Strike } from './faults.ts'

/** @returns what was written, for the traffic drawer; undefined when nothing was */
export function respond(res: Response, answer: Answer, requestId: string): Answer {
  const bytes = bytesOf(answer)
  res.status(answer.status).set({ 'x-line-request-id': requestId, ...answer.headers })
  res.set('content-type', answer.contentType ?? 'application/json').end(bytes)
  return answer
}

export function respondBroken(res: Response, strike: Strike, real: Answer, requestId: string): Answer | undefined {
  if (strike.kind === 'hang') return undefined
  if (strike.kind === 'reset') {
    res.socket?.resetAndDestroy()
    return undefined
  }
  if (strike.kind === 'truncated') {
    breakOff(res, real, requestId)
    return real
  }
  return respond(res, answerOfFault(strike.kind) ?? real, requestId)
}

/** Half the body, under a header that promises all of it. */
function breakOff(res: Response, answer: Answer, requestId: string): void {
  const bytes = bytesOf(answer)
  const contentType = answer.contentType ?? 'application/json'
  res.status(answer.status)
  res.set({ 'x-line-request-id': requestId, 'content-type': contentType, 'content-length': String(bytes.length) })
  res.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => res.socket?.destroy())
}

export function bytesOf({ body }: Answer): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
}
