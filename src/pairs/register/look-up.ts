/** 'ทะเบียนคู่': what the register holds by group, a pair found by any of its names, and the whole of its row. */
import type { Command, Outcome, Turn } from '../../bot/types.ts'
import type { PairsDependencies } from '../dependencies.ts'
import type { Pair } from '../pair.ts'
import { allPairs } from '../pair-store.ts'
import { deskCommand, ROWS_A_CARD, rowsCard, withPair } from './desk.ts'
import { findPairs } from './find-pair.ts'
import { showRecord } from './show-record.ts'
import { GROUP_NAMES, deskSays as says } from './texts.ts'

/** How the groups of the ministry's letter are typed. */
const GROUP_WORDS: readonly (readonly [Pair['status'], RegExp])[] = [
  ['signed', /^(?:กลุ่ม ?(?:ที่ ?)?1|(?:กลุ่ม ?)?(?:ที่)?ลงนาม(?:แล้ว)?)$/],
  ['in_progress', /^(?:กลุ่ม ?(?:ที่ ?)?2|(?:กลุ่ม ?)?(?:ที่)?(?:อยู่)?(?:ใน)?ระหว่าง(?:ดำเนิน(?:การ)?|ทำ|พิจารณา.*)?)$/],
  ['proposed', /^(?:กลุ่ม ?(?:ที่ ?)?3|(?:กลุ่ม ?)?(?:ที่)?(?:มีความ)?(?:สนใจ|ริเริ่ม|คิดริเริ่ม))$/],
  ['unknown', /^(?:กลุ่ม ?)?(?:ที่)?(?:ยัง)?(?:ยืนยันไม่ได้|ไม่ทราบ|ไม่แน่นอน)$/],
  ['ended', /^(?:กลุ่ม ?)?(?:ที่)?(?:สิ้นสุด|ปิด)(?:แล้ว)?$/],
]
const PAGE = /^(.*?) ?หน้า ?(?:ที่ ?)?(\d{1,3})$/

export function lookUpCommand(deps: PairsDependencies): Command<string> {
  return deskCommand(deps, { word: says.words.register, action: 'pairs.read', run: lookUp })
}

async function lookUp(turn: Turn, typed: string): Promise<Outcome> {
  if (typed === '') return { replies: [overview(await allPairs(turn.read))] }
  const [, words = typed, page = '1'] = PAGE.exec(typed) ?? []
  const group = GROUP_WORDS.find(([, pattern]) => pattern.test(words.trim()))?.[0]
  if (group) return { replies: [ofGroup(await allPairs(turn.read), group, Number(page))] }
  const found = findPairs(words, await allPairs(turn.read))
  if (found.length > ROWS_A_CARD) return { replies: [pageOf(words, found, Number(page))] }
  return withPair(turn, says.words.register, words, (pair) => ({ replies: [showRecord(pair)] }))
}

function overview(pairs: readonly Pair[]) {
  const lines = Object.entries(GROUP_NAMES).map(([status, name]) => ({
    text: name,
    hint: says.rows(pairs.filter((pair) => pair.status === status).length),
    tap: { label: name, say: `${says.title} ${name}` },
  }))
  const counts = lines.map(({ text, hint }) => `• ${text}: ${hint}`)
  return {
    kind: 'card',
    card: 'choices',
    data: { title: says.title, text: says.overview, choices: lines, note: `${says.how}\n${says.notComplete}` },
    altText: [says.title, ...counts, says.overview].join('\n'),
    fallback: [says.title, ...counts, says.overview, says.how, says.notComplete].join('\n'),
  } as const
}

function ofGroup(pairs: readonly Pair[], group: Pair['status'], page: number) {
  const name = GROUP_NAMES[group]
  return pageOf(
    name,
    pairs.filter(({ status }) => status === group),
    page,
  )
}

function pageOf(words: string, found: readonly Pair[], wanted: number) {
  const pages = Math.max(1, Math.ceil(found.length / ROWS_A_CARD))
  const page = Math.min(Math.max(wanted, 1), pages)
  const rows = found.slice((page - 1) * ROWS_A_CARD, page * ROWS_A_CARD)
  const next = page < pages ? { label: says.nextPage, say: says.page(words, page + 1) } : undefined
  const text = `${says.rowsOf(words, found.length)}${pages > 1 ? ` (${page}/${pages})` : ''}`
  return rowsCard(says.title, text, rows, says.words.register, next)
}
