/** The steps that ask for a post: which role, and of which provinces. Shared by requests and by invitations. */
import type { Json, Parsed, Step, StepContext } from '../../dialogs/index.ts'
import { readProvince } from '../../pairs/index.ts'
import { normalise } from '../../thai/index.ts'
import { access } from './texts.ts'

/** What can be chosen; a backup is an officer who steps in. */
export type PostName = 'officer' | 'backup' | 'supervisor' | 'admin'

const says = access.post
const WORDS: readonly (readonly [PostName, RegExp])[] = [
  ['backup', /สำรอง/],
  ['officer', /เจ้าหน้าที่|จนท/],
  ['supervisor', /ผู้บังคับบัญชา|หัวหน้า|ผู้กำกับ/],
  ['admin', /ผู้ดูแล|แอดมิน/],
]
const CHOICES = {
  officer: { value: 'officer', label: says.officer, text: says.officerText },
  backup: { value: 'backup', label: says.backup, text: says.backupText },
  supervisor: { value: 'supervisor', label: says.supervisor, text: says.supervisorText },
  admin: { value: 'admin', label: says.admin, text: says.admin },
} as const

/** 'เจ้าหน้าที่ เชียงราย' -> 'officer' */
export function postNamed(text: string): PostName | undefined {
  return WORDS.find(([, words]) => words.test(text))?.[0]
}

/** @param posts which of them may be asked for here */
export function postStep(posts: readonly PostName[]): Step {
  const allowed = (post: string | undefined) => posts.find((each) => each === post)
  return {
    id: 'post',
    label: says.label,
    ask: () => ({ text: says.ask, choices: posts.map((post) => CHOICES[post]) }),
    parse(given) {
      const named = given.kind === 'choice' ? given.value : given.kind === 'text' ? postNamed(given.text) : undefined
      const post = allowed(named)
      return post ? { ok: true, value: post } : { ok: false, say: says.wrong }
    },
    show: (value) => postLabel(value),
  }
}

function postLabel(value: Json): string {
  const post = Object.values(CHOICES).find((choice) => choice.value === value)
  return post?.text ?? ''
}

export const provincesStep: Step = {
  id: 'provinces',
  label: access.provinces.label,
  ask: () => ({ text: access.provinces.ask }),
  parse: (given) => readProvinces(given.kind === 'text' ? given.text : ''),
  show: (value) => (Array.isArray(value) ? value.join(', ') : ''),
  when: (context) => postIn(context) !== 'admin',
}

function postIn({ answers }: StepContext): Json | undefined {
  const { post } = answers
  return post && 'value' in post ? post.value : undefined
}

/** 'เชียงราย, พะเยา และ น่าน' */
export function readProvinces(typed: string): Parsed {
  const names = normalise(typed)
    .split(/[,、/\n]|และ|กับ/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const found: string[] = []
  for (const name of names.length > 0 ? names : ['']) {
    const read = readProvince(name)
    if (read.kind === 'several') return { ok: false, say: access.provinces.several(name, read.provinces) }
    if (read.kind === 'none') return { ok: false, say: access.provinces.unknown(name.slice(0, 40)) }
    found.push(read.province)
  }
  return { ok: true, value: [...new Set(found)] }
}
