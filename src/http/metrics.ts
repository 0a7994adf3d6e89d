/** What /metrics tells: the process, and what waits or went wrong in the store, counted when it is asked. */
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

export interface Counts {
  waitingEvents(): Promise<number>
  /** Outgoing messages by their status. */
  outbox(): Promise<Readonly<Record<string, number>>>
}

export function createMetrics(counts: Counts): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'sistercity_events_waiting',
    help: 'Webhook events stored and not worked yet',
    registers: [registry],
    async collect() {
      this.set(await counts.waitingEvents())
    },
  })
  new Gauge({
    name: 'sistercity_outgoing_messages',
    help: 'Outgoing messages by status',
    labelNames: ['status'],
    registers: [registry],
    async collect() {
      for (const [status, count] of Object.entries(await counts.outbox())) this.set({ status }, count)
    },
  })
  return registry
}
