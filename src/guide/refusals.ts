/**
 * What is refused is too wide a field to be found by likeness alone: the keywords of the entries of kind 'refusal' (visa,
 * lottery, somebody's phone number, "ignore previous instructions") are recognised wherever they stand.
 */
import { normalise } from '../thai/index.ts'
import type { Entry } from './entry.ts'

const loosely = (text: string) => normalise(text).toLowerCase().replace(/\s+/g, '')

/** The refusal with the longest of its keywords in the question; for questions that nothing else answers. */
export function refusalFor(question: string, entries: readonly Entry[]): Entry | undefined {
  const text = loosely(question)
  let longest = 0
  let found: Entry | undefined
  for (const entry of entries) {
    if (entry.kind !== 'refusal') continue
    for (const keyword of entry.keywords) {
      const word = loosely(keyword)
      if (word.length > longest && text.includes(word)) [longest, found] = [word.length, entry]
    }
  }
  return found
}
