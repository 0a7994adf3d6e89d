/**
 * Which processes work on this store. Each says so every second; one that has been silent for a few, or that a look at this
 * machine shows to be dead, is gone, and what it had claimed is anybody's at once.
 */
import { hostname } from 'node:os'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { every } from '../every.ts'
import type { Log } from '../log.ts'
import { Conflict, collection, DuplicateKey, holdAlone, type Store, type Stored } from '../store/index.ts'
import { createRollCall } from './roll-call.ts'

const BEAT_MS = 1_000
/** More than a beat, so that `aliveUntil` reads as what it is; nobody is judged by it. */
const ALIVE_FOR_MS = 6_000
/** Claims bear with more; but then the times that people see differ from machine to machine. */
const MOST_SKEW_MS = 5_000

const Process = z.object({
  id: z.string(),
  host: z.string(),
  pid: z.int(),
  /** By its own clock. */
  aliveUntil: z.date(),
  kind: z.literal('bot'),
})
type Process = z.infer<typeof Process>

export const processes = collection('processes', {
  schema: Process,
  indexes: { byLife: { fields: ['kind', 'aliveUntil'] } },
})

export interface Peers {
  /** That process no longer works: what it claimed may be taken over. */
  isGone(owner: string): boolean
  /** No other process is known to work on this store. */
  isAlone(): boolean
}

/** Where one program works at a time, every other owner is one that ended. */
export const nobodyElse: Peers = { isGone: () => true, isAlone: () => true }

export interface Presence extends Peers {
  stop(): Promise<void>
}

/** On the embedded store. @throws SetupError when another program works there */
export function workAlone(sqliteFile: string): Presence {
  const hold = holdAlone(sqliteFile)
  return { ...nobodyElse, stop: async () => hold.release() }
}

/**
 * Resolves when all others know of this process: what it claims from then on is not taken for something left behind.
 * @param owner this process, as it stands in what it claims
 */
export async function joinProcesses(store: Store, clock: Clock, log: Log, owner: string): Promise<Presence> {
  const rollCall = createRollCall<Stored<Process>>(owner, isDeadHere)
  const watch = createSkewWatch(clock, log, owner)
  const known = Promise.withResolvers<void>()

  async function beat(): Promise<void> {
    const aliveUntil = new Date(clock.now().getTime() + ALIVE_FOR_MS)
    await sayAlive(store, { id: owner, host: hostname(), pid: process.pid, aliveUntil, kind: 'bot' })
    const take = rollCall.look()
    const entries = await store.find(processes, 'byLife', ['bot'])
    take(entries)
    watch(entries)
    await forget(
      store,
      entries.filter(({ id }) => rollCall.isGone(id)),
    )
    if (rollCall.isKnownToAll()) known.resolve()
  }

  await beat()
  const beating = every(BEAT_MS, log, beat)
  await known.promise
  return {
    isGone: rollCall.isGone,
    isAlone: rollCall.isAlone,
    async stop() {
      await beating.stop()
      await store.transaction(async (tx) => {
        const own = await tx.get(processes, owner)
        if (own) tx.remove(processes, own)
      })
    },
  }
}

async function sayAlive(store: Store, me: Process): Promise<void> {
  await store.transaction(async (tx) => {
    const own = await tx.get(processes, me.id)
    if (own) tx.replace(processes, { ...me, rev: own.rev })
    else tx.insert(processes, me)
  })
}

/** A process of this machine whose number nobody has, or whose number is now our own (as in a container that began anew). */
function isDeadHere({ host, pid }: Process): boolean {
  if (host !== hostname()) return false
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** One that only hung says that it is alive when it wakes, and is there again. */
async function forget(store: Store, gone: readonly Stored<Process>[]): Promise<void> {
  if (gone.length === 0) return
  try {
    await store.transaction((tx) => {
      for (const each of gone) tx.remove(processes, each)
    })
  } catch (error) {
    // Another process was faster.
    if (!(error instanceof Conflict || error instanceof DuplicateKey)) throw error
  }
}

/** Tells once of each process whose clock differs; only a record that has just changed tells of the present. */
function createSkewWatch(clock: Clock, log: Log, owner: string): (entries: readonly Stored<Process>[]) => void {
  let revs = new Map<string, number>()
  const told = new Set<string>()
  return (entries) => {
    for (const { id, host, rev, aliveUntil } of entries) {
      const skewMs = aliveUntil.getTime() - ALIVE_FOR_MS - clock.now().getTime()
      const hasChanged = revs.has(id) && revs.get(id) !== rev
      if (id === owner || told.has(id) || !hasChanged || Math.abs(skewMs) < MOST_SKEW_MS) continue
      told.add(id)
      log.warn(
        { host, seconds: Math.round(skewMs / 1000) },
        'the clock of another process differs: keep both set (NTP)',
      )
    }
    revs = new Map(entries.map(({ id, rev }) => [id, rev]))
  }
}
