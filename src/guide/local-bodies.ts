/**
 * Questions of and about local administrative organisations. The rule that binds them (province level only, other forms
 * of co-operation, nothing that binds the government) belongs into every answer to them.
 */
import type { Entry } from './entry.ts'

const LOCAL_BODY =
  /อบต|อ\.บ\.ต|อบจ|อ\.บ\.จ|อปท|อ\.ป\.ท|เทศบาล|ท้องถิ่น|องค์การบริหารส่วน|(?<![ก-ฮ])(ทต|ทม|ทน)\.|(?<![ก-ฮะ-์])สถ(\.|\s|$)/

/** @param text normalised, in lower case */
export function mentionsLocalBody(text: string): boolean {
  return LOCAL_BODY.test(text)
}

export function speaksOfLocalBodies(entry: Entry): boolean {
  return entry.topic === 'lao' || [entry.title, ...entry.questions].some((text) => LOCAL_BODY.test(text))
}
