/**
 * What is refused is too wide a field to be found by likeness alone: the keywords of the entries of kind 'refusal' (visa,
 * lottery, somebody's phone number, "ignore previous instructions") are recognised wherever they stand.
 */
import { normalise } from '../thai/index.ts'
import type { Entry } from './entry.ts'
import { oncePerEntry } from './once-per-entry.ts'

const loosely = (text: string) => normalise(text).toLowerCase().replace(/\s+/g, '')

const keywordsOf = oncePerEntry(({ keywords }) => keywords.map(loosely))

const PERSON =
  '(?:รอง)?(?:ผู้ว่า(?:ฯ|ราชการจังหวัด)?|ผวจ\\.?|นายก(?!รัฐมนตรี)(?:เทศมนตรี|อบจ|อบต| ?อบต\\.?| ?อบจ\\.?)?|ปลัด(?:กระทรวง|จังหวัด|มท\\.?)?|อธิบดี|ผอ\\.?|ผู้อำนวยการ|นายอำเภอ|รัฐมนตรี|รมว\\.?|รมต\\.?|เจ้าหน้าที่|ทูต|กงสุล)'
/** 'ผู้ว่าคนไหนเซ็น', 'ใครเป็นนายกเทศมนตรี': somebody's name, which nothing here tells. */
const ASKS_A_NAME = new RegExp(
  `(?:ใคร(?:เป็น|คือ)|ชื่อ(?:ของ)?) ?(?:ท่าน)?${PERSON}|${PERSON}[^?]{0,40}(?:ชื่อ(?:อะไร|ไร|ว่า|จริง)|คือใคร|เป็นใคร|คนไหน|ท่านไหน)`,
)
const PERSONAL_DATA = 'personal-data-refused'
const TRICKS = 'tricks-refused'

/** What is refused whatever else the question may be like: somebody's name or own number, and orders to the program. */
export function refusedAtOnce(question: string, entries: ReadonlyMap<string, Entry>): Entry | undefined {
  if (ASKS_A_NAME.test(normalise(question))) return entries.get(PERSONAL_DATA)
  const text = loosely(question)
  const isNamed = (entry?: Entry) => entry && keywordsOf(entry).some((keyword) => text.includes(keyword))
  return [TRICKS, PERSONAL_DATA].map((id) => entries.get(id)).find(isNamed)
}

/** The refusal with the longest of its keywords in the question; for questions that nothing else answers. */
export function refusalFor(question: string, entries: readonly Entry[]): Entry | undefined {
  const text = loosely(question)
  let longest = 0
  let found: Entry | undefined
  for (const entry of entries) {
    if (entry.kind !== 'refusal') continue
    for (const word of keywordsOf(entry)) {
      if (word.length > longest && text.includes(word)) [longest, found] = [word.length, entry]
    }
  }
  return found
}
