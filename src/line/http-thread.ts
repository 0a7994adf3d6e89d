/**
 * A host whose calls are made on a thread of their own: writing requests, reading answers and TLS then cost the thread that
 * works the events nothing but the handing over, which happens once a turn of the event loop for all calls of that turn.
 */
import { Worker } from 'node:worker_threads'
import type { CallResult, Host, HttpCall } from './http-call.ts'

/** What the thread is told of itself. */
export interface ThreadSettings {
  readonly origin: string
  readonly timeoutMs: number
}

/** To the thread: calls, each with a number; `'close'`: no more will come. */
export type ToThread = readonly (readonly [number: number, call: HttpCall])[] | 'close'

/** From the thread. A body crosses as latin1, a byte a letter: a buffer would cost ten times as much. */
export type FromThread = readonly (readonly [number: number, result: SentResult])[]

export type SentResult =
  | Exclude<CallResult, { kind: 'answer' }>
  | { readonly kind: 'answer'; readonly answer: Omit<Answered, 'body'> & { readonly body: string } }

type Answered = Extract<CallResult, { kind: 'answer' }>['answer']

/** Nothing of what it was asked can be told any more: it may have been sent. */
const LOST: CallResult = { kind: 'uncertain', why: 'the thread that calls LINE ended' }

/** For JSON. @param origin, @param timeoutMs as in `openHost` */
export function openHostOnThread(origin: string, timeoutMs: number): Host {
  const settings: ThreadSettings = { origin, timeoutMs }
  const unanswered = new Map<number, (result: CallResult) => void>()
  let toSend: [number, HttpCall][] = []
  let last = 0
  // At once, so that the first call does not wait for it.
  let thread: Worker | undefined = start()

  function start(): Worker {
    const worker = new Worker(new URL('./http-thread-job.ts', import.meta.url), { workerData: settings })
    worker.on('message', (results: FromThread) => {
      for (const [number, result] of results) settle(number, received(result))
      // Like an idle connection, an idle thread keeps no program running.
      if (unanswered.size === 0) worker.unref()
    })
    worker.unref()
    // It ends by itself only when something in it is broken; the next call has a new one.
    worker.on('error', () => {})
    worker.on('exit', () => {
      thread = undefined
      for (const number of [...unanswered.keys()]) settle(number, LOST)
    })
    return worker
  }

  function settle(number: number, result: CallResult): void {
    unanswered.get(number)?.(result)
    unanswered.delete(number)
  }

  function handOver(): void {
    const calls = toSend
    toSend = []
    thread ??= start()
    thread.ref()
    thread.postMessage(calls satisfies ToThread)
  }

  return {
    call: (call) =>
      new Promise((resolve) => {
        last += 1
        unanswered.set(last, resolve)
        if (toSend.length === 0) process.nextTick(handOver)
        toSend.push([last, call])
      }),
    close: () =>
      new Promise((resolve) => {
        if (!thread) return resolve()
        thread.ref()
        thread.once('exit', () => resolve())
        thread.postMessage('close' satisfies ToThread)
      }),
  }
}

function received(result: SentResult): CallResult {
  if (result.kind !== 'answer') return result
  return { kind: 'answer', answer: { ...result.answer, body: Buffer.from(result.answer.body, 'latin1') } }
}
