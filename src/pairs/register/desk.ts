/** What the register's commands share: who may, which pair is meant, and how it is said that none is. */
import type { Actor, Button, Command, Outcome, Reply, Turn } from '../../bot/types.ts'
import type { PairsDependencies } from '../dependencies.ts'
import { type Pair, pairName } from '../pair.ts'
import { allRows } from '../pair-store.ts'
import { pairRow } from '../show-pair.ts'
import { findPairs } from './find-pair.ts'
import { GROUP_NAMES, deskSays as says } from './texts.ts'

/** As many rows as surely fit a bubble of 30 KB. */
export const ROWS_A_CARD = 10
const MOST_MEANT = 10
/** 'แก้คู่ยังไง' asks the guide. */
const ASKS = /ยังไง|อย่างไร|ไหม|มั้ย|หรือไม่|กี่|อะไร|บ้าง|ใคร|ทำไม|เมื่อไ|\?/

type AdminCheck = { readonly ok: true; readonly admin: Actor } | { readonly ok: false; readonly refusal: Outcome }

/** @param action what was attempted, for the audit log */
export function checkAdmin(turn: Turn, deps: PairsDependencies, action: string, target?: string): AdminCheck {
  if (turn.actor?.role === 'admin') return { ok: true, admin: turn.actor }
  const about = target === undefined || target === '' ? {} : { target: target.slice(0, 60) }
  return { ok: false, refusal: deps.refused(turn, { action, ...about, say: says.onlyAdmins }) }
}

interface Work {
  readonly word: string
  /** In the audit log, when somebody else tries. */
  readonly action: string
  run(turn: Turn, typed: string): Promise<Outcome>
}

/** A command of admins that takes words after its name: '<word> SC101', '<word> เชียงราย ยูนนาน'. */
export function deskCommand(deps: PairsDependencies, { word, action, run }: Work): Command<string> {
  const rest = (text: string) =>
    text === word ? '' : text.startsWith(`${word} `) ? text.slice(word.length + 1) : joined(text)
  const joined = (text: string) =>
    text.startsWith(word) && /^(?:sc ?\d|จังหวัด)/.test(text.slice(word.length)) ? text.slice(word.length) : undefined
  return {
    name: word,
    isMeantInDialog: (text) => text === word || rest(text) !== undefined,
    match(text) {
      const typed = rest(text)
      return typed === undefined || typed.length > 120 || ASKS.test(typed) ? undefined : typed.trim()
    },
    async run(turn, typed) {
      const check = checkAdmin(turn, deps, action, typed)
      return check.ok ? run(turn, typed) : check.refusal
    },
  }
}

/** Goes on with the one pair that is meant, or asks which. Rows that were withdrawn can be named by id alone. */
export async function withPair(
  turn: Turn,
  word: string,
  typed: string,
  goOn: (pair: Pair) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  if (typed === '') return say(says.needsPair(word))
  const rows = await allRows(turn.read)
  const found = findPairs(typed, rows)
  const [only, ...others] = found.length > 1 ? found.filter(({ withdrawn }) => !withdrawn) : found
  if (only === undefined) return say(says.none(typed.slice(0, 60)), says.words.add)
  return others.length === 0 ? goOn(only) : { replies: [whichOf([only, ...others], word)] }
}

function whichOf(found: readonly Pair[], word: string): Reply {
  const [first] = found
  const title = says.which(word, first?.id ?? '')
  return rowsCard(says.title, title, found.slice(0, MOST_MEANT), word)
}

/** @param word said with the pair's id when a row is tapped */
export function rowsCard(title: string, text: string, found: readonly Pair[], word: string, next?: Button): Reply {
  const lines = found.map((pair) => `• ${pair.id} ${pairName(pair)}`)
  return {
    kind: 'card',
    card: 'pairs',
    data: {
      title,
      text,
      pairs: found.map((pair) => ({
        name: pairName(pair),
        state: says.idAndGroup(pair.id, GROUP_NAMES[pair.status]),
        facts: [pairRow(pair).detail],
        tap: { label: pair.id, say: `${word} ${pair.id}` },
      })),
      note: says.notComplete,
      buttons: next ? [next] : [],
    },
    altText: [title, text, ...lines].join('\n').slice(0, 1200),
    fallback: [title, text, ...lines].join('\n'),
    ...(next ? { buttons: [next] } : {}),
  }
}

export function say(text: string, ...words: string[]): Outcome {
  const buttons = words.map((word) => ({ label: word, say: word }))
  return { replies: [{ kind: 'text', text, ...(buttons.length > 0 ? { buttons } : {}) }] }
}
