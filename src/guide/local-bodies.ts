/**
 * Questions of and about local administrative organisations. The rule that binds them (province level only, other forms
 * of co-operation, nothing that binds the government) belongs into every answer to them.
 */
import type { Entry } from './entry.ts'

/** อบต and อบจ, but not inside 'คำตอบจาก' and 'รอบตัว'. */
const SHORT_NAME = /(?<![ตรขชส]|ระก)อบ[ตจ](?![ะ-ู็-์ร])/.source
const LOCAL_BODY = new RegExp(
  `${SHORT_NAME}|อ\\.บ\\.[ตจ]|อปท|อ\\.ป\\.ท|เทศบาล|ท้องถิ่น|องค์การบริหารส่วน|(?<![ก-ฮ])(ทต|ทม|ทน)\\.|(?<![ก-ฮะ-์])สถ(\\.|\\s|$)`,
)

const NAMED_BODY = new RegExp(
  `องค์การบริหารส่วน(ตำบล|จังหวัด)|องค์กรปกครองส่วนท้องถิ่น|เทศบาล(นคร|เมือง|ตำบล)?|${SHORT_NAME}\\.?|อปท\\.?|ท้องถิ่น`,
)

/** The question asked of another local body: "แล้ว อบจ. ล่ะ" after "เทศบาลทำได้ไหม". Undefined when either names none. */
export function sayOfAnotherBody(now: string, before: string): string | undefined {
  const body = now === 'จังหวัด' ? now : NAMED_BODY.exec(now)?.[0]
  return body !== undefined && NAMED_BODY.test(before) ? before.replace(NAMED_BODY, body) : undefined
}

/** @param text normalised, in lower case */
export function bodyNamedIn(text: string): string | undefined {
  return NAMED_BODY.exec(text)?.[0]
}

/** @param text normalised, in lower case */
export function mentionsLocalBody(text: string): boolean {
  return LOCAL_BODY.test(text)
}

/** Whether the short answer holds the whole rule: province level only, and nothing that binds the government. */
export function tellsLocalRule({ short }: Entry): boolean {
  return short.includes('ระดับจังหวัดเท่านั้น') && short.includes('มิได้มีผลผูกพัน')
}

export function speaksOfLocalBodies(entry: Entry): boolean {
  return entry.topic === 'lao' || [entry.title, ...entry.questions].some((text) => LOCAL_BODY.test(text))
}
