/**
 * Finds names in running Thai text, which has no spaces between words: all names at once, the longest at each place, with
 * tone marks optional in longer names ("เซียงไฮ้", "เซี่ยงไฮ") and guards around names that are ordinary words as well.
 */

export interface NameEntry<M> {
  readonly name: string
  readonly meaning: M
  /** Regular expressions for what must stand before and after, for names that are also common words. */
  readonly before?: string
  readonly after?: string
}

export interface Found<M> {
  readonly start: number
  readonly end: number
  readonly meanings: readonly M[]
}

export type NameFinder<M> = (text: string) => Found<M>[]

const MARKS = /[็-์]/g
const SHORT = 4

/** Latin letters in lower case, no tone marks, no spaces, dots or dashes: how two spellings are compared. */
const loosen = (name: string) =>
  name
    .toLowerCase()
    .replace(MARKS, '')
    .replace(/[\s.\-–]/g, '')

const isLatin = (name: string) => /^[\x20-\x7e]+$/.test(name)
const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

function patternOf({ name, before = '', after = '' }: NameEntry<unknown>): string {
  const plain = name.toLowerCase().trim()
  if (isLatin(plain))
    return `(?<![a-z])${plain
      .split(/[\s-]+/)
      .map(literally)
      .join('[\\s\\-]*')}(?![a-z])`
  const isShort = loosen(plain).length <= SHORT
  const letters = [...(isShort ? plain : plain.replace(MARKS, ''))].map((letter) =>
    /[\s-]/.test(letter) ? '[\\s\\-–]*' : isShort ? literally(letter) : `${literally(letter)}[็-์]*`,
  )
  return `${before}${letters.join('')}${isShort ? '(?![็-์])' : ''}${after}`
}

/** @returns a function that lists the names in a text from left to right, none inside another. */
export function nameFinder<M>(entries: readonly NameEntry<M>[]): NameFinder<M> {
  const byLooseName = new Map<string, M[]>()
  for (const { name, meaning } of entries) {
    const known = byLooseName.get(loosen(name))
    if (known) known.push(meaning)
    else byLooseName.set(loosen(name), [meaning])
  }
  // A sign alone, as '-' in an unclear row of the register, is no name.
  const byFirstLetter = patternsByFirstLetter(entries.filter(({ name }) => loosen(name) !== ''))
  return (typed) => {
    const text = typed.toLowerCase()
    const found: Found<M>[] = []
    let start = 0
    while (start < text.length) {
      const name = nameAt(start, text, byFirstLetter.get(text.charAt(start)))
      if (name !== undefined)
        found.push({ start, end: start + name.length, meanings: byLooseName.get(loosen(name)) ?? [] })
      start += name?.length ?? 1
    }
    return found
  }
}

/** Hundreds of names, of which only those with the right first letter are tried at a place; longer ones before shorter. */
function patternsByFirstLetter(entries: readonly NameEntry<unknown>[]): ReadonlyMap<string, RegExp> {
  const longestFirst = entries.toSorted((a, b) => b.name.length - a.name.length)
  const sorted = Map.groupBy(longestFirst, ({ name }) => name.toLowerCase().trim().charAt(0))
  const patterns = [...sorted].map(([letter, names]): [string, RegExp] => [
    letter,
    new RegExp([...new Set(names.map(patternOf))].join('|'), 'y'),
  ])
  return new Map(patterns)
}

function nameAt(at: number, text: string, names: RegExp | undefined): string | undefined {
  if (names === undefined) return undefined
  names.lastIndex = at
  return names.exec(text)?.[0] || undefined
}
