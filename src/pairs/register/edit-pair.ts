/**
 * 'แก้คู่ SC101': an admin changes facts of a row in a guided dialog, several at once, on a source and its day; sees what was
 * and what will be, and confirms. What somebody else changed meanwhile is not overwritten.
 */
import type { Command, DialogBinding, Outcome, Reply, Turn } from '../../bot/types.ts'
import type { Dialog, Json, StepContext } from '../../dialogs/index.ts'
import type { Stored } from '../../store/index.ts'
import { dayOf } from '../../thai/index.ts'
import type { PairsDependencies } from '../dependencies.ts'
import { lookAlikes } from '../near-names.ts'
import { type Pair, pairName } from '../pair.ts'
import { allPairs, rowById, savePair } from '../pair-store.ts'
import { checkAdmin, deskCommand, say, withPair } from './desk.ts'
import { FACTS, facts, isSame } from './facts.ts'
import { pairIdIn } from './find-pair.ts'
import { beforeAndAfter, changesCard } from './show-record.ts'
import { asOfStep, carried, factStep, factsNamed, idsIn, sourceStep, valueIn, whatStep } from './steps.ts'
import { deskSays, editSays as says } from './texts.ts'
import { changesIn, factsOf, type Values, valuesIn, withFacts } from './write-facts.ts'

const EDIT = 'pair-edit'
const ATTEMPT = 'pair.change'

type Given = Readonly<Record<string, Json>>

const dialog: Dialog = {
  id: EDIT,
  version: 1,
  title: says.title,
  steps: [
    ...['pair', 'name', 'was'].map(carried),
    whatStep,
    ...FACTS.map((id) => factStep(id, (context) => idsIn(valueIn(context, 'what')).includes(id))),
    sourceStep,
    asOfStep,
  ],
  reviewNote: (context: StepContext) => says.about(String(valueIn(context, 'name') ?? '')),
}

export function editCommand(deps: PairsDependencies): Command<string> {
  const { edit } = deskSays.words
  return deskCommand(deps, {
    word: edit,
    action: ATTEMPT,
    run(turn, typed) {
      const [, id = '', rest = ''] = /^(sc ?\d+)(?: (.+))?$/.exec(typed) ?? []
      return withPair(turn, edit, id || typed, (pair) => begin(pair, rest))
    },
  })
}

/** @param rest which facts, where they were typed at once */
function begin(pair: Pair, rest: string): Outcome {
  if (pair.withdrawn) return say(says.gone(pair.id), `${deskSays.words.register} ${pair.id}`)
  const what = rest === '' ? undefined : factsNamed(rest)
  const was = factsOf(pair, FACTS)
  const given = { pair: pair.id, name: `${pairName(pair)} (${pair.id})`, was, ...(what ? { what } : {}) }
  return { replies: [], begin: { dialogId: EDIT, given } }
}

export function editBinding(deps: PairsDependencies): DialogBinding {
  return {
    dialogId: EDIT,
    title: says.title,
    async define(turn) {
      const check = checkAdmin(turn, deps, ATTEMPT)
      return check.ok ? { ok: true, dialog } : check
    },
    async preview({ read }, given) {
      const pair = await rowById(read, String(given.pair))
      return pair ? [previewOf(pair, valuesIn(given), await allPairs(read))] : []
    },
    finish: (turn, given) => finish(turn, given, deps),
  }
}

function previewOf(pair: Stored<Pair>, values: Values, pairs: readonly Pair[]): Reply {
  const after = { ...pair, ...Object.assign({}, ...[...values].map(([id, value]) => facts[id].fields(value))) }
  const isRenamed = values.has('partnerTh') || values.has('partnerEn') || values.has('spellings')
  const near = isRenamed ? lookAlikes(after, pairs).map((other) => `${other.id} ${pairName(other)}`) : []
  const isUnsigned = values.has('signed') && after.status !== 'signed' && after.status !== 'ended'
  const notes = [
    says.preview,
    ...(near.length > 0 ? [says.alike(near)] : []),
    ...(isUnsigned ? [says.noSigningWhenUnsigned] : []),
  ]
  return changesCard(pairName(pair), pair.id, notes.join('\n'), beforeAndAfter(pair, values))
}

async function finish(turn: Turn, given: Given, deps: PairsDependencies): Promise<Outcome> {
  const id = pairIdIn(String(given.pair)) ?? ''
  const check = checkAdmin(turn, deps, ATTEMPT, id)
  if (!check.ok) return check.refusal
  const pair = await rowById(turn.read, id)
  if (!pair || pair.withdrawn) return say(says.gone(id), deskSays.words.register)
  const moved = movedMeanwhile(pair, given)
  if (moved.length > 0) return say(says.changedMeanwhile(moved), `${deskSays.words.edit} ${id}`)
  const values = changesIn(pair, valuesIn(given))
  if (values.size === 0) return say(says.same, `${deskSays.words.register} ${id}`)
  const reports = values.has('province') ? (await deps.activitiesOf(turn.read, id)).length : 0
  if (reports > 0) return say(says.hasReports(reports), deskSays.words.add, `${deskSays.words.close} ${id}`)
  return save(turn, deps, { pair, values, given, by: check.admin.personId })
}

interface Edit {
  readonly pair: Stored<Pair>
  readonly values: Values
  readonly given: Given
  readonly by: string
}

function save(turn: Turn, deps: PairsDependencies, { pair, values, given, by }: Edit): Outcome {
  const basis = { source: String(given.source), asOf: String(given.asOf), on: dayOf(turn.now) }
  const after = withFacts(pair, values, basis)
  const entry = deps.audit({
    at: turn.now,
    actor: by,
    action: 'pair.changed',
    target: pair.id,
    before: factsOf(pair, values.keys()),
    after: { ...factsOf(after, values.keys()), source: basis.source, asOf: basis.asOf },
  })
  const show = `${deskSays.words.register} ${pair.id}`
  const card = changesCard(says.done, pair.id, says.doneText(pairName(after)), beforeAndAfter(pair, values), [
    { label: show, say: show },
  ])
  return { replies: [card], changes: [savePair(after), entry] }
}

/** Facts to be changed that are not what they were when the dialog began, as they are now. */
function movedMeanwhile(pair: Pair, given: Given): string[] {
  const was = (given.was ?? {}) as Given
  const moved = idsIn(given.what).filter((id) => was[id] !== undefined && !isSame(was[id], facts[id].of(pair)))
  return moved.map((id) => `• ${facts[id].label}: ${facts[id].show(facts[id].of(pair))}`)
}
