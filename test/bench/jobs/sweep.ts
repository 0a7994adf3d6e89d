/** The reminder sweep over so many pairs, each province with an officer and a supervisor; the messages are stored, not sent. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enqueuePushWith } from '../../../src/app.ts'
import { ManualClock } from '../../../src/clock.ts'
import { readConfig } from '../../../src/config.ts'
import { createLog } from '../../../src/log.ts'
import { type Pair, PROVINCES, pairs as register } from '../../../src/pairs/index.ts'
import { registerPersona } from '../../../src/people/index.ts'
import { openProgramStore } from '../../../src/program-store.ts'
import { noteFirstUse, runSweep } from '../../../src/reminders/index.ts'
import type { Store } from '../../../src/store/index.ts'

export interface SweepFigures {
  readonly pairs: number
  readonly firstMs: number
  readonly messages: number
  /** The same sweep again: everything is looked at, and nothing is due. */
  readonly againMs: number
  /** The most memory that this process has had. */
  readonly rssMiB: number
}

const FIRST_USE = new Date('2026-11-02T02:00:00Z')
const DUE = new Date('2027-07-01T02:00:00Z')
const BATCH = 5_000

const { pairs } = JSON.parse(process.argv[2] ?? '{}') as { pairs: number }
process.stdout.write(JSON.stringify(await measure(pairs)))

async function measure(count: number): Promise<SweepFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-sweep-'))
  const store = await openProgramStore(readConfig({ DATA_DIR: folder }))
  try {
    await noteFirstUse(store, FIRST_USE)
    for (let first = 0; first < count; first += BATCH) {
      const size = Math.min(BATCH, count - first)
      await store.insertIfAbsent(
        register,
        Array.from({ length: size }, (_, number) => pairNumber(first + number)),
      )
    }
    await registerEveryProvince(store)
    const first = await timed(() => sweep(store))
    const again = await timed(() => sweep(store))
    if (first.result.messages.length === 0 || again.result.messages.length > 0) throw new Error('the sweep is wrong')
    return {
      pairs: count,
      firstMs: first.ms,
      messages: first.result.messages.length,
      againMs: again.ms,
      rssMiB: process.resourceUsage().maxRSS / 1024,
    }
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function sweep(store: Store) {
  const enqueuePush = enqueuePushWith(new ManualClock(DUE), createLog('silent'))
  return runSweep({ store, enqueuePush, now: DUE })
}

async function timed<R>(work: () => Promise<R>): Promise<{ result: R; ms: number }> {
  const start = performance.now()
  const result = await work()
  return { result, ms: performance.now() - start }
}

function pairNumber(number: number): Pair {
  return {
    id: `SC${String(number + 101).padStart(3, '0')}`,
    provinceTh: PROVINCES[number % PROVINCES.length]?.th ?? '',
    partnerTh: `เมืองสมมุติ ${number}`,
    countryIso: 'CN',
    status: 'signed',
    instrument: 'mou',
    signedByLevel: 'province',
    nameCertainty: 'A',
    pairCertainty: 'A',
    asOf: '2026-11-01',
    source: 'bench',
  }
}

async function registerEveryProvince(store: Store): Promise<void> {
  for (const [number, { th }] of PROVINCES.entries()) {
    for (const role of ['officer', 'supervisor'] as const) {
      const userId = `U${role === 'officer' ? 'a' : 'b'}${String(number).padStart(31, '0')}`
      await registerPersona(store, { userId, role, provinces: [th], name: th, position: role, now: FIRST_USE })
    }
  }
}
