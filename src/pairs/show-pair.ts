/** A pair in words: when it was signed, how sure that is, and where it stands. */
import { showDay } from '../thai/index.ts'
import { countryName } from './countries.ts'
import { type Pair, pairName } from './pair.ts'
import { CERTAINTY, detailSays, INSTRUMENT, remarkOf, STATUS, sourceOf } from './texts.ts'

/** 'เมื่อ 16 พ.ย. 2565', 'ปี 2532', or undefined when no day or year is known. */
export function signedWhen(pair: Pick<Pair, 'signedOn' | 'signedBe'>): string | undefined {
  if (pair.signedOn) return `เมื่อ ${showDay(pair.signedOn)}`
  return pair.signedBe === undefined ? undefined : detailSays.year(pair.signedBe)
}

export interface PairRow {
  readonly name: string
  /** Country, state, date, instrument. */
  readonly detail: string
  /** Remarks and doubts; '' when there are none. */
  readonly note: string
  readonly source: string
}

/** Whether the list prints the partner differently from the name that is shown. */
const isPrintedDifferently = (pair: Pair) =>
  pair.rawName !== undefined &&
  pair.partnerTh !== undefined &&
  !pair.rawName.includes(pair.partnerTh.split(' ')[0] ?? pair.partnerTh)

const joined = (parts: readonly (string | undefined)[]) => parts.filter((part) => part).join(' · ')

function signingOf(pair: Pair): string {
  if (pair.status !== 'signed') return STATUS[pair.status]
  const when = signedWhen(pair)
  return when
    ? `${STATUS.signed}${when.startsWith('เมื่อ') ? when : ` ${when}`}`
    : `${STATUS.signed} ${detailSays.noDate}`
}

export function pairRow(pair: Pair): PairRow {
  return {
    name: pairName(pair),
    detail: joined([countryName(pair.countryIso), signingOf(pair), INSTRUMENT[pair.instrument]]),
    note: joined([
      pair.status === 'ended' && pair.ended ? detailSays.endedOn(showDay(pair.ended.on), pair.ended.reason) : undefined,
      remarkOf(pair),
      isPrintedDifferently(pair) ? detailSays.printedAs(pair.rawName ?? '') : undefined,
      pair.signedByLevel === 'municipality' ? detailSays.byMunicipality : undefined,
      CERTAINTY[pair.pairCertainty],
    ]),
    source: pair.listNo
      ? detailSays.sourceOfList(joined([sourceOf(pair), detailSays.listNo(pair.listNo)]), showDay(pair.asOf))
      : detailSays.sourceRead(sourceOf(pair), showDay(pair.asOf)),
  }
}

/** The same as lines of text. */
export function pairLines(pair: Pair): string {
  const { name, detail, note, source } = pairRow(pair)
  return [`• ${name}`, detail, note, source].filter((line) => line !== '').join('\n')
}
