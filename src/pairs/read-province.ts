/** Reads which province a text names: full names, everyday names, English, and what only sounds like a province. */
import { normalise } from '../thai/index.ts'
import { type NameEntry, nameFinder } from './find-names.ts'
import { PROVINCES, SHARED_PREFIXES } from './provinces.ts'

export type ProvinceMeaning =
  | { readonly kind: 'province'; readonly province: string }
  | { readonly kind: 'shared'; readonly provinces: readonly string[] }
  /** Holds a province's name and is none: อุดรมีชัย is in Cambodia. */
  | { readonly kind: 'none' }

export type ReadProvince =
  | { readonly kind: 'one'; readonly province: string }
  | { readonly kind: 'several'; readonly provinces: string[] }
  | { readonly kind: 'none' }

/** Provinces whose names are also everyday words. */
const GUARDS: Readonly<Record<string, { before?: string; after?: string }>> = {
  เลย: { before: '(?<=^|จังหวัด ?|จ\\. ?|ของ)', after: '(?!กำหนด|เวลา|ครับ|ค่ะ|คะ)' },
  แพร่: { before: '(?<!เผย)', after: '(?!กระจาย|หลาย|ระบาด)' },
  น่าน: { after: '(?!น้ำ|ฟ้า)' },
  ตาก: { before: '(?<=^|\\s|จังหวัด ?|จ\\. ?|ของ|ที่|กับ)', after: '(?!แดด|ผ้า|ใบ)' },
  ปากน้ำ: { before: '(?<!แม่)', after: '(?!แม่)' },
}

const NOT_PROVINCES = ['อุดรมีชัย', 'ตรังกานู', 'พระนครศรี', 'เชียงตุง', 'เชียงรุ่ง', 'เชียงขวาง', 'เชียงของ', 'เชียงแสน']

const STANDS_APART = '(?<=^|[\\s(]|เมือง|จังหวัด ?|จ\\. ?|กับ|ของ|และ)'
/** A shared prefix counts only when it stands alone: 'นครคุนหมิง' is no province. */
const STANDS_ALONE = '(?=$|[\\s?,–-]|มี|กับ|คู่|ทำ|เซ็น|ลงนาม|เป็น|ได้|จับ|อยู่|ปี|ล่ะ|ละ|นี่|ครับ|ค่ะ|คะ|ไหน)'

export const provinceEntries: readonly NameEntry<ProvinceMeaning>[] = [
  ...PROVINCES.flatMap(({ th, en, aliases }) =>
    [th, en, ...aliases].map((name) => ({
      name,
      meaning: { kind: 'province', province: th } as const,
      ...GUARDS[name],
    })),
  ),
  ...Object.entries(SHARED_PREFIXES).map(([name, provinces]) => ({
    name,
    meaning: { kind: 'shared', provinces } as const,
    before: STANDS_APART,
    after: STANDS_ALONE,
  })),
  ...NOT_PROVINCES.map((name) => ({ name, meaning: { kind: 'none' } as const })),
]

const findProvinces = nameFinder(provinceEntries)

export function readProvince(text: string): ReadProvince {
  const meanings = findProvinces(normalise(text)).flatMap(({ meanings }) => meanings)
  const named = new Set(meanings.flatMap((meaning) => (meaning.kind === 'province' ? [meaning.province] : [])))
  const shared = meanings.flatMap((meaning) => (meaning.kind === 'shared' ? meaning.provinces : []))
  const [only, ...others] = named.size > 0 ? named : new Set(shared)
  if (only === undefined) return { kind: 'none' }
  return others.length === 0 ? { kind: 'one', province: only } : { kind: 'several', provinces: [only, ...others] }
}
