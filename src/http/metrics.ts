/** What /metrics tells: the process, what was counted while it ran, and what waits in the store when it is asked. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Meters } from '../meters.ts'

export interface Counts {
  waitingEvents(): Promise<number>
  /** Outgoing messages that wait or went wrong, by their status. */
  outbox(): Promise<Readonly<Record<string, number>>>
  /** Messages left this month; undefined: without limit, or not known. */
  quotaLeft(): number | undefined
}

const ACK_SECONDS = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 2]
const REPLY_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60]
const ENDED_WITHOUT = new Set(['refused', 'given-up', 'dropped', 'undecidable'])

export function createMetrics(counts: Counts): Registry & { readonly meters: Meters } {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  addGauges(registry, counts)
  return Object.assign(registry, { meters: createMeters(registry) })
}

function createMeters(registry: Registry): Meters {
  const registers = [registry]
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name: `sistercity_${name}_total`, help, labelNames, registers })
  const acks = new Histogram({
    name: 'sistercity_ack_seconds',
    help: 'From a webhook’s headers to its answer',
    buckets: ACK_SECONDS,
    registers,
  })
  const replies = new Histogram({
    name: 'sistercity_reply_seconds',
    help: 'From an event’s receipt to LINE’s acceptance of its answer',
    buckets: REPLY_SECONDS,
    registers,
  })
  const webhooks = counter('webhooks', 'Webhooks by the status they were answered with', 'status')
  const events = counter('events', 'Events of webhooks: new, duplicate, or needless', 'result')
  const sends = counter('sends', 'Calls to LINE that should show a message, by outcome', 'kind', 'outcome')
  const retries = counter('send_retries', 'Messages that have to be tried again', 'kind')
  const dropped = counter('dropped', 'Messages that ended without being accepted, by why', 'kind', 'status')
  return {
    acknowledged(status, ms) {
      acks.observe(ms / 1000)
      webhooks.inc({ status })
    },
    received: (result) => events.inc({ result }),
    sent(kind, outcome, sinceReceiptMs) {
      sends.inc({ kind, outcome })
      if (outcome === 'accepted' && sinceReceiptMs !== undefined) replies.observe(sinceReceiptMs / 1000)
    },
    settled(kind, status) {
      if (status === 'waiting') retries.inc({ kind })
      else if (ENDED_WITHOUT.has(status)) dropped.inc({ kind, status })
    },
  }
}

function addGauges(registry: Registry, counts: Counts): void {
  const registers = [registry]
  new Gauge({
    name: 'sistercity_events_waiting',
    help: 'Webhook events stored and not worked yet',
    registers,
    async collect() {
      this.set(await counts.waitingEvents())
    },
  })
  new Gauge({
    name: 'sistercity_outgoing_messages',
    help: 'Outgoing messages that wait or were not accepted, by status',
    labelNames: ['status'],
    registers,
    async collect() {
      for (const [status, count] of Object.entries(await counts.outbox())) this.set({ status }, count)
    },
  })
  new Gauge({
    name: 'sistercity_quota_left',
    help: 'Messages left this month; absent without a limit, or while it is not known',
    labelNames: ['plan'],
    registers,
    collect() {
      const left = counts.quotaLeft()
      if (left === undefined) this.reset()
      else this.set({ plan: 'limited' }, left)
    },
  })
}
