/**
 * The provinces in lots that are swept one after the other: however many pairs there are, a sweep holds those of a few provinces.
 * Who is responsible for several provinces gets one message about all of them, so these come together.
 */
import type { Person } from '../people/index.ts'

export function areasOf(
  provinces: readonly string[],
  people: readonly Pick<Person, 'provinces'>[],
): readonly ReadonlySet<string>[] {
  let areas = provinces.map((province) => new Set([province]))
  for (const { provinces: own } of people) {
    if (own.length < 2) continue
    const named = new Set(own)
    const touched = areas.filter((area) => !area.isDisjointFrom(named))
    if (touched.length < 2) continue
    const together = touched.reduce((all, area) => all.union(area))
    areas = [...areas.filter((area) => !touched.includes(area)), together]
  }
  return areas
}
