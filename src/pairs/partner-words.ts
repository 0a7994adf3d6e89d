/** The words by which a partner is called: its own name, and the larger place it lies in. */
import type { Pair } from './pair.ts'
import { PARTNER_SPELLINGS } from './spellings.ts'

export interface PartnerWords {
  /** Names of the partner itself. */
  readonly own: readonly string[]
  /** Names of the state or province around it: 'ยูนนาน' of 'เชียงรุ่ง มณฑลยูนนาน'. */
  readonly region: readonly string[]
}

const PLACE = /^(เทศบาลนคร|เทศบาลเมือง|เทศบาล|นครหลวง|นคร|เมือง|มณฑล|มลรัฐ|รัฐ|จังหวัด|แขวง)\s*/
const COUNTRY = /^(ประเทศ|สาธารณรัฐ|สหรัฐ|ราชอาณาจักร|จีน$)/

/** 'เทศบาลเมืองเซียงรุ่ง จังหวัดสิบสองปันนา จีน' -> ['เซียงรุ่ง', 'สิบสองปันนา'] */
function thaiParts(name: string): string[] {
  const parts = name
    .replace(/\(.*?\)/g, '')
    .replace(/(จังหวัด|เมือง|มณฑล)\s+/g, '$1')
    .trim()
    .split(/\s+/)
  return parts.filter((part) => part !== '' && !COUNTRY.test(part)).map((part) => part.replace(PLACE, ''))
}

const englishParts = (name: string) =>
  name
    .split(/[,()]/)
    .map((part) => part.replace(/^\s*now\s+/i, '').trim())
    .filter((part) => part.length > 2)

export function partnerWords(pair: Pick<Pair, 'partnerTh' | 'partnerEn' | 'rawName' | 'spellings'>): PartnerWords {
  const own: string[] = []
  const region: string[] = []
  for (const name of [pair.partnerTh, pair.rawName]) {
    const [first, ...rest] = name ? thaiParts(name) : []
    if (first) own.push(first)
    region.push(...rest)
  }
  const [english, ...around] = englishParts(pair.partnerEn ?? '')
  if (english) own.push(english, ...(PARTNER_SPELLINGS[english] ?? []))
  own.push(...(pair.spellings ?? []))
  for (const place of around) region.push(place, ...(PARTNER_SPELLINGS[place] ?? []))
  return { own, region: region.filter((word) => !own.includes(word)) }
}
