/** Work in lanes: one piece at a time in each lane, in the order it came; at most so many lanes at once. */

export interface Lanes {
  /** Rejects as the work does; what comes after it in its lane runs all the same. */
  run(lane: string, work: () => Promise<void>): Promise<void>
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>
}

export function createLanes(atOnce: number): Lanes {
  const tails = new Map<string, Promise<void>>()
  const waiting: (() => void)[] = []
  let free = atOnce

  async function enter(): Promise<void> {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }

  function leave(): void {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }

  async function runAfter(before: Promise<void> | undefined, work: () => Promise<void>): Promise<void> {
    await before?.catch(() => {})
    await enter()
    await work().finally(leave)
  }

  return {
    run(lane, work) {
      const tail = runAfter(tails.get(lane), work).finally(() => {
        if (tails.get(lane) === tail) tails.delete(lane)
      })
      tails.set(lane, tail)
      return tail
    },
    async idle() {
      while (tails.size > 0) await Promise.allSettled(tails.values())
    },
  }
}
