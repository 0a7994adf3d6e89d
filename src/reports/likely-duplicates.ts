/** Reports that seem to tell of the same activity: the same pair, days near to each other, titles that are alike. */
import { addDays, type Day, daysBetween, normalise } from '../thai/index.ts'

/** Who types the same activity again may be some days off. */
const NEAR_DAYS = 7
/** Of 1: the share of letter pairs that two titles have in common. */
const ALIKE = 0.6
/** A shorter title says too little to be found inside another. */
const SHORTEST_INSIDE = 8

interface Activity {
  readonly startsOn: Day
  readonly endsOn: Day
  readonly title: string
}

/** @param others of the same pair, none of them withdrawn */
export function likelyDuplicates<A extends Activity>(one: Activity, others: readonly A[]): A[] {
  return others.filter((other) => areNear(one, other) && areAlike(one.title, other.title))
}

/** The first and the last day on which a near activity may begin or end. */
export function nearDays({ startsOn, endsOn }: Pick<Activity, 'startsOn' | 'endsOn'>): { from: Day; to: Day } {
  return { from: addDays(startsOn, -NEAR_DAYS), to: addDays(endsOn, NEAR_DAYS) }
}

function areNear(a: Activity, b: Activity): boolean {
  const [first, second] = a.startsOn <= b.startsOn ? [a, b] : [b, a]
  return daysBetween(first.endsOn, second.startsOn) <= NEAR_DAYS
}

/** 'ครั้งที่ 3' and 'ครั้งที่ 4' are two activities, however alike the words are. */
function areAlike(a: string, b: string): boolean {
  const [ofA, ofB] = [numbersIn(a), numbersIn(b)]
  if (ofA !== ofB && ofA !== '' && ofB !== '') return false
  const [one, other] = [comparable(a), comparable(b)]
  if (one === other) return true
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one]
  if (shorter.length >= SHORTEST_INSIDE && longer.includes(shorter)) return true
  return likeness(one, other) >= ALIKE
}

/** The words that tell one activity from another. */
function comparable(title: string): string {
  return normalise(title)
    .toLowerCase()
    .replace(/ครั้งที่|[^\p{L}\p{M}]/gu, '')
    .replace(/^(?:โครงการ|กิจกรรม|การ|งาน)+/, '')
}

function numbersIn(title: string): string {
  return (normalise(title).match(/\d+/g) ?? []).map(Number).join(' ')
}

/** Dice's coefficient over pairs of letters. */
function likeness(a: string, b: string): number {
  const [ofA, ofB] = [letterPairs(a), letterPairs(b)]
  const shared = [...ofA].filter((pair) => ofB.has(pair)).length
  return ofA.size + ofB.size === 0 ? 0 : (2 * shared) / (ofA.size + ofB.size)
}

function letterPairs(text: string): Set<string> {
  const letters = Array.from(text)
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`))
}
