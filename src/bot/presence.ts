/**
 * Which processes work on this store. Each says so every second; one that has been silent for a few, or that a look at this
 * machine shows to be dead, is gone, and what it had claimed is anybody's at once.
 */
import { hostname } from 'node:os'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { every, type Recurring } from '../every.ts'
import type { Log } from '../log.ts'
import { Conflict, collection, DuplicateKey, type Store } from '../store/index.ts'

const BEAT_MS = 1_000
/** Longer than any pause of a healthy process, and than clocks of several machines differ. */
const SILENCE_MS = 6_000
/** Records of the dead are kept a while, so that a process that merely hung finds itself gone. */
const FORGET_MS = 3_600_000

const Process = z.object({
  id: z.string(),
  host: z.string(),
  pid: z.int(),
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

/** On a SQLite file one program works at a time: every other owner is one that ended. */
export const nobodyElse: Peers = { isGone: () => true, isAlone: () => true }

export interface Presence extends Peers {
  stop(): Promise<void>
}

/** @param owner this process, as it stands in what it claims */
export async function joinProcesses(store: Store, clock: Clock, log: Log, owner: string): Promise<Presence> {
  let living = new Set<string>()

  async function beat(): Promise<void> {
    const now = clock.now()
    await sayAlive(store, {
      id: owner,
      host: hostname(),
      pid: process.pid,
      aliveUntil: later(now, SILENCE_MS),
      kind: 'bot',
    })
    const known = await store.find(processes, 'byLife', ['bot'], { from: now })
    living = new Set(known.filter((each) => each.id === owner || !isDeadHere(each)).map(({ id }) => id))
    await forget(store, later(now, -FORGET_MS))
  }

  await beat()
  const beating: Recurring = every(BEAT_MS, log, beat)
  return {
    isGone: (other) => other !== owner && !living.has(other),
    isAlone: () => living.size === 1 && living.has(owner),
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

async function forget(store: Store, before: Date): Promise<void> {
  const dead = await store.find(processes, 'byLife', ['bot'], { before, limit: 20 })
  if (dead.length === 0) return
  try {
    await store.transaction((tx) => {
      for (const each of dead) tx.remove(processes, each)
    })
  } catch (error) {
    // Another process was faster.
    if (!(error instanceof Conflict || error instanceof DuplicateKey)) throw error
  }
}

function later(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms)
}
