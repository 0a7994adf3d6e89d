/** 'คู่ของฉัน', and 'คู่ของฉัน SC101', 'คู่ของฉัน 2', 'คู่ของฉัน ยูนนาน', with a fiscal year behind it where that alone is wanted. */
import type { Actor, Command, Outcome, Postback, Turn } from '../../bot/types.ts'
import type { PairsDependencies } from '../dependencies.ts'
import { type Pair, pairName } from '../pair.ts'
import { allPairs, pairById } from '../pair-store.ts'
import { readProvince } from '../read-province.ts'
import { findPairs, pairIdIn } from '../register/find-pair.ts'
import { mine } from '../texts.ts'
import { listOwnPairs, ownPairs } from './my-pairs.ts'
import { showHistory } from './pair-history.ts'

const ATTEMPT = 'pairs.history'
const WORDS = /^(?:ประวัติ)?คู่ ?ของ ?(?:ฉัน|ผม|หนู|เรา)(?: ?(.{1,80}))?$/
const YEAR = /(?:^| )(?:ปี(?:งบ(?:ประมาณ)?)? ?)?(25\d\d)$/
const ASKS = /ยังไง|อย่างไร|ไหม|มั้ย|กี่|อะไร|บ้าง|ใคร|ทำไม|เมื่อไ|\?/

interface Typed {
  /** '': the list. */
  readonly which: string
  readonly year?: number
}

function match(text: string): Typed | undefined {
  const found = WORDS.exec(text)
  const rest = found?.[1] ?? ''
  if (!found || ASKS.test(rest)) return undefined
  const year = YEAR.exec(rest)?.[1]
  const which = rest.replace(YEAR, '').trim()
  return { which, ...(year === undefined ? {} : { year: Number(year) }) }
}

export function myPairsCommand(deps: PairsDependencies): Command<Typed> {
  return {
    name: mine.title,
    isMeantInDialog: (text) => match(text) !== undefined,
    match,
    async run(turn, { which, year }) {
      const { actor } = turn
      if (actor === undefined)
        return deps.refused(turn, { action: which === '' ? 'pairs.mine' : ATTEMPT, say: mine.guest })
      if (which !== '') return ofOne(turn, actor, deps, which, year)
      if (actor.role === 'admin') return say(mine.admin)
      return { replies: await listOwnPairs(turn, actor, deps) }
    },
  }
}

export function pairPostback(deps: PairsDependencies): Postback {
  return {
    action: 'pair',
    async run(turn, params) {
      const id = (params.get('id') ?? '').slice(0, 40)
      const { actor } = turn
      if (actor === undefined) return deps.refused(turn, { action: ATTEMPT, target: id, say: mine.guest })
      const pair = await pairById(turn.read, id)
      if (!pair || !maySee(actor, pair)) return refuse(turn, actor, deps, id)
      return { replies: await showHistory(turn, pair, deps) }
    },
  }
}

const maySee = ({ role, provinces }: Actor, pair: Pair) => role === 'admin' || provinces.includes(pair.provinceTh)

/** Whether another province has such a pair is not told. */
function refuse(turn: Turn, { role, provinces }: Actor, deps: PairsDependencies, target: string): Outcome {
  if (role === 'admin') return say(mine.unknownPair(target))
  return deps.refused(turn, { action: ATTEMPT, target, say: mine.notYours(provinces.join(', ')) })
}

async function ofOne(
  turn: Turn,
  actor: Actor,
  deps: PairsDependencies,
  which: string,
  year?: number,
): Promise<Outcome> {
  const own = actor.role === 'admin' ? await allPairs(turn.read) : await ownPairs(turn, actor)
  const found = await meant(turn, actor, own, which)
  const [only, ...others] = found
  if (only && others.length === 0) return { replies: await showHistory(turn, only, deps, year) }
  if (only) return say(mine.which(found.slice(0, 10).map((pair) => `${pair.id} ${pairName(pair)}`)))
  const isElsewhere = pairIdIn(which) !== undefined || readProvince(which).kind === 'one'
  return isElsewhere ? refuse(turn, actor, deps, which.slice(0, 40)) : say(mine.unknownPair(which.slice(0, 40)))
}

/** By the number in the list, an id (of before a merge as well), or names. */
async function meant({ read }: Turn, actor: Actor, own: readonly Pair[], which: string): Promise<readonly Pair[]> {
  const number = /^(?:ข้อ|ที่|คู่ที่)? ?(\d{1,2})$/.exec(which)?.[1]
  if (number !== undefined && actor.role !== 'admin') return own.slice(Number(number) - 1, Number(number))
  const id = pairIdIn(which)
  if (id === undefined) return findPairs(which, own)
  const pair = await pairById(read, id)
  return pair && maySee(actor, pair) ? [pair] : []
}

function say(text: string): Outcome {
  return { replies: [{ kind: 'text', text, buttons: [{ label: mine.title, say: mine.title }] }] }
}
