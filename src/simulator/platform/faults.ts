/** What can go wrong between a bot and LINE, one fault at a time: knobs for tests. */
import { type Answer, answerOf } from './endpoint.ts'
import { errors } from './line-errors.ts'

export const FAULT_KINDS = [
  /** No answer ever comes; the connection stays open. */
  'hang',
  /** The connection is reset. */
  'reset',
  'error500',
  /** 200, but a proxy's page. */
  'html',
  /** 200, but the body breaks off half-way. */
  'truncated',
  /** 200, but no body at all. */
  'empty',
  /** 409 without saying what was accepted. */
  'conflict',
  'rateLimit',
  'monthlyLimit',
  'unauthorized',
  /** 202: content that is still being prepared. */
  'preparing',
] as const

export type FaultKind = (typeof FAULT_KINDS)[number]

export interface Fault {
  /** An endpoint's name, such as 'push'; 'any' is each of them. */
  readonly on: string
  readonly kind: FaultKind
  /** Whether LINE does what was asked before it fails; default false, but true for html, truncated and empty. */
  readonly afterAccept?: boolean
  /** How many calls it strikes; default 1. */
  readonly times?: number
}

export interface Strike {
  readonly kind: FaultKind
  readonly afterAccept: boolean
}

const HAPPENS_LATE: readonly FaultKind[] = ['html', 'truncated', 'empty']

export class Faults {
  #waiting: { fault: Fault; left: number }[] = []

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 })
  }

  /** @returns how many of them have not struck to their end */
  clear(): number {
    const left = this.#waiting.length
    this.#waiting = []
    return left
  }

  /** The fault that strikes this call, if any; it is used up by it. */
  take(endpoint: string): Strike | undefined {
    const found = this.#waiting.find(({ fault }) => fault.on === endpoint || fault.on === 'any')
    if (!found) return undefined
    found.left -= 1
    if (found.left <= 0) this.#waiting = this.#waiting.filter((other) => other !== found)
    const { kind, afterAccept } = found.fault
    return { kind, afterAccept: afterAccept ?? HAPPENS_LATE.includes(kind) }
  }
}

/** What the struck call is answered, where it is answered at all and not with the real answer's own body. */
export function answerOfFault(kind: FaultKind): Answer | undefined {
  switch (kind) {
    case 'error500':
      return answerOf(errors.internal())
    case 'html':
      return { status: 200, contentType: 'text/html', body: Buffer.from('<html><body>proxy</body></html>') }
    case 'empty':
      return { status: 200, contentType: 'application/json', body: Buffer.alloc(0) }
    case 'conflict':
      return { status: 409, body: { message: 'Conflict' } }
    case 'rateLimit':
      return answerOf(errors.rateLimit())
    case 'monthlyLimit':
      return answerOf(errors.monthlyLimit())
    case 'unauthorized':
      return answerOf(errors.badToken())
    case 'preparing':
      return { status: 202, body: {} }
    default:
      return undefined
  }
}
