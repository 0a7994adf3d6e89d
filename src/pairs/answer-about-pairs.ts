/**
 * Answers from the register, and only from it: which partners a province has, whose partner a place is, when a pair was
 * signed. Undefined when the question is about something else. How many pairs there are is never counted from here: the
 * register is not complete, and the dated counts of the documents are the guide's.
 */

import { normalise } from '../thai/index.ts'
import { aboutSigner, tellsSigner } from './about-signer.ts'
import { belonging, type PairAnswer, signing } from './answer.ts'
import { aboutCountry, aboutProvince, aboutTheList, askWhichProvince } from './answer-with-lists.ts'
import { type Pair, pairName, partnerName } from './pair.ts'
import { type PairQuestion, readPairQuestion } from './read-pair-question.ts'
import { answerSays as says } from './texts.ts'

/** With a province and its partner both named, this many letters of other words are borne; else this few. */
const UNREAD_LETTERS = { sure: 6, else: 4 }
const MOST_NAMED = 4

export function answerAboutPairs(question: string, pairs: readonly Pair[]): PairAnswer | undefined {
  const asked = readPairQuestion(question, pairs)
  const { wants } = asked
  const named = pairsNamed(asked, pairs)
  const isSure = asked.provinces.length > 0 && named.length > 0
  const isOfRules = wants.permission || (wants.how && !isSure)
  if ((wants.other && !(isSure && wants.when)) || (isOfRules && !wants.when)) return undefined
  if (wants.signer && !named.some(tellsSigner)) return undefined
  if (isOfStranger(asked)) return noSuchPartner(asked)
  if (asked.unread > (isSure ? UNREAD_LETTERS.sure : UNREAD_LETTERS.else)) return undefined
  if (asked.own.size + asked.around.size > 0) return aboutPartner(asked, named, pairs)
  if (asked.provinces.length > 0) return aboutProvince(asked, pairs)
  if (asked.shared.length > 0) return wants.pair ? askWhichProvince(asked.shared) : undefined
  if (asked.countries.length > 0) return aboutCountry(asked, pairs)
  return aboutTheList(asked, pairs)
}

/**
 * What the register knows of the pairs that a question names, whatever it asks: their date, or that none is known; of a
 * province alone only when the question is about its partners. Says that no more is known.
 * @param isBeside something else is answered already: only a pair that is named with both its names belongs to it
 */
export function whatIsKnownOf(question: string, pairs: readonly Pair[], isBeside: boolean): PairAnswer | undefined {
  const asked = readPairQuestion(question, pairs)
  const { provinces, own, wants } = asked
  if (isBeside && (provinces.length === 0 || own.size === 0)) return undefined
  const asksOfPairs = wants.pair || wants.list || wants.place || wants.when || wants.where
  const isOfPairs = asksOfPairs && !wants.other && !wants.permission
  const named = own.size > 0 && (provinces.length > 0 || isOfPairs) ? pairsNamed(asked, pairs).slice(0, MOST_NAMED) : []
  const answer = named.length > 0 ? ofNamed(named) : ofProvinceNamed(asked, pairs)
  return answer && { ...answer, text: `${answer.text}\n${says.noMoreIsKnown}` }
}

const ofNamed = (named: readonly Pair[]): PairAnswer => {
  const [first, ...others] = named
  const title = first === undefined ? '' : others.length === 0 ? pairName(first) : partnerName(first)
  return { title, text: named.map(signing).join('\n'), pairs: named }
}

const ofProvinceNamed = (asked: PairQuestion, pairs: readonly Pair[]): PairAnswer | undefined =>
  asked.provinces.length > 0 &&
  asked.stranger === undefined &&
  asked.wants.pair &&
  !asked.wants.other &&
  !asked.wants.permission
    ? aboutProvince(asked, pairs)
    : undefined

/** The pairs with the country that a question names, where how many there are is not known: these at least. */
export function pairsOfCountryNamed(question: string, pairs: readonly Pair[]): PairAnswer | undefined {
  const { countries, wants, ...asked } = readPairQuestion(question, pairs)
  if (countries.length !== 1 || asked.provinces.length > 0) return undefined
  return aboutCountry({ ...asked, countries, wants: { ...wants, list: true, count: false, when: false } }, pairs)
}

/** A province of ours with a place that the register does not know: 'เชียงใหม่กับปารีสลงนามเมื่อไร'. */
function isOfStranger({ provinces, own, around, countries, stranger, unread, wants }: PairQuestion): boolean {
  const isPlaced = own.size + around.size + countries.length > 0
  if (stranger === undefined || provinces.length !== 1 || isPlaced) return false
  return (wants.pair || wants.when) && unread - stranger.length <= UNREAD_LETTERS.else
}

function noSuchPartner({ provinces, stranger = '' }: PairQuestion): PairAnswer {
  const text = `${says.noSuchPair(provinces.join(), stranger)}\n${says.incomplete}`
  return { title: says.noPairTitle, text, pairs: [] }
}

/** Pairs of the named partner (its own name first, then those within the named state), of the named provinces. */
function pairsNamed({ own, around, provinces, wants }: PairQuestion, pairs: readonly Pair[]): Pair[] {
  const isOpen = provinces.length === 0 || wants.whose
  const ofProvince = (pair: Pair) => isOpen || provinces.includes(pair.provinceTh)
  const called = (ids: ReadonlySet<string>) => pairs.filter((pair) => ids.has(pair.id) && ofProvince(pair))
  return [...called(own), ...called(around).filter((pair) => !own.has(pair.id))]
}

/** Who signed a pair that is named with both its names, and at which level; undefined when anything else is asked. */
export function answerAboutSigner(question: string, pairs: readonly Pair[]): PairAnswer | undefined {
  if (!ASKS_SIGNER.test(normalise(question))) return undefined
  const asked = readPairQuestion(question, pairs)
  const [pair, ...others] = pairsNamed(asked, pairs)
  const isOne = pair !== undefined && others.length === 0 && asked.own.size > 0 && asked.provinces.length > 0
  return isOne ? aboutSigner(pair) : undefined
}

const ASKS_SIGNER =
  /ใคร(เป็น)?(คน|ผู้)?(เซ็น|ลงนาม)|(ผู้|คน)(ใด|ไหน)(เป็น)?(ผู้|คน)?(เซ็น|ลงนาม)|(ผู้ว่า|จังหวัด|รองผู้ว่า).*(หรือ|รึ).*(เทศบาล|รอง|ผู้ว่า).*(เซ็น|ลงนาม)|เทศบาล.*(หรือ|รึ).*(ผู้ว่า|จังหวัด).*(เซ็น|ลงนาม)/

function aboutPartner(asked: PairQuestion, named: readonly Pair[], pairs: readonly Pair[]): PairAnswer | undefined {
  if (named.length === 0) return noSuchPair(asked, pairs)
  // how many a state has is told by the documents, not by this register
  if (asked.wants.count && asked.around.size > 0 && asked.provinces.length === 0) return undefined
  const [first, ...others] = named
  const title = first === undefined ? '' : others.length === 0 ? pairName(first) : partnerName(first)
  const asksForDates = asked.wants.when || (asked.provinces.length > 0 && !asked.wants.where)
  const sentence = asked.wants.where ? says.whereIs : says.partnerOf
  const text = named.map((pair) => (asksForDates ? signing(pair) : belonging(pair, sentence))).join('\n')
  return { title, text, pairs: named }
}

/** The province and the place are both known, but not as a pair: says so, and whose the place is. */
function noSuchPair({ own, around, provinces }: PairQuestion, pairs: readonly Pair[]): PairAnswer | undefined {
  const elsewhere = pairs.filter((pair) => (own.size > 0 ? own : around).has(pair.id))
  const [first] = elsewhere
  if (first === undefined) return undefined
  const text = [
    says.noSuchPair(provinces.join(' / '), partnerName(first)),
    ...elsewhere.map((pair) => belonging(pair, says.partnerOf)),
    says.incomplete,
  ]
  return { title: says.noPairTitle, text: text.join('\n'), pairs: elsewhere }
}
