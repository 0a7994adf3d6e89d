/**
 * Reads what a question wants to know of the pairs. What is neither a name nor a word of such questions is counted: a
 * question with too much of it is about something else ("สัมมนาสมุทรสงคราม กี่คน") and is left to the guide.
 */
import { normalise } from '../thai/index.ts'
import type { Found } from './find-names.ts'
import { lexiconOf, type Meaning } from './lexicon.ts'
import type { Pair } from './pair.ts'

export interface PairQuestion {
  readonly provinces: readonly string[]
  /** A prefix that several provinces share was typed: ask which. */
  readonly shared: readonly string[]
  readonly countries: readonly string[]
  /** Pairs whose partner is named, and pairs whose partner lies in the named state. */
  readonly own: ReadonlySet<string>
  readonly around: ReadonlySet<string>
  readonly wants: { readonly [Want in keyof typeof WANTS]: boolean }
  readonly row?: number
  /** Buddhist era. */
  readonly year?: number
  /** A place that is named as a partner and that nothing here knows: 'ปารีส' in 'เชียงใหม่กับปารีส'. */
  readonly stranger?: string
  /** Letters that are neither a name nor a word of such questions. */
  readonly unread: number
}

const WANTS = {
  when: /เมื่อ(ไหร่|ไร|ใด)|ปี ?(พ\.?ศ\.? ?)?(อะไร|ไร|ไหน|ใด|เท่าไ)|วัน(ที่)? ?(อะไร|ไหน|ใด|เท่าไ)|พ\.?ศ\.? ?(อะไร|ไร|เท่าไ)|ตั้งแต่|when/,
  where: /ที่ไหน|อยู่ ?(ไหน|ประเทศ|ตรงไหน|แถวไหน)|ประเทศ ?(อะไร|ไหน|ไร|ใด)|คือ|หมายถึง|where/,
  which:
    /(คู่|เมือง|จังหวัด|ที่|ประเทศ|น้อง|city) ?(กับ|กะ|ของ)? ?(ไหน|ใด|อะไร|ไร|ใคร)|กับ ?(ใคร|ที่ไหน|ไหน|อะไร)|บ้าง|มั่ง|รายชื่อ|ลิสต์|list|ทั้งหมด|ใคร/,
  /** The partner is what is asked of: a province that is named as well is only a guess. */
  whose: /จังหวัด ?(ไหน|ใด|อะไร|ไร).*ใช่/,
  list: /รายชื่อ|ลิสต์|list|บัญชี|(คู่|เมือง|น้อง).*(บ้าง|มั่ง|ทั้งหมด)/,
  names: /รายชื่อ|ลิสต์|list|บัญชี/,
  first: /คู่แรก|แรกสุด|แรกของ|เก่า(แก่)?(ที่)?สุด|คู่ที่ ?(1|หนึ่ง)(?!\d)/,
  latest: /ล่าสุด|ใหม่(ที่)?สุด|หลังสุด/,
  count: /กี่|จำนวน|เท่าไ/,
  pair: /คู่|ความสัมพันธ์|รายการ|พี่ ?น้อง|เมืองพี่|เมืองน้อง|เมืองมิตร|แฝด|sister|twin|สถาปนา|ลงนาม|เซ็น/,
  place: /จังหวัด|เมือง|province|city/,
  /** A word of another matter: then it is not about pairs, whatever places it names; the southern provinces' twin cities are another programme. */
  other:
    /กิจกรรม|ผู้ว่า|ผวจ|นายก|ปลัด|รมต|รัฐมนตรี|โครงการ|รายงาน|งบ(?!ัญ)|ประชุม|สัมมนา|อบรม|แลกเปลี่ยน|เตือน|ร่าง|แปล|ขั้นตอน|หนังสือ|มติ|ปะลิส|กลันตัน|เคดาห์|ไทรบุรี|ตรังกานู/,
  /** Whether something may be done is a rule, not a pair. */
  permission: /ได้(ไหม|มั้ย|มั๊ย|ป่ะ|ปะ|ป่าว|หรือ|รึ|ป่าว|เลย|กี่)|ต้อง|ควร|อยาก|สามารถ|ทำไม/,
  signer: /ใคร(เป็นคน|เป็นผู้)?(เซ็น|ลงนาม)|คนเซ็น|ผู้ลงนาม/,
  how: /ยังไง|อย่างไร/,
}

/** Words of such questions, longest first where one begins another. */
const VOCABULARY = new RegExp(
  [
    'เมืองพี่เมืองน้อง|บ้านพี่เมืองน้อง|เมืองพี่น้อง|พี่น้อง|เมืองน้อง|เมืองพี่|คู่ความสัมพันธ์|คู่เมือง|คู่มิตร|คู่แฝด|คู่|มิตรภาพ',
    'sister|twin|cities|city|list|mou|loi|when|where|who|which|the|of|is|with|and',
    'เทศบาลเมือง|เทศบาลนคร|เทศบาล|เมือง|จังหวัด|จว|ประเทศ|มณฑล|มลรัฐ|รัฐ|นคร|แขวง|ฝั่ง',
    'เท่าไหร่|เท่าไร|เท่าไ|เมื่อไหร่|เมื่อไร|เมื่อใด|เมื่อ|ไหร่|ที่ไหน|ไหน|อะไร|ใคร|ใด|กี่|ไร|บ้าง|มั่ง|อยู่',
    'สถาปนา|สถาปะนา|ความสัมพันธ์|สัมพันธ์|ลงนาม|เซ็นต์|เซ็น|เซน|จับมือ|จับ|ผูก|ตั้งแต่|เริ่มต้น',
    'รายชื่อ|รายการ|ลิสต์|บัญชี|ทั้งหมด|ครบ|ชื่อ|ลำดับ|แรกสุด|แรก|ล่าสุด|เก่าแก่|เก่า|ใหม่|สุด|ตอน',
    'เค้า|พวกเขา|เขา(?=ไหม|มั้ย|บ้าง|หรือ|รึ|ที่|$| )|ท่าน|ตัวเอง|ไว้|ลืม|จำไม่ได้',
    'ด้วย|หรอ|เหรอ|เดียวกัน|กระทรวง|ทั้งหมด|ถูกต้อง|ที่ถูก|จริง|ขอทราบ|ขอดู|ขอ|อยากรู้|อยากทราบ|ช่วยบอก|บอก|ดู|ถาม|หน่อย|หมายถึง|แปลว่า|คือ|ใน|ของ|ไทย|เรา|กัน|แน่|ตาม',
    'หรือเปล่า|หรือยัง|รึยัง|รึเปล่า|รึป่าว|หรือ|รึ|ยัง|แล้ว|และ|กับ|กะ|ว่า|มี|ทำ|เป็น|ได้|ให้|ไป|มา|ที่|นี่|นี้|นั้น|นะ|อ่ะ|อะ|ล่ะ|ละ',
    'ไหม|มั้ย|มั๊ย|ป่ะ|ปะ|เปล่า|ป่าว|ใช่|ครับ|คับ|ค่ะ|คะ|ค่า|จ้า|จ๊ะ|ผม|หนู|วันที่|วัน|เดือน|ปี|พ\\.?ศ\\.?|มท\\.?|จ\\.',
  ].join('|'),
  'g',
)

/** Behind 'with': where the partner's name stands. */
const STRANGER = /(?:กับ|กะ|และ|[-–]| and | with ) *(?:เมือง|จังหวัด|มณฑล|รัฐ|นคร|กรุง)? *([\p{L}\p{M}]{3,})/u

/** The word behind 'with' that is left when all names and words of such questions are taken away. */
function strangerIn(rest: string): string | undefined {
  const left = rest.replace(VOCABULARY, (word) => (/^(กับ|กะ|และ|and|with)$/.test(word) ? ` ${word} ` : ' '))
  const [, name] = STRANGER.exec(left) ?? []
  return name
}

const LETTERS = /[\p{L}\p{M}]/gu

function outsideNames(text: string, found: readonly Found<Meaning>[]): string {
  let rest = ''
  let at = 0
  for (const { start, end } of found) {
    rest += `${text.slice(at, start)} `
    at = end
  }
  return rest + text.slice(at)
}

function yearIn(text: string): number | undefined {
  const year = Number(/(?<!\d)(19\d\d|20\d\d|25\d\d)(?!\d)/.exec(text)?.[1] ?? Number.NaN)
  return Number.isNaN(year) ? undefined : year < 2100 ? year + 543 : year
}

function rowIn(text: string): number | undefined {
  const row = /(?:ลำดับ|คู่) ?ที่ ?(\d{1,2})(?!\d)/.exec(text)?.[1]
  return row === undefined ? undefined : Number(row)
}

export function readPairQuestion(question: string, pairs: readonly Pair[]): PairQuestion {
  const text = normalise(question).toLowerCase()
  const found = lexiconOf(pairs)(text)
  const meanings = found.flatMap((name) => name.meanings)
  const rest = outsideNames(text, found)
  const partners = meanings.flatMap((meaning) => (meaning.kind === 'partner' ? [meaning] : []))
  return {
    provinces: [...new Set(meanings.flatMap((meaning) => (meaning.kind === 'province' ? [meaning.province] : [])))],
    shared: meanings.flatMap((meaning) => (meaning.kind === 'shared' ? meaning.provinces : [])),
    countries: [...new Set(meanings.flatMap((meaning) => (meaning.kind === 'country' ? [meaning.iso] : [])))],
    own: new Set(partners.flatMap(({ own, pairId }) => (own ? [pairId] : []))),
    around: new Set(partners.flatMap(({ own, pairId }) => (own ? [] : [pairId]))),
    wants: Object.fromEntries(
      Object.entries(WANTS).map(([want, words]) => [want, words.test(rest)]),
    ) as PairQuestion['wants'],
    stranger: strangerIn(rest),
    row: rowIn(rest),
    year: yearIn(rest),
    unread: rest.replace(VOCABULARY, ' ').match(LETTERS)?.length ?? 0,
  }
}
