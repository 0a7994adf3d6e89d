/** A register of a few pairs and people, and a sweep whose messages can be read. */
import { z } from 'zod'
import type { EnqueuePush, Reply, Role } from '../../../src/bot/types.ts'
import { Pair, pairCollections, pairs } from '../../../src/pairs/index.ts'
import { people, peopleCollections, peopleFeature, registerPersona } from '../../../src/people/index.ts'
import {
  dutyReported,
  noteFirstUse,
  reminderCollections,
  remindersFeature,
  runSweep,
  type SweepResult,
} from '../../../src/reminders/index.ts'
import { collection, type Store } from '../../../src/store/index.ts'
import { type Day, dayOf, instantOf } from '../../../src/thai/index.ts'
import { type Bench, fitting, openBench, readable } from '../../support/feature-bench.ts'

export interface ReminderBench extends Bench {
  addPair(id: string, provinceTh: string, fields?: Partial<Pair>): Promise<void>
  addPerson(userId: string, role: Role, provinces: string[]): Promise<string>
  blocks(userId: string): Promise<void>
  reports(pairId: string, fiscalYear?: number): Promise<void>
  /** Moves the clock to noon of that day and sweeps. */
  sweepOn(day: Day): Promise<SweepResult>
  sweep(options?: { asOf?: Day; dryRun?: boolean; pairsAtOnce?: number }): Promise<SweepResult>
  /** The messages the person has got since it was last looked at, as replies and as they are read. */
  messagesTo(userId: string): Promise<Reply[][]>
  gotten(userId: string): Promise<string[]>
}

const letters = collection('letters', {
  schema: z.object({ id: z.string(), userId: z.string(), body: z.string() }),
  indexes: { byUser: { fields: ['userId'] } },
})

/** Stored with the transaction, as the program's outbox is. */
export const enqueuePush: EnqueuePush = (tx, push) =>
  tx.insert(letters, { id: push.key, userId: push.userId, body: JSON.stringify(push.replies) })

/** A store on which something happens between reading and the first write. */
export function beforeFirstWrite(store: Store, happens: () => Promise<unknown>): Store {
  let first: Promise<unknown> | undefined
  const transaction: Store['transaction'] = async (work) => {
    first ??= happens()
    await first
    return store.transaction(work)
  }
  return new Proxy(store, {
    get(target, key) {
      const value: unknown = key === 'transaction' ? transaction : Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** The program is first used on 21 Nov 2569: duties begin with 2570. */
export async function openReminderBench(): Promise<ReminderBench> {
  const bench = await openBench(
    [peopleFeature, remindersFeature],
    [...pairCollections, letters, ...peopleCollections, ...reminderCollections],
    '2026-11-21T02:00:00Z',
  )
  const { store, clock } = bench
  const seen = new Set<string>()
  await noteFirstUse(store, clock.now())

  async function sweep(options: Parameters<ReminderBench['sweep']>[0] = {}) {
    return runSweep({ store, enqueuePush, now: clock.now(), ...options })
  }

  async function messagesTo(userId: string): Promise<Reply[][]> {
    const fresh = (await store.find(letters, 'byUser', [userId])).filter(({ id }) => !seen.has(id))
    for (const { id } of fresh) seen.add(id)
    return fresh.map(({ body }) => fitting(JSON.parse(body) as Reply[]))
  }

  return {
    ...bench,
    sweep,
    async addPair(id, provinceTh, fields = {}) {
      const signed = { status: 'signed', instrument: 'mou', signedByLevel: 'province', signedBe: 2543 }
      const certain = { nameCertainty: 'A', pairCertainty: 'A', asOf: '2026-10-01', source: 'S1', countryIso: 'CN' }
      const pair = Pair.parse({ id, listNo: 1, provinceTh, partnerTh: `เมือง ${id}`, ...signed, ...certain, ...fields })
      await store.transaction((tx) => tx.insert(pairs, pair))
    },
    async addPerson(userId, role, provinces) {
      await registerPersona(store, { userId, role, provinces, name: `คุณ${userId}`, position: '-', now: clock.now() })
      const [person] = await store.find(people, 'byUserId', [userId])
      return person?.id ?? ''
    },
    async blocks(userId) {
      await bench.phone(userId).blocks()
    },
    async reports(pairId, fiscalYear = 2570) {
      const changes = await dutyReported(store, pairId, fiscalYear, dayOf(clock.now()), clock.now())
      await store.transaction((tx) => {
        for (const change of changes) change(tx)
      })
    },
    sweepOn(day) {
      clock.moveTo(instantOf(day, '12:00'))
      return sweep()
    },
    messagesTo,
    gotten: async (userId) => (await messagesTo(userId)).map((replies) => replies.map(readable).join('\n')),
  }
}
