/** The three loads: as fast as it acknowledges, as fast as it answers, and so many events a second; each in slices. */
import { setTimeout as pause } from 'node:timers/promises'
import type { CountingLine } from './counting-line.ts'
import type { Crowd } from './crowd.ts'
import type { WebhookClient } from './webhook-client.ts'

/** What one slice of a load gave. */
export interface Slice {
  readonly ackMs: readonly number[]
  readonly answerMs: readonly number[]
  readonly refused: number
  /** Until the last was acknowledged. */
  readonly ackedSeconds: number
  /** Until the last answer had come. */
  readonly answeredSeconds: number
}

export interface Measured {
  readonly sent: number
  readonly refused: number
  readonly answered: number
  readonly ackedPerSecond: number
  readonly answeredPerSecond: number
  readonly ackMs: Percentiles
  readonly answerMs: Percentiles
}

interface Percentiles {
  readonly p50: number
  readonly p99: number
}

const LONGEST_DRAIN_MS = 30_000

export class Load {
  readonly #client: WebhookClient
  readonly #crowd: Crowd
  readonly #answers: boolean
  readonly #dueAt = new Map<string, number>()
  #wakeUp = () => {}
  #ackMs: number[] = []
  #answerMs: number[] = []
  #refused = 0

  /** @param answers whether an event is done only when its answer came, not when it was acknowledged */
  constructor(client: WebhookClient, line: CountingLine, crowd: Crowd, answers: boolean) {
    this.#client = client
    this.#crowd = crowd
    this.#answers = answers
    line.onReply((token) => this.#noteAnswer(token))
  }

  /** Every connection posts its next webhook when its last was acknowledged, with at most so many events unanswered. */
  async flatOut(seconds: number, connections: number, mostUnanswered: number): Promise<Slice> {
    return this.#measure(async () => {
      const end = performance.now() + seconds * 1000
      const work = async () => {
        while (performance.now() < end) {
          // An answer that never comes must not hold up the run.
          if (this.#dueAt.size >= mostUnanswered) await Promise.race([this.#someAnswer(), pause(1_000)])
          else await this.#send(performance.now())
        }
      }
      await Promise.all(Array.from({ length: connections }, work))
    })
  }

  /** So many events a second, whether or not the last were acknowledged; latencies count from when each was due. */
  async steadily(seconds: number, perSecond: number): Promise<Slice> {
    return this.#measure(async () => {
      const start = performance.now()
      const sends: Promise<void>[] = []
      for (let number = 0; number < seconds * perSecond; number += 1) {
        const due = start + (number * 1000) / perSecond
        const early = due - performance.now()
        if (early > 1) await pause(early)
        // A timer may be up to a millisecond early: what is sent before it is due counts from then.
        sends.push(this.#send(Math.min(due, performance.now())))
      }
      await Promise.all(sends)
    })
  }

  async #measure(run: () => Promise<void>): Promise<Slice> {
    this.#ackMs = []
    this.#answerMs = []
    this.#refused = 0
    const start = performance.now()
    await run()
    const acked = performance.now()
    const drainBy = acked + LONGEST_DRAIN_MS
    while (this.#answers && this.#dueAt.size > 0 && performance.now() < drainBy) await pause(2)
    this.#dueAt.clear()
    return {
      ackMs: this.#ackMs,
      answerMs: this.#answerMs,
      refused: this.#refused,
      ackedSeconds: (acked - start) / 1000,
      answeredSeconds: (performance.now() - start) / 1000,
    }
  }

  async #send(due: number): Promise<void> {
    const { replyToken, body } = this.#crowd.next()
    if (this.#answers) this.#dueAt.set(replyToken, due)
    const status = await this.#client.post(body)
    this.#ackMs.push(performance.now() - due)
    if (status === 200) return
    this.#refused += 1
    this.#dueAt.delete(replyToken)
  }

  #noteAnswer(token: string): void {
    const due = this.#dueAt.get(token)
    if (due === undefined) return
    this.#dueAt.delete(token)
    this.#answerMs.push(performance.now() - due)
    this.#wakeUp()
  }

  #someAnswer(): Promise<void> {
    return new Promise((resolve) => {
      const others = this.#wakeUp
      this.#wakeUp = () => {
        this.#wakeUp = () => {}
        others()
        resolve()
      }
    })
  }
}

/** All slices of one load as if they were one. */
export function inAll(slices: readonly Slice[]): Measured {
  const ackMs = slices.flatMap((slice) => slice.ackMs)
  const answerMs = slices.flatMap((slice) => slice.answerMs)
  return {
    sent: ackMs.length,
    refused: sum(slices.map((slice) => slice.refused)),
    answered: answerMs.length,
    ackedPerSecond: ackMs.length / sum(slices.map((slice) => slice.ackedSeconds)),
    answeredPerSecond: answerMs.length / sum(slices.map((slice) => slice.answeredSeconds)),
    ackMs: percentiles(ackMs),
    answerMs: percentiles(answerMs),
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function percentiles(values: number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99) }
}
