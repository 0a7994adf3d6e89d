/** Takes the day for which an officer announces an activity: reminders are silent until it has passed. */
import type { Change, Outcome, Reply, Turn } from '../bot/types.ts'
import { noteUse, type Pair, pairById, pairName } from '../pairs/index.ts'
import { actorOf, audit, refused } from '../people/index.ts'
import { type Day, dayOf, fiscalYearOf } from '../thai/index.ts'
import { type Duty, newDuty } from './duty.ts'
import { addDuty, dutyOf, saveDuty } from './reminder-store.ts'
import { texts } from './texts.ts'

export interface Plan {
  readonly pairId: string
  readonly fiscalYear: number
  readonly day: Day
}

/** Stores the planned day, or says why not; who may not is refused and it is written down. */
export async function planActivity(turn: Turn, { pairId, fiscalYear, day }: Plan): Promise<Outcome> {
  const pair = await pairById(turn.read, pairId)
  const refusal = refusalFor(turn, pair, pairId)
  if (refusal) return refusal
  if (!pair) return say(texts.plan.unknownPair)
  const known = await dutyOf(turn.read, pair.id, fiscalYear)
  const duty = known ?? newDuty(pair.id, fiscalYear, turn.now)
  const problem = problemWith(day, duty, pair, dayOf(turn.now))
  if (problem) return say(problem)
  const planned = {
    ...duty,
    status: 'planned' as const,
    plannedOn: day,
    plannedBy: turn.actor?.personId,
    changedAt: turn.now,
  }
  const save = known ? saveDuty({ ...planned, rev: known.rev }) : addDuty(planned)
  const changes = [save, await noteUse(turn.read, pair), noteOf(turn, known, planned)]
  return { ...say(texts.plan.saved(pairName(pair), day)), changes }
}

/** @param pair undefined: not in the register */
function refusalFor(turn: Turn, pair: Pair | undefined, pairId: string): Outcome | undefined {
  const { actor } = turn
  const attempt = { action: 'duty.plan', target: pairId }
  if (!actor) return refused(turn, { ...attempt, say: texts.plan.guest })
  const isOwn = actor.role === 'officer' && pair !== undefined && actor.provinces.includes(pair.provinceTh)
  if (isOwn || (actor.role === 'officer' && !pair)) return undefined
  return refused(turn, { ...attempt, say: texts.plan.notYours(actor.role === 'officer' ? actor.provinces : []) })
}

function problemWith(day: Day, duty: Duty, pair: Pair, today: Day): string | undefined {
  const { fiscalYear, dueOn, status } = duty
  if (status === 'reported' || status === 'reported_late') return texts.plan.reported(pairName(pair), fiscalYear)
  if (status === 'exempt') return texts.plan.exempt(pairName(pair), fiscalYear)
  if (today > dueOn) return texts.plan.yearEnded(fiscalYear)
  if (day < today) return texts.plan.past(day)
  if (fiscalYearOf(day) !== fiscalYear) return texts.plan.otherYear(day, fiscalYear, dueOn)
  return undefined
}

function noteOf(turn: Turn, before: Duty | undefined, after: Duty): Change {
  return audit({
    at: turn.now,
    actor: actorOf(turn),
    action: 'duty.planned',
    target: after.id,
    before: { status: before?.status ?? null, plannedOn: before?.plannedOn ?? null },
    after: { status: after.status, plannedOn: after.plannedOn ?? null },
  })
}

export function say(text: string): Outcome {
  const buttons = [texts.buttons.report, texts.buttons.myPairs, texts.buttons.menu].map((word) => ({
    label: word,
    say: word,
  }))
  const reply: Reply = { kind: 'text', text, buttons }
  return { replies: [reply] }
}
