/**
 * 'คู่ซ้ำ', 'รวมคู่ SC101 SC9001', 'คนละคู่ …': two rows of one province that are one pair become one. The kept row takes the names of
 * the other and whatever it lacks itself; reports, duties and stages move to it, and the other's id leads to it from then on.
 */
import type { Change, Command, DialogBinding, Outcome, Turn } from '../../bot/types.ts'
import type { Dialog, Json, Step, StepContext } from '../../dialogs/index.ts'
import type { Stored } from '../../store/index.ts'
import { dayOf } from '../../thai/index.ts'
import type { PairsDependencies } from '../dependencies.ts'
import { lookAlikes } from '../near-names.ts'
import { type Pair, pairName } from '../pair.ts'
import { allPairs, savePair } from '../pair-store.ts'
import { noteUse } from '../pair-uses.ts'
import { moveStages } from '../stage/stage-store.ts'
import { checkAdmin, deskCommand, say } from './desk.ts'
import { pairIdIn } from './find-pair.ts'
import { mergedRow } from './merged-row.ts'
import { carried, reasonStep, valueIn } from './steps.ts'
import { deskSays, mergeSays as says } from './texts.ts'

const MERGE = 'pair-merge'
const ATTEMPT = 'pair.merge'
const MOST_SHOWN = 8

type Given = Readonly<Record<string, Json>>
type Two = readonly [Stored<Pair>, Stored<Pair>]

const named = (pair: Pair) => `${pair.id} ${pairName(pair)}`

export function mergeCommands(deps: PairsDependencies): Command<string>[] {
  const { alike, merge, distinct } = deskSays.words
  return [
    deskCommand(deps, { word: alike, action: ATTEMPT, run: showAlike }),
    deskCommand(deps, { word: merge, action: ATTEMPT, run: beginMerge }),
    deskCommand(deps, { word: distinct, action: ATTEMPT, run: (turn, typed) => markDistinct(turn, typed, deps) }),
  ]
}

async function showAlike({ read }: Turn): Promise<Outcome> {
  const pairs = await allPairs(read)
  const found = pairs.flatMap((pair) =>
    lookAlikes(pair, pairs)
      .filter((other) => pair.id < other.id)
      .map((other) => [pair, other] as const),
  )
  if (found.length === 0) return say(says.onlyAlike, deskSays.words.register)
  const lines = found
    .slice(0, MOST_SHOWN)
    .map(([a, b]) => `• ${says.alikeLine(named(a), named(b))}\n${says.alikeHow(a.id, b.id)}`)
  const [first] = found
  const words = first ? [`${deskSays.words.merge} ${first[0].id} ${first[1].id}`] : []
  return say([says.alikeTitle, ...lines].join('\n'), ...words)
}

type TwoRead = { readonly ok: true; readonly two: Two } | { readonly ok: false; readonly outcome: Outcome }

/** Two rows of one province: across provinces they are never one pair. */
async function readTwo({ read }: Turn, typed: string): Promise<TwoRead> {
  const ids = [...typed.matchAll(/sc ?\d+/gi)].map(([id]) => pairIdIn(id))
  if (ids.length === 0) return { ok: false, outcome: say(says.how, deskSays.words.alike) }
  const pairs = await allPairs(read)
  const [a, b, ...more] = ids.map((id) => pairs.find((pair) => pair.id === id))
  if (!a || !b || a.id === b.id || more.length > 0) return { ok: false, outcome: say(says.twoPairs) }
  if (a.provinceTh !== b.provinceTh) return { ok: false, outcome: say(says.otherProvince(named(a), named(b))) }
  return { ok: true, two: [a, b] }
}

async function beginMerge(turn: Turn, typed: string): Promise<Outcome> {
  const read = await readTwo(turn, typed)
  if (!read.ok) return read.outcome
  const [a, b] = read.two
  return { replies: [], begin: { dialogId: MERGE, given: { a: a.id, b: b.id, aName: named(a), bName: named(b) } } }
}

async function markDistinct(turn: Turn, typed: string, deps: PairsDependencies): Promise<Outcome> {
  const read = await readTwo(turn, typed)
  if (!read.ok) return read.outcome
  const [a, b] = read.two
  const besides = (pair: Stored<Pair>, other: Pair): Change =>
    savePair({ ...pair, distinctFrom: [...new Set([...(pair.distinctFrom ?? []), other.id])] })
  const entry = deps.audit({
    at: turn.now,
    actor: turn.actor?.personId ?? '',
    action: 'pair.distinct',
    target: a.id,
    after: [a.id, b.id],
  })
  return { ...say(says.distinct(a.id, b.id)), changes: [besides(a, b), besides(b, a), entry] }
}

const keepStep: Step = {
  id: 'keep',
  label: says.keepLabel,
  ask: (context) => ({
    text: says.keepAsk,
    choices: (['a', 'b'] as const).map((which) => ({
      value: String(valueIn(context, which)),
      label: String(valueIn(context, which)),
      text: String(valueIn(context, `${which}Name`)),
    })),
  }),
  parse: (given, context) => {
    const ids = [valueIn(context, 'a'), valueIn(context, 'b')]
    const isOne = given.kind === 'choice' && ids.includes(given.value)
    return isOne ? { ok: true, value: given.value } : { ok: false, say: says.keepWrong }
  },
  show: (value, context) => String(valueIn(context, value === valueIn(context, 'a') ? 'aName' : 'bName')),
}

const dialog: Dialog = {
  id: MERGE,
  version: 1,
  title: says.title,
  steps: [...['a', 'b', 'aName', 'bName'].map(carried), keepStep, reasonStep],
  reviewNote: (context: StepContext) => `${valueIn(context, 'aName')}\n${valueIn(context, 'bName')}`,
}

export function mergeBinding(deps: PairsDependencies): DialogBinding {
  return {
    dialogId: MERGE,
    title: says.title,
    async define(turn) {
      const check = checkAdmin(turn, deps, ATTEMPT)
      return check.ok ? { ok: true, dialog } : check
    },
    finish: (turn, given) => finish(turn, given, deps),
  }
}

async function finish(turn: Turn, given: Given, deps: PairsDependencies): Promise<Outcome> {
  const typed = `${given.a} ${given.b}`
  const check = checkAdmin(turn, deps, ATTEMPT, typed)
  if (!check.ok) return check.refusal
  const read = await readTwo(turn, typed)
  if (!read.ok) return read.outcome
  const [a, b] = read.two
  const [kept, other] = given.keep === a.id ? [a, b] : [b, a]
  return merge(turn, deps, { kept, other, reason: String(given.reason), by: check.admin.personId })
}

interface Merge {
  readonly kept: Stored<Pair>
  readonly other: Stored<Pair>
  readonly reason: string
  readonly by: string
}

async function merge(turn: Turn, deps: PairsDependencies, { kept, other, reason, by }: Merge): Promise<Outcome> {
  const { read, now } = turn
  const on = dayOf(now)
  const after = mergedRow(kept, other, on)
  const gone = { ...other, withdrawn: { why: 'merged' as const, reason, on, mergedInto: kept.id } }
  // Before what is to be moved is read: what is written under the other id from here on, this merge has not seen.
  const use = await noteUse(read, other)
  const history = await deps.moveHistory(read, { from: other.id, to: kept.id, now })
  const stages = await moveStages(read, other.id, kept.id)
  const moved = history.moved.length + stages.length
  const entries = [kept, other].map(({ id }) =>
    deps.audit({
      at: now,
      actor: by,
      action: 'pair.merged',
      target: id,
      before: { kept: kept.id, other: other.id },
      after: { kept: kept.id, moved: [...history.moved] },
      note: reason,
    }),
  )
  const word = `${deskSays.words.register} ${kept.id}`
  return {
    ...say(says.done(pairName(after), kept.id, moved), word),
    changes: [savePair(after), savePair(gone), use, ...history.changes, ...stages, ...entries],
  }
}
