/**
 * Keeps values that were used lately, by their key: the last half of `most` at least, and never more than `most`. In two generations, so that
 * to ask for what was used lately changes nothing.
 */
export class Recent<Value> {
  readonly #half: number
  #young = new Map<string, Value>()
  #old = new Map<string, Value>()

  constructor(most: number) {
    this.#half = Math.max(1, Math.floor(most / 2))
  }

  get(key: string): Value | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  set(key: string, value: Value): void {
    if (this.#young.size >= this.#half && !this.#young.has(key)) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(key, value)
  }
}

/** As many different texts as a province's officers type in a day. */
const MOST = 4_000
/** In characters; what is longer is hardly said twice, and would fill the memory. */
const LONGEST = 1_000

/** The same function, which must be pure, with what it made of the last texts kept: whoever gets it shares it. */
export function remembered<Value extends NonNullable<unknown>>(
  work: (text: string) => Value,
  most = MOST,
): (text: string) => Value {
  const made = new Recent<Value>(most)
  return (text) => {
    if (text.length > LONGEST) return work(text)
    const known = made.get(text)
    if (known !== undefined) return known
    const value = work(text)
    made.set(text, value)
    return value
  }
}
