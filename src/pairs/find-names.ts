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
  const patterns = entries.toSorted((a, b) => b.name.length - a.name.length).map(patternOf)
  const pattern = new RegExp([...new Set(patterns)].join('|'), 'g')
  return (text) =>
    [...text.toLowerCase().matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      meanings: byLooseName.get(loosen(match[0])) ?? [],
    }))
}
