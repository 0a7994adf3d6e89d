/** How often an invitation code may be wrong: five times an hour, so that codes cannot be found by trying. */
const MOST_AN_HOUR = 5
const HOUR_MS = 60 * 60 * 1000

/** The instant until which no code is looked at; undefined when one may be tried now. */
export function pausedUntil(wrongCodesAt: readonly Date[], now: Date): Date | undefined {
  const recent = withinTheHour(wrongCodesAt, now)
  const oldest = recent.at(-MOST_AN_HOUR)
  return oldest && new Date(oldest.getTime() + HOUR_MS)
}

/** The wrong tries to keep in mind, with one more. */
export function withOneMore(wrongCodesAt: readonly Date[], now: Date): Date[] {
  return [...withinTheHour(wrongCodesAt, now), now]
}

function withinTheHour(wrongCodesAt: readonly Date[], now: Date): Date[] {
  return wrongCodesAt.filter((at) => now.getTime() - at.getTime() < HOUR_MS)
}
