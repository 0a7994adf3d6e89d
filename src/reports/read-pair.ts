/** Which of an officer's pairs a text names: by the partner's own name first, then by the larger place it lies in. */
import { answerAboutPairs, type Pair, pairName, readProvince } from '../pairs/index.ts'
import { normalise } from '../thai/index.ts'

const PLACE_WORDS = /^(?:เทศบาลนคร|เทศบาลเมือง|เทศบาล|นครหลวง|นคร|เมือง|มณฑล|มลรัฐ|รัฐ|จังหวัด|แขวง)/
const SHORTEST_NAME = 3

/** The pairs that the text may mean; one when it is certain. */
export function pairsNamedIn(text: string, pairs: readonly Pair[]): Pair[] {
  const province = readProvince(text)
  const ofProvince = province.kind === 'one' ? pairs.filter((pair) => pair.provinceTh === province.province) : pairs
  const said = comparable(text)
  const full = ofProvince.filter((pair) => said.includes(comparable(pairName(pair))))
  if (full.length === 1) return full
  const own = ofProvince.filter((pair) => isNamed(said, namesOf(pair)[0]))
  if (own.length > 0) return own
  const around = ofProvince.filter((pair) => namesOf(pair).some((name) => isNamed(said, name)))
  return around.length > 0 ? around : bySpelling(text, ofProvince)
}

/** Pairs of provinces outside `own` that the text names by province and partner: another officer's. */
export function foreignPairsIn(text: string, all: readonly Pair[], own: readonly string[]): Pair[] {
  const province = readProvince(text)
  if (province.kind !== 'one' || own.includes(province.province)) return []
  return pairsNamedIn(
    text,
    all.filter((pair) => pair.provinceTh === province.province),
  )
}

/** 'เชียงรุ่ง สิบสองปันนา มณฑลยูนนาน' -> ['เชียงรุ่ง', 'สิบสองปันนา', 'ยูนนาน'] */
function namesOf(pair: Pair): string[] {
  const thai = (pair.partnerTh ?? '').split(' ').map((part) => part.replace(PLACE_WORDS, ''))
  const [english = ''] = (pair.partnerEn ?? '').split(/[,(]/)
  return [thai[0] || english, ...thai.slice(1), english].map(comparable)
}

function isNamed(said: string, name: string | undefined): boolean {
  return name !== undefined && name.length >= SHORTEST_NAME && said.includes(name)
}

/** The register knows other spellings ('คุนมิง'); it reads a short text as a question about pairs. */
function bySpelling(text: string, pairs: readonly Pair[]): Pair[] {
  const named = answerAboutPairs(text, pairs)?.pairs ?? []
  return pairs.filter((pair) => named.some(({ id }) => id === pair.id))
}

function comparable(text: string): string {
  return normalise(text)
    .toLowerCase()
    .replace(/[\s.–—-]/g, '')
}
