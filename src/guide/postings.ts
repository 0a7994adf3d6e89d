/** Which texts hold a term, so that how much of a question each text shares is summed in one pass over the question's terms. */

export interface Postings {
  /** For each text the weight of the asked terms that it holds; valid until the next call. */
  sharedBy(asked: Iterable<string>, weightOf: (term: string) => number): Float64Array
}

const NOBODY = new Int32Array()

/** @param texts the distinct terms of each text, in the order of the results */
export function createPostings(texts: readonly ReadonlySet<string>[]): Postings {
  const lists = new Map<string, number[]>()
  for (const [at, terms] of texts.entries())
    for (const term of terms) {
      const list = lists.get(term)
      if (list) list.push(at)
      else lists.set(term, [at])
    }
  const holders = new Map([...lists].map(([term, list]) => [term, Int32Array.from(list)]))
  const shared = new Float64Array(texts.length)

  return {
    sharedBy(asked, weightOf) {
      shared.fill(0)
      for (const term of asked) {
        const weight = weightOf(term)
        const found = holders.get(term) ?? NOBODY
        // By number: here a search spends most of its time.
        for (let n = 0; n < found.length; n += 1) {
          const at = found[n] ?? 0
          shared[at] = (shared[at] ?? 0) + weight
        }
      }
      return shared
    },
  }
}
