/**
 * 'ขั้นตอนคู่ SC145': moves a pair in progress to a stage. Officers record what their own province does; that a pair is signed is a
 * fact of the register, which makes a duty, and is an admin's to record.
 */
import { v7 as newRecordId } from 'uuid'
import type { Actor, Change, Command, DialogBinding, Outcome, Turn } from '../../bot/types.ts'
import type { Json } from '../../dialogs/index.ts'
import type { Stored } from '../../store/index.ts'
import { dayOf } from '../../thai/index.ts'
import type { PairsDependencies } from '../dependencies.ts'
import { type Pair, pairName } from '../pair.ts'
import { allPairs, pairById, pairsOfProvince, savePair } from '../pair-store.ts'
import { noteUse } from '../pair-uses.ts'
import { say, withPair } from '../register/desk.ts'
import { findPairs, pairIdIn } from '../register/find-pair.ts'
import { factsOf, valuesIn, withEdits, withFacts } from '../register/write-facts.ts'
import { checkMover, problemWith } from './may-move.ts'
import { MOVE, moveDialog } from './move-steps.ts'
import { stageLine } from './show-stage.ts'
import { DESKS, type PairStage, STAGES } from './stage.ts'
import { addStage, stagesOf } from './stage-store.ts'
import { STAGE_NAMES, stageSays as says } from './texts.ts'

type Given = Readonly<Record<string, Json>>

const WORDS = /^(?:ขั้นตอนคู่|ย้ายขั้นคู่)(?:$| (.{1,80})$|(sc ?\d+)$)/

export function stageCommand(deps: PairsDependencies): Command<string> {
  return {
    name: says.word,
    isMeantInDialog: (text) => WORDS.test(text),
    match: (text) => {
      const found = WORDS.exec(text)
      return found ? (found[1] ?? found[2] ?? '') : undefined
    },
    async run(turn, typed) {
      const check = checkMover(turn, deps, typed)
      if (!check.ok) return check.refusal
      const { mover } = check
      if (mover.role === 'admin') return withPair(turn, says.word, typed, (pair) => begin(turn, mover, pair))
      return ofOfficer(turn, deps, mover, typed)
    },
  }
}

async function ofOfficer(turn: Turn, deps: PairsDependencies, officer: Actor, typed: string): Promise<Outcome> {
  const own = (await Promise.all(officer.provinces.map((each) => pairsOfProvince(turn.read, each)))).flat()
  if (typed === '') return askWhich(turn, officer, own)
  const found = findPairs(typed, own)
  const [only, ...others] = found
  if (only && others.length === 0) return begin(turn, officer, only)
  if (only) return askWhich(turn, officer, found)
  const foreign = findPairs(typed, await allPairs(turn.read))[0]?.id ?? pairIdIn(typed)
  const check = checkMover(turn, deps, foreign, null)
  return foreign === undefined || check.ok ? say(says.gone) : check.refusal
}

/** Which of one's own pairs that can be moved. */
async function askWhich(turn: Turn, officer: Actor, own: readonly Pair[]): Promise<Outcome> {
  const movable = own.filter((pair) => problemWith(pair, officer) === undefined)
  const [first, ...others] = movable
  if (!first) return say(says.nothing)
  if (others.length === 0) return begin(turn, officer, first)
  const lines = movable.map((pair) => `${pair.id} ${pairName(pair)}`)
  return say(says.which(says.word, lines), ...movable.slice(0, 9).map(({ id }) => `${says.word} ${id}`))
}

async function begin({ read }: Turn, mover: Actor, pair: Pair): Promise<Outcome> {
  const problem = problemWith(pair, mover)
  if (problem) return say(problem)
  const [latest] = await stagesOf(read, pair.id)
  const now = says.now(latest ? stageLine(latest) : says.none)
  return {
    replies: [],
    begin: { dialogId: MOVE, given: { pair: pair.id, name: `${pairName(pair)} (${pair.id})`, now } },
  }
}

export function stageBinding(deps: PairsDependencies): DialogBinding {
  return {
    dialogId: MOVE,
    title: says.title,
    async define(turn) {
      const check = checkMover(turn, deps)
      return check.ok ? { ok: true, dialog: moveDialog(check.mover.role === 'admin') } : check
    },
    finish: (turn, given) => finish(turn, given, deps),
  }
}

/** The post or the pair may have changed since the dialog began: rights are looked up again. */
async function finish(turn: Turn, given: Given, deps: PairsDependencies): Promise<Outcome> {
  const id = String(given.pair)
  const pair = await pairById(turn.read, id)
  const check = checkMover(turn, deps, id, pair ?? null)
  if (!check.ok) return check.refusal
  if (!pair) return say(says.gone)
  const { mover } = check
  const problem = problemWith(pair, mover, given.stage === 'signed')
  return problem ? say(problem) : move(turn, deps, pair, mover, given)
}

async function move(
  turn: Turn,
  deps: PairsDependencies,
  pair: Stored<Pair>,
  mover: Actor,
  given: Given,
): Promise<Outcome> {
  const stage = stageOf(turn, pair, mover, given)
  const [before] = await stagesOf(turn.read, pair.id)
  const after = rowAfter(pair, stage, given, dayOf(turn.now))
  const entry = deps.audit({
    at: turn.now,
    actor: mover.personId,
    action: 'pair.stage',
    target: pair.id,
    before: { stage: before?.stage ?? null, desk: before?.desk ?? null, ...factsOf(pair, ['status', 'signed']) },
    after: { ...inLog(stage), ...factsOf(after ?? pair, ['status', 'signed']) },
  })
  const row: Change[] = after ? [savePair(after)] : []
  const grown = after?.status === 'signed' ? says.nowSigned : after ? says.nowInProgress : ''
  const text = [says.done(pairName(pair), STAGE_NAMES[stage.stage]), stageLine(stage), grown].filter(Boolean).join('\n')
  return {
    ...say(text, `คู่ของฉัน ${pair.id}`),
    changes: [addStage(stage), await noteUse(turn.read, pair), ...row, entry],
  }
}

function stageOf({ now }: Turn, pair: Pair, mover: Actor, given: Given): PairStage {
  const stage = STAGES.find((each) => each === given.stage) ?? 'initiated'
  const desk = DESKS.find((each) => each === given.desk)
  const documentNo = given.signingLetter ?? given.letter
  return {
    id: newRecordId({ msecs: now.getTime() }),
    pairId: pair.id,
    stage,
    on: String(given.on),
    ...(documentNo === undefined ? {} : { documentNo: String(documentNo) }),
    ...(desk ? { desk, deskSince: String(given.deskSince ?? given.on) } : {}),
    ...(given.note === undefined ? {} : { note: String(given.note) }),
    movedBy: mover.personId,
    movedAt: now,
  }
}

function inLog({ stage, on, documentNo, desk, deskSince }: PairStage): Record<string, Json> {
  return { stage, on, documentNo: documentNo ?? null, desk: desk ?? null, deskSince: deskSince ?? null }
}

/** The row when the stage changes its group: a signing with its day, level and instrument, or a beginning of work. */
function rowAfter(pair: Stored<Pair>, stage: PairStage, given: Given, today: string): Stored<Pair> | undefined {
  const source = stage.documentNo ? says.letter(stage.documentNo) : says.noLetter
  const basis = { source, asOf: stage.on, on: today }
  if (stage.stage === 'signed') {
    const { instrument = 'unknown', level = 'unknown' } = given
    const signing = valuesIn({ status: 'signed', signed: stage.on, instrument, level, pairCertainty: 'A' })
    return withFacts(pair, signing, basis)
  }
  if (pair.status === 'in_progress' || stage.stage === 'initiated') return undefined
  return withEdits({ ...pair, status: 'in_progress' as const }, ['status'], basis)
}
