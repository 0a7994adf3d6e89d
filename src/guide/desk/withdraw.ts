/** Taking an answer back, at once or from a day on: its versions stay, it answers nothing any more. */
import type { DialogBinding, Outcome, Turn } from '../../bot/types.ts'
import type { Dialog, Json, Step, StepContext } from '../../dialogs/index.ts'
import { audit } from '../../people/index.ts'
import { dayOf, showDay } from '../../thai/index.ts'
import type { Entry } from '../entry.ts'
import { holdsFromStep, textStep } from './answer-steps.ts'
import { entryById } from './find-entry.ts'
import type { LiveKnowledge } from './live-knowledge.ts'
import { say } from './question-list.ts'
import { checkAdmin } from './rights.ts'
import { withdrawAsks as asks, findSays, publishSays } from './texts.ts'
import { addVersions, isPlannedAfter, latestNumber, notBeforeToday, versionsOf } from './versions.ts'

export const WITHDRAW_ANSWER = 'knowledge-withdraw'

const carried = (id: string): Step => ({
  id,
  label: asks.title,
  ask: () => ({ text: asks.title }),
  parse: () => ({ ok: false, say: asks.title }),
  show: () => '',
  carried: true,
})

const dialog: Dialog = {
  id: WITHDRAW_ANSWER,
  version: 1,
  title: asks.title,
  steps: [
    ...['entryId', 'entryTitle', 'baseNumber'].map(carried),
    textStep('reason', asks.reason, [4, 300]),
    holdsFromStep(asks.holdsFrom),
  ],
  reviewNote: ({ answers }: StepContext) => {
    const value = (id: string) => (answers[id] && 'value' in answers[id] ? String(answers[id].value) : '')
    return asks.note(value('entryTitle'), value('entryId'))
  },
}

export const givenForWithdrawal = ({ id, title }: Entry, baseNumber: number) => ({
  entryId: id,
  entryTitle: title,
  baseNumber,
})

export function withdrawal(live: LiveKnowledge): DialogBinding {
  return {
    dialogId: WITHDRAW_ANSWER,
    title: asks.title,
    async define(turn) {
      const check = checkAdmin(turn, 'knowledge.withdraw', findSays.adminsOnly)
      return check.ok ? { ok: true, dialog } : check
    },
    finish: (turn, answers) => withdraw(live, turn, answers),
  }
}

/** What answers now, or is to from a later day. */
export async function withdrawable(
  live: LiveKnowledge,
  { read, now }: Pick<Turn, 'read' | 'now'>,
  id: string,
): Promise<Entry | undefined> {
  const known = await live.current(read, now)
  const isThere = known.library.entries.has(id) || isPlannedAfter(dayOf(now), await versionsOf(read, id))
  return isThere ? entryById(read, id, known, live.shipped) : undefined
}

async function withdraw(live: LiveKnowledge, turn: Turn, answers: Readonly<Record<string, Json>>): Promise<Outcome> {
  const { read, now } = turn
  const entryId = String(answers.entryId)
  const check = checkAdmin(turn, 'knowledge.withdraw', findSays.adminsOnly, entryId)
  if (!check.ok) return check.refusal
  const entry = await withdrawable(live, turn, entryId)
  if (!entry) return say(findSays.notPublished(entryId))
  const latest = await latestNumber(read, entryId)
  if (latest !== Number(answers.baseNumber ?? 0)) return say(publishSays.changedMeanwhile(entryId))

  const holdsFrom = notBeforeToday(String(answers.holdsFrom), now)
  const by = check.admin.personId
  const version = { entryId, number: latest + 1, status: 'withdrawn', holdsFrom, at: now, by } as const
  const added = await addVersions(read, [{ ...version, note: String(answers.reason) }])
  const action = 'knowledge.withdrawn'
  const before = { title: entry.title }
  const noted = audit({ at: now, actor: by, action, target: entryId, before, after: { number: latest + 1, holdsFrom } })
  const isNow = holdsFrom === dayOf(now)
  const said = isNow ? publishSays.withdrawn(entry.title) : publishSays.withdrawnFrom(entry.title, showDay(holdsFrom))
  return { ...say(said), changes: [added, noted] }
}
