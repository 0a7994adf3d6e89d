/**
 * The sweep: finds what is due, and stores each message together with the record that it was fired. Whoever runs it, and
 * however often, nothing is sent twice: the record is unique, and a duty that was reported meanwhile stops its message.
 */
import { v5 as idFromFacts } from 'uuid'
import type { EnqueuePush } from '../bot/types.ts'
import { type Pair, provincesWithRows } from '../pairs/index.ts'
import { activePeople } from '../people/index.ts'
import { Conflict, DuplicateKey, type Store } from '../store/index.ts'
import type { Day } from '../thai/index.ts'
import { areasOf } from './areas.ts'
import { closeEndedYears } from './close-year.ts'
import { compose } from './compose.ts'
import type { FiredReminder } from './duty.ts'
import { firedRecord } from './fired-record.ts'
import { leadingRule, type Message, type MessageGroup, planSweep, type Skip, type SweepFacts } from './plan-sweep.ts'
import { type Lot, missingDuties, pairsOf, readFacts, sweepTime, yearsToFill, yearsToSweep } from './read-facts.ts'
import { addDuties, addSkipped, expectUnchanged, noteFirstUse, saveFired } from './reminder-store.ts'

interface SweepOptions {
  readonly store: Store
  readonly enqueuePush: EnqueuePush
  readonly now: Date
  /** Looks at that day instead of today, the whole of it. */
  readonly asOf?: Day
  /** The same decisions, and nothing written. */
  readonly dryRun?: boolean
  /** So many pairs, and the rest of the last province's; default: 5,000. */
  readonly pairsAtOnce?: number
}

/** What `npm run remind -- --json` prints (contract). */
export interface SweepResult {
  readonly asOf: Day
  readonly dryRun: boolean
  readonly messages: readonly SweptMessage[]
  readonly skipped: readonly { readonly pairId: string; readonly ruleId: string; readonly reason: string }[]
}

interface SweptMessage {
  readonly personId: string
  readonly audience: string
  /** The latest rule the message stands for. */
  readonly ruleId: string
  readonly pairIds: readonly string[]
  readonly result: 'stored' | 'would-store'
}

/** Somebody reports, or another process sweeps, at the same time: read and decide again, so many times at most. */
const ROUNDS = 5

/** What is known of so many pairs is held in memory at once: all of Thailand's, and not ten times as many. */
const PAIRS_AT_ONCE = 5_000
const NAMESPACE = '5f0b6d2e-6c0a-4b0e-9d5b-6a0f4c6f2a11'

export function runSweep(options: SweepOptions): Promise<SweepResult> {
  return options.dryRun ? planOnly(options) : sweep(options)
}

async function planOnly(options: SweepOptions): Promise<SweepResult> {
  const { store, now, asOf } = options
  const time = sweepTime(now, asOf)
  const years = await yearsToSweep(store, time.asOf, now)
  const filled = await yearsToFill(store, years, time.asOf)
  const swept = await eachLot(options, async (pairs) => {
    const plan = planSweep(
      await readFacts(store, { time, years, pairs }, await missingDuties(store, pairs, filled, now)),
    )
    return { messages: plan.groups.flatMap((group) => group.messages), skipped: plan.skipped }
  })
  return resultOf(swept, { asOf: time.asOf, dryRun: true })
}

async function sweep(options: SweepOptions): Promise<SweepResult> {
  const { store, now } = options
  const time = sweepTime(now, options.asOf)
  await noteFirstUse(store, now)
  const years = await yearsToSweep(store, time.asOf, now)
  const [current, ...ended] = (await yearsToFill(store, years, time.asOf)).toReversed()
  // All at once: as soon as there is one of a year that has ended, no other is added.
  if (ended.length > 0) {
    const pairs = await pairsOf(store, await provincesWithRows(store))
    await addDuties(store, await missingDuties(store, pairs, ended, now))
  }
  const swept = await eachLot(options, async (pairs) => {
    const missing = current === undefined ? [] : await missingDuties(store, pairs, [current], now)
    return sweepPairs(options, { time, years, pairs, unfired: await addDuties(store, missing) })
  })
  await closeEndedYears(store, time, now)
  return resultOf(swept, { asOf: time.asOf, dryRun: false })
}

interface Swept {
  readonly messages: readonly Message[]
  readonly skipped: readonly Skip[]
}

/** Areas come together until there is enough to do at once. */
async function eachLot(
  { store, pairsAtOnce = PAIRS_AT_ONCE }: SweepOptions,
  work: (pairs: readonly Pair[]) => Promise<Swept>,
): Promise<SweptShort[]> {
  const swept: SweptShort[] = []
  let lot: Pair[] = []
  const sweepLot = async () => {
    const { messages, skipped } = await work(lot)
    swept.push({ messages: messages.map(report), skipped: skipped.map(reportSkip) })
    lot = []
  }
  for (const area of areasOf(await provincesWithRows(store), await activePeople(store))) {
    lot = [...lot, ...(await pairsOf(store, area))]
    if (lot.length >= pairsAtOnce) await sweepLot()
  }
  if (lot.length > 0) await sweepLot()
  return swept
}

async function sweepPairs(options: SweepOptions, { unfired, ...lot }: Lot): Promise<Swept> {
  const { store } = options
  const messages: Message[] = []
  let skipped: readonly Skip[] = []
  for (let round = 1, again = true; again && round <= ROUNDS; round++) {
    // Should another process have fired for one of these meanwhile, its record is in the way, and the next round sees it.
    const facts = await readFacts(store, round === 1 ? { ...lot, unfired } : lot, [])
    const plan = planSweep(facts)
    const stored = await storeGroups(options, facts, plan.groups)
    messages.push(...stored.messages)
    skipped = plan.skipped
    again = stored.wasDisturbed
  }
  // a planned date is on the duty itself; that nobody could be reached would be lost without a record
  const unreached = skipped.filter((skip) => skip.reason !== 'planned')
  await addSkipped(
    store,
    unreached.map((skip) => skippedRecord(skip, lot.time.until)),
  )
  return { messages, skipped }
}

/** Stores each group in a step of its own, so that one that was disturbed holds up no other. */
async function storeGroups(options: SweepOptions, facts: SweepFacts, groups: readonly MessageGroup[]) {
  const messages: Message[] = []
  let wasDisturbed = false
  for (const group of groups) {
    try {
      await storeGroup(options, facts, group)
      messages.push(...group.messages)
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof DuplicateKey)) throw error
      wasDisturbed = true
    }
  }
  return { messages, wasDisturbed }
}

function storeGroup({ store, enqueuePush }: SweepOptions, facts: SweepFacts, group: MessageGroup): Promise<void> {
  const messages = group.messages.map((message) => ({ ...message, key: keyOf(message), about: new Set(message.items) }))
  return store.transaction((tx) => {
    for (const item of group.items) {
      expectUnchanged(tx, item.duty)
      const known = facts.fired.get(item.duty.id) ?? []
      const messageKeys = messages.filter(({ about }) => about.has(item)).map(({ key }) => key)
      for (const rule of item.rules) {
        const before = known.find((record) => record.ruleId === rule.id)
        const result = rule === item.rule ? 'sent' : 'joined'
        saveFired(tx, before, firedRecord(item.duty, rule, facts.until, { result, messageKeys }))
      }
    }
    for (const message of messages) {
      const { key, person, audience } = message
      // A supervisor is told when the officers did not act: that must get through at the end of the month as well.
      const worth = audience === 'supervisor' ? 'urgent' : 'usual'
      enqueuePush(tx, { key, userId: person.userId, replies: compose(message, facts.asOf), worth })
    }
  })
}

/** The same person, rules and duties make the same key, on every machine and at every try. */
function keyOf(message: Message): string {
  const facts = message.items.map((item) => `${item.duty.id} ${item.rules.map((rule) => rule.id).join('+')}`)
  return idFromFacts([message.person.id, ...facts].join('|'), NAMESPACE)
}

function skippedRecord({ duty, rule, reason }: Skip, at: Date): FiredReminder {
  return firedRecord(duty, rule, at, { result: 'skipped', skipReason: reason, messageKeys: [] })
}

/** What is left of a lot when it is swept. */
type SweptShort = Pick<SweepResult, 'skipped'> & {
  readonly messages: readonly Omit<SweptMessage, 'result'>[]
}

function report(message: Message): SweptShort['messages'][number] {
  const { person, audience, items } = message
  const pairIds = [...new Set(items.map((item) => item.pair.id))]
  return { personId: person.id, audience, ruleId: leadingRule(message)?.id ?? '', pairIds }
}

function reportSkip({ duty, rule, reason }: Skip): SweepResult['skipped'][number] {
  return { pairId: duty.pairId, ruleId: rule.id, reason }
}

function resultOf(swept: readonly SweptShort[], { asOf, dryRun }: Pick<SweepResult, 'asOf' | 'dryRun'>): SweepResult {
  const result = dryRun ? 'would-store' : 'stored'
  const messages = swept.flatMap((lot) => lot.messages).map((message) => ({ ...message, result }) as const)
  return { asOf, dryRun, messages, skipped: swept.flatMap((lot) => lot.skipped) }
}
