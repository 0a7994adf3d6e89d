/**
 * 'เพิ่มคู่': an admin adds a row in a guided dialog. A name that looks like one the province has is asked about first, so that
 * one pair does not come to stand in two rows.
 */
import type { Command, DialogBinding, Outcome, Turn } from '../../bot/types.ts'
import type { Dialog, Given, Json, Parsed, Step, StepContext } from '../../dialogs/index.ts'
import { dayOf } from '../../thai/index.ts'
import type { PairsDependencies } from '../dependencies.ts'
import { lookAlikes } from '../near-names.ts'
import { Pair, pairName } from '../pair.ts'
import { addPair, allPairs, nextPairId } from '../pair-store.ts'
import { readProvince } from '../read-province.ts'
import { checkAdmin, deskCommand, say } from './desk.ts'
import { facts } from './facts.ts'
import { showRecord } from './show-record.ts'
import { asOfStep, factStep, sourceStep, valueIn } from './steps.ts'
import { deskSays, addSays as says } from './texts.ts'
import { factsOf, valuesIn, withEdits, withoutGaps } from './write-facts.ts'

const ADD = 'pair-add'
const ATTEMPT = 'pair.add'
const OTHER = 'other'

type Answers = Readonly<Record<string, Json>>

const isSigned = (context: StepContext) => valueIn(context, 'status') === 'signed'

/** @param pairs the register, to look for names that are near */
function dialogOver(pairs: readonly Pair[]): Dialog {
  return {
    id: ADD,
    version: 1,
    title: says.title,
    steps: [
      factStep('province'),
      factStep('partnerTh'),
      { ...factStep('partnerEn'), optional: true },
      sameStep(pairs),
      factStep('country'),
      factStep('status'),
      factStep('signed', isSigned),
      factStep('instrument', isSigned),
      factStep('level', isSigned),
      factStep('pairCertainty'),
      { ...factStep('spellings'), optional: true },
      { ...factStep('note'), optional: true },
      sourceStep,
      asOfStep,
    ],
  }
}

function nearTo(context: StepContext, pairs: readonly Pair[]): Pair[] {
  const text = (id: string) => String(valueIn(context, id) ?? '') || undefined
  const provinceTh = text('province') ?? ''
  return lookAlikes(withoutGaps({ provinceTh, partnerTh: text('partnerTh'), partnerEn: text('partnerEn') }), pairs)
}

function sameStep(pairs: readonly Pair[]): Step {
  return {
    id: 'same',
    label: says.sameLabel,
    ask: (context) => ({
      text: says.sameAsk,
      choices: [
        ...nearTo(context, pairs).map((pair) => ({
          value: pair.id,
          label: says.sameAs(pair.id),
          text: `${says.sameAs(pair.id)} ${pairName(pair)}`,
        })),
        { value: OTHER, label: says.other },
      ],
    }),
    parse: (given) => parseSame(given, pairs),
    show: () => says.other,
    when: (context) => nearTo(context, pairs).length > 0,
  }
}

/** The same pair is not added twice: the dialog ends with the way to the row that is there. */
function parseSame(given: Given, pairs: readonly Pair[]): Parsed {
  if (given.kind !== 'choice') return { ok: false, say: says.wrongSame }
  const same = pairs.find(({ id }) => id === given.value)
  return same ? { ok: false, say: says.isThere(pairName(same), same.id), ends: true } : { ok: true, value: OTHER }
}

export function addCommand(deps: PairsDependencies): Command<string> {
  return deskCommand(deps, {
    word: deskSays.words.add,
    action: ATTEMPT,
    async run(_turn, typed) {
      const read = readProvince(typed)
      const given: Answers = read.kind === 'one' ? { province: read.province } : {}
      return { replies: [], begin: { dialogId: ADD, given } }
    },
  })
}

export function addBinding(deps: PairsDependencies): DialogBinding {
  return {
    dialogId: ADD,
    title: says.title,
    async define(turn) {
      const check = checkAdmin(turn, deps, ATTEMPT)
      return check.ok ? { ok: true, dialog: dialogOver(await allPairs(turn.read)) } : check
    },
    finish: (turn, answers) => finish(turn, answers, deps),
  }
}

async function finish(turn: Turn, answers: Answers, deps: PairsDependencies): Promise<Outcome> {
  const check = checkAdmin(turn, deps, ATTEMPT)
  if (!check.ok) return check.refusal
  const pairs = await allPairs(turn.read)
  const pair = newPair(await nextPairId(turn.read), answers, dayOf(turn.now))
  const near = lookAlikes(pair, pairs)
  // Somebody may have added it while the questions were answered.
  const [twin] = answers.same === OTHER ? [] : near
  if (twin) return say(says.isThere(pairName(twin), twin.id), `${deskSays.words.register} ${twin.id}`)
  const distinct = near.length > 0 ? { ...pair, distinctFrom: near.map(({ id }) => id) } : pair
  const entry = deps.audit({
    at: turn.now,
    actor: check.admin.personId,
    action: 'pair.added',
    target: pair.id,
    after: { ...factsOf(pair, valuesIn(answers).keys()), source: pair.source, asOf: pair.asOf },
  })
  const done = { kind: 'text', text: `${says.done}: ${says.doneText(pairName(pair), pair.id)}` } as const
  return { replies: [done, showRecord(distinct)], changes: [addPair(distinct), entry] }
}

function newPair(id: string, answers: Answers, today: string): Pair {
  const values = valuesIn(answers)
  const fields: Partial<Pair> = Object.assign({}, ...[...values].map(([fact, value]) => facts[fact].fields(value)))
  const basis = { source: String(answers.source), asOf: String(answers.asOf), on: today }
  const { source, asOf } = basis
  const unasked = { instrument: 'unknown', signedByLevel: 'unknown', nameCertainty: 'A', status: 'unknown' } as const
  const row = withoutGaps({ id, ...unasked, ...fields, source, asOf })
  return withEdits(Pair.parse(row), [...Object.keys(fields), 'source', 'asOf'], basis)
}
