/**
 * Who still works on this store, judged from one look at the processes' records to the next. A record that goes on changing
 * is of a process that works: no clocks are compared, so it does not matter how far those of several machines differ, and
 * whoever hung, or had no store for a while, takes nobody for gone.
 */
import type { Stored } from '../store/index.ts'

/** As a process describes itself; the revision grows with each beat. */
type Entry = Stored<{ readonly id: string }>

/** Whose record is the same for so many looks is gone. At a look a second longer than any pause of a healthy process. */
const SILENT_LOOKS = 6
/** A beat comes before a look: with the second one that we see, a look has ended that began after our first. */
const BEATS_TO_SEE_US = 2

interface Peer {
  readonly rev: number
  readonly firstRev: number
  readonly silentLooks: number
}

export interface RollCall<E extends Entry> {
  /** Before the store is asked. The function takes all entries that it gave, our own among them. */
  look(): (entries: readonly E[]) => void
  /** That process no longer works. One that was never heard of is judged by the next look. */
  isGone(id: string): boolean
  /** Nobody else works on this store. */
  isAlone(): boolean
  /** All others that work have looked since we first did, so that they know of us. */
  isKnownToAll(): boolean
}

/** @param isDead whether it can be seen at once that a process is no more */
export function createRollCall<E extends Entry>(owner: string, isDead: (entry: E) => boolean): RollCall<E> {
  let peers = new Map<string, Peer>()
  let asked = new Set<string>()
  const gone = new Set<string>()

  function take(entries: readonly E[], questions: ReadonlySet<string>): void {
    const before = peers
    peers = new Map(entries.map((entry) => [entry.id, meet(entry, before.get(entry.id))]))
    for (const entry of entries) judge(entry)
    for (const id of [...before.keys(), ...questions]) if (!peers.has(id)) gone.add(id)
  }

  function judge(entry: E): void {
    const isSilent = (peers.get(entry.id)?.silentLooks ?? 0) >= SILENT_LOOKS
    if (entry.id !== owner && (isSilent || isDead(entry))) gone.add(entry.id)
    else gone.delete(entry.id)
  }

  function others(): [string, Peer][] {
    return [...peers].filter(([id]) => id !== owner && !gone.has(id))
  }

  return {
    look() {
      const questions = asked
      asked = new Set()
      return (entries) => take(entries, questions)
    },
    isGone(id) {
      if (id === owner) return false
      if (!peers.has(id) && !gone.has(id)) asked.add(id)
      return gone.has(id)
    },
    isAlone: () => others().length === 0,
    isKnownToAll: () => others().every(([, { rev, firstRev }]) => rev >= firstRev + BEATS_TO_SEE_US),
  }
}

function meet({ rev }: Entry, known: Peer | undefined): Peer {
  if (!known) return { rev, firstRev: rev, silentLooks: 0 }
  return { ...known, rev, silentLooks: rev === known.rev ? known.silentLooks + 1 : 0 }
}
