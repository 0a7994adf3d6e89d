/** Answers that list what the register holds: of a province, of a country, of a year, of the ministry's list. */
import { type PairAnswer, signedFirst, signing } from './answer.ts'
import { countryName } from './countries.ts'
import { type Pair, pairName } from './pair.ts'
import type { PairQuestion } from './read-pair-question.ts'
import { signedWhen } from './show-pair.ts'
import { answerSays as says } from './texts.ts'

export function aboutProvince(
  { provinces, countries, wants }: PairQuestion,
  pairs: readonly Pair[],
): PairAnswer | undefined {
  const asksForPairs = wants.pair || wants.which || wants.list
  const asksOtherwise = wants.when || wants.where || wants.count
  if (!asksForPairs && (asksOtherwise || countries.length > 0)) return undefined
  const isOf = (pair: Pair) =>
    provinces.includes(pair.provinceTh) && (countries.length === 0 || countries.includes(pair.countryIso))
  const found = signedFirst(pairs.filter(isOf))
  const whose = provinces.join(' และ') + (countries.length > 0 ? ` กับ${countries.map(countryName).join(' และ')}` : '')
  const text = found.length > 0 ? says.foundOfProvince(whose) : says.noneOfProvince(whose)
  return { title: says.ofProvince(whose), text: `${text}\n${says.incomplete}`, pairs: found }
}

export function askWhichProvince(provinces: readonly string[]): PairAnswer {
  const choices = provinces.map((province) => ({ label: province, say: says.askAboutProvince(province) }))
  const lines = provinces.map((province, i) => `${i + 1}. ${province}`)
  return { title: says.whichProvince, text: [says.whichProvince, ...lines].join('\n'), pairs: [], choices }
}

/** How many pairs a country has is not for this register to say: it is not complete. */
export function aboutCountry({ countries, wants }: PairQuestion, pairs: readonly Pair[]): PairAnswer | undefined {
  const asksForPairs = wants.list || (wants.which && (wants.pair || wants.place))
  if (wants.count || wants.when || !asksForPairs) return undefined
  const isOf = ({ countryIso }: Pair) =>
    countries.includes(countryIso) || (countryIso === 'MO' && countries.includes('CN'))
  const found = signedFirst(pairs.filter(isOf))
  const country = countries.map(countryName).join(' และ')
  const text = found.length > 0 ? says.foundOfCountry(country) : says.noneOfCountry(country)
  return { title: says.ofCountry(country), text: `${text}\n${says.incomplete}`, pairs: found }
}

export function aboutTheList({ wants, row, year }: PairQuestion, pairs: readonly Pair[]): PairAnswer | undefined {
  if (!wants.pair) return undefined
  if (wants.first) return firstOf(pairs)
  if (row !== undefined) return rowOf(row, pairs)
  if (wants.count && !wants.names) return undefined
  if (wants.latest) return latestOf(pairs)
  if (year !== undefined) return ofYear(year, pairs)
  if (!wants.list || wants.where) return undefined
  return { title: says.listTitle, text: says.list, pairs: pairs.filter((pair) => pair.listNo !== undefined) }
}

function firstOf(pairs: readonly Pair[]): PairAnswer | undefined {
  const first = pairs.find((pair) => pair.listNo === 1)
  if (first === undefined) return undefined
  const sameYear = pairs.filter((pair) => pair.listNo && pair !== first && pair.signedBe === first.signedBe)
  const text = says.firstText(pairName(first), first.signedBe, sameYear.map(pairName).join(', '))
  return { title: says.first, text, pairs: [first, ...sameYear] }
}

function rowOf(row: number, pairs: readonly Pair[]): PairAnswer {
  const found = pairs.filter((pair) => pair.listNo === row)
  const text = found.length > 0 ? found.map(signing).join('\n') : says.rowMissing(row)
  return { title: says.rowTitle(row), text, pairs: found }
}

function latestOf(pairs: readonly Pair[]): PairAnswer | undefined {
  const signed = pairs.filter((pair) => pair.status === 'signed' && pair.signedOn !== undefined)
  const latest = signed.toSorted((a, b) => ((a.signedOn ?? '') < (b.signedOn ?? '') ? 1 : -1))[0]
  if (latest === undefined) return undefined
  const text = says.latest(pairName(latest), signedWhen(latest) ?? '')
  return { title: says.latestTitle, text: `${text}\n${says.incomplete}`, pairs: [latest] }
}

function ofYear(year: number, pairs: readonly Pair[]): PairAnswer {
  const found = pairs.filter((pair) => pair.status === 'signed' && pair.signedBe === year)
  const text = found.length > 0 ? says.foundOfYear(year) : says.noneOfYear(year)
  return { title: says.ofYear(year), text: `${text}\n${says.incomplete}`, pairs: found }
}
