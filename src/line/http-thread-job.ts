/** What runs on the thread of http-thread.ts: makes the calls, and hands back the answers of one turn together. */
import { setImmediate } from 'node:timers'
import { parentPort, workerData } from 'node:worker_threads'
import { type CallResult, openHost } from './http-call.ts'
import type { FromThread, SentResult, ThreadSettings, ToThread } from './http-thread.ts'

const { origin, timeoutMs } = workerData as ThreadSettings
const host = openHost(origin, timeoutMs)
let done: [number, SentResult][] = []

parentPort?.on('message', (message: ToThread) => {
  if (message === 'close') void close()
  else for (const [number, call] of message) void host.call(call).then((result) => tell(number, result))
})

function tell(number: number, result: CallResult): void {
  if (done.length === 0) setImmediate(handBack)
  done.push([number, sent(result)])
}

function handBack(): void {
  parentPort?.postMessage(done satisfies FromThread)
  done = []
}

function sent(result: CallResult): SentResult {
  if (result.kind !== 'answer') return result
  return { kind: 'answer', answer: { ...result.answer, body: result.answer.body.toString('latin1') } }
}

/** What is still on its way is told as broken off before the thread ends. */
async function close(): Promise<void> {
  await host.close()
  setImmediate(() => parentPort?.close())
}
