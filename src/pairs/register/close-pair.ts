/**
 * 'ปิดคู่ SC101' and 'คืนคู่ SC101': a relationship that has ended, or a row that was a mistake, is closed with a reason and can be
 * brought back. Nothing is deleted: reports and duties stay with the row.
 */
import type { Command, DialogBinding, Outcome, Turn } from '../../bot/types.ts'
import type { Dialog, Json, Step, StepContext } from '../../dialogs/index.ts'
import type { Stored } from '../../store/index.ts'
import { dayOf } from '../../thai/index.ts'
import type { PairsDependencies } from '../dependencies.ts'
import { Pair, pairName } from '../pair.ts'
import { rowById, savePair } from '../pair-store.ts'
import { checkAdmin, deskCommand, say, withPair } from './desk.ts'
import { readOne } from './read-fact.ts'
import { carried, pastDayStep, reasonStep, sourceStep, valueIn } from './steps.ts'
import { deskSays, closeSays as says } from './texts.ts'
import { withEdits, withoutGaps } from './write-facts.ts'

const CLOSE = 'pair-close'
const REOPEN = 'pair-reopen'
const ATTEMPT = 'pair.close'

type Given = Readonly<Record<string, Json>>

const isEnding = (context: StepContext) => valueIn(context, 'why') === 'ended'

const whyStep: Step = {
  id: 'why',
  label: says.whyLabel,
  ask: () => ({
    text: says.whyAsk,
    choices: Object.entries(says.whys).map(([value, label]) => ({ value, label })),
  }),
  parse: readOne(says.whys, says.wrongWhy),
  show: (value) => says.whys[value === 'ended' ? 'ended' : 'mistaken'],
}

const note = (context: StepContext) => String(valueIn(context, 'name') ?? '')

const closing: Dialog = {
  id: CLOSE,
  version: 1,
  title: says.title,
  steps: [
    ...['pair', 'name'].map(carried),
    whyStep,
    pastDayStep('on', { label: says.onLabel, ask: says.onAsk }, isEnding),
    reasonStep,
    { ...sourceStep, when: isEnding },
  ],
  reviewNote: note,
}

const reopening: Dialog = {
  id: REOPEN,
  version: 1,
  title: says.reopenTitle,
  steps: [...['pair', 'name'].map(carried), reasonStep],
  reviewNote: note,
}

const isClosed = ({ status, withdrawn }: Pair) => status === 'ended' || withdrawn !== undefined
const given = (pair: Pair) => ({ pair: pair.id, name: `${pairName(pair)} (${pair.id})` })

/** Why it cannot be closed, or brought back, now. */
function problemWith(pair: Pair, isToClose: boolean): Outcome | undefined {
  const { id, withdrawn } = pair
  const { register, reopen } = deskSays.words
  if (withdrawn?.mergedInto) return say(says.merged(id, withdrawn.mergedInto), `${register} ${withdrawn.mergedInto}`)
  if (isToClose) return isClosed(pair) ? say(says.closedAlready(id), `${reopen} ${id}`) : undefined
  return isClosed(pair) ? undefined : say(says.notClosed(id), `${register} ${id}`)
}

export function closeCommands(deps: PairsDependencies): Command<string>[] {
  const { close, reopen } = deskSays.words
  const command = (word: string, dialogId: string) =>
    deskCommand(deps, {
      word,
      action: ATTEMPT,
      run: (turn, typed) =>
        withPair(
          turn,
          word,
          typed,
          (pair) => problemWith(pair, dialogId === CLOSE) ?? { replies: [], begin: { dialogId, given: given(pair) } },
        ),
    })
  return [command(close, CLOSE), command(reopen, REOPEN)]
}

export function closeBindings(deps: PairsDependencies): DialogBinding[] {
  const binding = (dialog: Dialog, work: typeof close): DialogBinding => ({
    dialogId: dialog.id,
    title: dialog.title,
    async define(turn) {
      const check = checkAdmin(turn, deps, ATTEMPT)
      return check.ok ? { ok: true, dialog } : check
    },
    async finish(turn, answers) {
      const check = checkAdmin(turn, deps, ATTEMPT, String(answers.pair))
      if (!check.ok) return check.refusal
      const pair = await rowById(turn.read, String(answers.pair))
      if (!pair) return say(deskSays.none(String(answers.pair)))
      return problemWith(pair, dialog === closing) ?? work(turn, deps, pair, answers)
    },
  })
  return [binding(closing, close), binding(reopening, reopen)]
}

function close(turn: Turn, deps: PairsDependencies, pair: Stored<Pair>, answers: Given): Outcome {
  const { name, reason } = { name: pairName(pair), reason: String(answers.reason) }
  const on = dayOf(turn.now)
  if (answers.why === 'mistaken') {
    const after = { ...pair, withdrawn: { why: 'mistaken' as const, reason, on } }
    const entry = auditOf(turn, deps, 'pair.withdrawn', pair, after, reason)
    return { ...say(`${says.done(name)}\n${says.mistaken(pair.id)}`), changes: [savePair(after), entry] }
  }
  const { dutyDecision: _over, ...open } = pair
  const endedOn = String(answers.on)
  const ended = { ...open, status: 'ended' as const, ended: { on: endedOn, reason, was: pair.status } }
  const after = withEdits(ended, ['status'], { source: String(answers.source), asOf: endedOn, on })
  const entry = auditOf(turn, deps, 'pair.ended', pair, after, reason)
  return { ...say(`${says.done(name)}\n${says.ended}`), changes: [savePair(after), entry] }
}

function reopen(turn: Turn, deps: PairsDependencies, pair: Stored<Pair>, answers: Given): Outcome {
  const reason = String(answers.reason)
  const { withdrawn: _withdrawn, ended, ...row } = pair
  const was = Pair.shape.status.safeParse(ended?.was).data ?? 'unknown'
  const status = pair.status === 'ended' ? was : pair.status
  const basis = { source: reason, asOf: dayOf(turn.now), on: dayOf(turn.now) }
  const after = pair.status === 'ended' ? withEdits({ ...row, status }, ['status'], basis) : row
  const entry = auditOf(turn, deps, 'pair.reopened', pair, after, reason)
  return { ...say(says.reopened(pairName(pair), pair.id)), changes: [savePair(after), entry] }
}

function auditOf(turn: Turn, deps: PairsDependencies, action: string, before: Pair, after: Pair, reason: string) {
  const stateOf = ({ status, dutyDecision, ended, withdrawn }: Pair) =>
    withoutGaps({ status, dutyDecision, ended, withdrawn }) as unknown as Json
  return deps.audit({
    at: turn.now,
    actor: turn.actor?.personId ?? '',
    action,
    target: before.id,
    before: stateOf(before),
    after: stateOf(after),
    note: reason,
  })
}
