/** 'สรุป ...': the figures of a fiscal year, for admins only; whoever else asks is refused, and that is written down. */
import type { Command, Outcome, Turn } from '../bot/types.ts'
import { allPairs, countryName, type Pair } from '../pairs/index.ts'
import { activePeople, refused } from '../people/index.ts'
import { dutiesOfYear, firstFiscalYear } from '../reminders/index.ts'
import { ofYear } from '../reports/index.ts'
import { dayOf, fiscalYearOf, showInstant } from '../thai/index.ts'
import type { Place } from './read-place.ts'
import { readRequest, type SummaryRequest } from './read-request.ts'
import { showSummary } from './show-summary.ts'
import { summarise } from './summarise.ts'
import { texts } from './texts.ts'

/** Years that an admin may mean; any other is a slip. */
const OLDEST_YEAR = 2500
const YEARS_AHEAD = 5

export const summaryCommand: Command<SummaryRequest> = {
  name: 'สรุป',
  isMeantInDialog: (text) => text.startsWith('สรุป') && readRequest(text) !== undefined,
  match: readRequest,
  run: runSummary,
}

async function runSummary(turn: Turn, request: SummaryRequest): Promise<Outcome> {
  if (turn.actor?.role !== 'admin') {
    const say = turn.actor ? texts.refused.member : texts.refused.guest
    return refused(turn, { action: 'summary.read', say })
  }
  if (request.place?.kind === 'several')
    return say(texts.whichProvince(request.place.provinces), request.place.provinces)
  const thisYear = fiscalYearOf(dayOf(turn.now))
  const fiscalYear = yearOf(request, thisYear)
  if (fiscalYear < OLDEST_YEAR || fiscalYear > thisYear + YEARS_AHEAD) return say(texts.strangeYear(fiscalYear), [])
  if (fiscalYear > thisYear) return say(texts.notBegun(fiscalYear, thisYear), [])
  return { replies: [await summaryOf(turn, request, fiscalYear, thisYear)] }
}

function yearOf({ year }: SummaryRequest, thisYear: number): number {
  if (typeof year === 'number') return year
  return year === 'last' ? thisYear - 1 : thisYear
}

async function summaryOf({ read, now }: Turn, request: SummaryRequest, fiscalYear: number, thisYear: number) {
  const pairs = (await allPairs(read)).filter(isIn(request.place))
  const [reports, duties] = await Promise.all([ofYear(read, fiscalYear), dutiesOfYear(read, fiscalYear)])
  const reachable = (await activePeople(read)).filter(({ role, blocked }) => role === 'officer' && !blocked)
  return showSummary(summarise(pairs, reports, duties, fiscalYear), {
    request,
    isThisYear: fiscalYear === thisYear,
    asOf: showInstant(now),
    provincesReached: new Set(reachable.flatMap(({ provinces }) => provinces)),
    firstYear: await firstFiscalYear(read),
  })
}

function isIn(place: Place | undefined): (pair: Pair) => boolean {
  if (place?.kind === 'province') return (pair) => pair.provinceTh === place.name
  // by name: มาเก๊า has a code of its own and stands under it
  if (place?.kind === 'country') return (pair) => countryName(pair.countryIso) === place.name
  return () => true
}

function say(text: string, provinces: readonly string[]): Outcome {
  const buttons = provinces.slice(0, 12).map((name) => ({ label: name, say: `สรุป ${name}` }))
  return { replies: [{ kind: 'text', text, buttons }] }
}
