/** Numbers that are written in words: 'สิบสองมกรา', 'สองวันก่อน', 'หกเก้า' for a year that is spoken digit by digit. */

const UNITS: Readonly<Record<string, number>> = {
  ศูนย์: 0,
  หนึ่ง: 1,
  เอ็ด: 1,
  สอง: 2,
  ยี่: 2,
  สาม: 3,
  สี่: 4,
  ห้า: 5,
  หก: 6,
  เจ็ด: 7,
  แปด: 8,
  เก้า: 9,
}
const PLACES: Readonly<Record<string, number>> = { สิบ: 10, ร้อย: 100, พัน: 1000 }

const unit = Object.keys(UNITS).join('|')
/** A number begins with a unit or with สิบ: พัน alone is also a part of กุมภาพันธ์. */
const NUMBER = new RegExp(`(?:${unit}|สิบ)(?:${unit}|${Object.keys(PLACES).join('|')})*`, 'g')
const WORD = new RegExp(`${unit}|${Object.keys(PLACES).join('|')}`, 'g')

/** The same text with digits in the place of the words. */
export function digitsForWords(text: string): string {
  return text.replace(NUMBER, (number) => {
    const words = number.match(WORD) ?? []
    return words.some((word) => word in PLACES) ? String(byPlaces(words)) : words.map((word) => UNITS[word]).join('')
  })
}

/** 'สอง' 'พัน' 'ห้า' 'ร้อย' 'หก' 'สิบ' 'เก้า' is 2569. */
function byPlaces(words: readonly string[]): number {
  let total = 0
  let pending = 0
  for (const word of words) {
    const place = PLACES[word]
    if (place === undefined) pending = UNITS[word] ?? 0
    else {
      total += (pending || 1) * place
      pending = 0
    }
  }
  return total + pending
}
