/** What a text is compared by: its words, and all runs of three letters, which forgive spelling and where words are cut. */
import { normalise, words } from '../thai/index.ts'
import { unify } from './aliases.ts'

/** Runs of letters begin with this, so that they weigh less than words. */
const RUN = '~'
const MARKS = /[็-์]/g

export const isRun = (term: string): boolean => term.startsWith(RUN)

function runs(text: string): string[] {
  const letters = [...text.replace(MARKS, '').replace(/[^\p{L}\p{M}\p{N}]/gu, '')]
  return letters.length < 3 ? [] : letters.slice(2).map((_, i) => RUN + letters.slice(i, i + 3).join(''))
}

/** The terms of a text, each as often as it occurs. */
export function termsOf(text: string): string[] {
  const unified = unify(normalise(text))
  return [...words(unified).map((word) => word.replace(MARKS, '')), ...runs(unified)]
}
