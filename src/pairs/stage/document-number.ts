/** Reads เลขที่หนังสือ as officials write it: two letters of the agency, its unit, ว for a circular, the running number. */
import { arabicDigits, normalise } from '../../thai/index.ts'

/** ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526, with what printed letters show: spaces anywhere, a second number. */
const NUMBER =
  /^(?:ด่วน(?:มาก|ที่สุด)?\s*)?(?:(?:เลข)?ที่\s*)?([ก-ฮ]{2})\s*(\d{3,5}(?:\.\d+)*)\s*\/\s*(ว\s*)?(\d+(?:\s*\/\s*\d+)?)$/

/** 'ที่ ชร ๐๐๑๗.๓/ว๔๖๓๔' -> 'ชร 0017.3/ว 4634'; undefined when it is none. */
export function readDocumentNumber(text: string): string | undefined {
  const found = NUMBER.exec(arabicDigits(normalise(text)))
  if (!found) return undefined
  const [, agency, unit, circular, number = ''] = found
  return `${agency} ${unit}/${circular ? 'ว ' : ''}${number.replace(/\s/g, '')}`
}
