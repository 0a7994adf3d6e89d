/** The page's event streams (server-sent events): what happens is shown on every open page at once. */
import type { Request, Response } from 'express'
import type { Live } from '../live.ts'

const HEARTBEAT_MS = 15_000
const RECONNECT_MS = 1000

export class LiveStreams {
  readonly #live: Live
  readonly #open = new Set<Response>()

  constructor(live: Live) {
    this.#live = live
  }

  open(req: Request, res: Response): void {
    res.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    res.write(`retry: ${RECONNECT_MS}\n\n`)
    const stopWatching = this.#live.watch(({ event, data }) => {
      res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    })
    const heartbeat = setInterval(() => res.write(': here\n\n'), HEARTBEAT_MS)
    this.#open.add(res)
    req.on('close', () => {
      stopWatching()
      clearInterval(heartbeat)
      this.#open.delete(res)
    })
  }

  close(): void {
    for (const res of this.#open) res.end()
  }
}
