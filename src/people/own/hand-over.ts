/** 'ส่งมอบงาน': what an officer's post has in hand, in one message, to a colleague of the province or to be forwarded. */
import type { Actor, Button, Command, Feature, Outcome, Postback, Turn } from '../../bot/types.ts'
import { pairName, pairsOfProvince } from '../../pairs/index.ts'
import type { Reader } from '../../store/index.ts'
import { type Day, dayOf, fiscalYearOf } from '../../thai/index.ts'
import { audit, refused } from '../audit.ts'
import { officersOf, personById } from '../people-store.ts'
import type { Person } from '../person.ts'
import { texts } from '../texts.ts'
import { handOver as says } from './hand-over-texts.ts'

const ACTION = 'handover'
const ATTEMPT = 'work.hand-over'
const MOST_COLLEAGUES = 8
const LAST_REPORTS = 5

interface State {
  readonly reports: number
  readonly plannedOn?: Day
}

export interface HandOverDependencies {
  /** How pairs stand in a fiscal year, by pair id. */
  stateOf(read: Reader, pairIds: readonly string[], fiscalYear: number): Promise<ReadonlyMap<string, State>>
  /** The reports of a province that were sent last, newest first. */
  lastReports(
    read: Reader,
    province: string,
    limit: number,
  ): Promise<readonly { readonly receiptNo: string; readonly title: string; readonly startsOn: Day }[]>
  draftsOf(read: Reader, userId: string): Promise<readonly unknown[]>
}

export function handOverFeature(parts: HandOverDependencies): Feature {
  return { commands: [command(parts)], postbacks: [postback(parts)] }
}

interface Typed {
  /** A colleague's name or a province; empty: show it first. */
  readonly to: string
}

function command(parts: HandOverDependencies): Command<Typed> {
  return {
    name: says.word,
    isMeantInDialog: (text) => text.startsWith(says.word),
    match(text) {
      const typed = /^(?:ขอ)?ส่งมอบงาน(?:ให้|จังหวัด)? ?(?:คุณ)?(.{0,120})$/.exec(text)
      return typed ? { to: (typed[1] ?? '').trim() } : undefined
    },
    async run(turn, { to }) {
      const { actor } = turn
      if (actor?.role !== 'officer') return refused(turn, { action: ATTEMPT, say: says.onlyOfficers })
      const colleagues = await colleaguesOf(turn.read, actor)
      if (to === '' || actor.provinces.includes(to)) return show(turn, actor, colleagues, parts)
      const [meant, ...others] = colleagues.filter(({ name }) => name.toLowerCase() === to)
      if (!meant || others.length > 0) return refuseTarget(turn, actor, to)
      return giveTo(turn, actor, meant, parts)
    },
  }
}

function postback(parts: HandOverDependencies): Postback {
  return {
    action: ACTION,
    async run(turn, params) {
      const { actor } = turn
      const to = (params.get('to') ?? '').slice(0, 60)
      if (actor?.role !== 'officer') return refused(turn, { action: ATTEMPT, target: to, say: says.onlyOfficers })
      const person = await personById(turn.read, to)
      const isColleague = person && (await colleaguesOf(turn.read, actor)).some(({ id }) => id === person.id)
      return isColleague ? giveTo(turn, actor, person, parts) : refuseTarget(turn, actor, to)
    },
  }
}

/** Officers of one of the same provinces who can be written to. */
async function colleaguesOf(read: Reader, { provinces, personId }: Actor): Promise<Person[]> {
  const found = (await Promise.all(provinces.map((province) => officersOf(read, province)))).flat()
  const others = found.filter(({ id, blocked }) => id !== personId && !blocked)
  return [...new Map(others.map((person) => [person.id, person])).values()]
}

function refuseTarget(turn: Turn, { provinces }: Actor, target: string): Outcome {
  return refused(turn, { action: ATTEMPT, target, say: says.notColleague(provinces.join(', ')) })
}

async function show(
  turn: Turn,
  actor: Actor,
  colleagues: readonly Person[],
  parts: HandOverDependencies,
): Promise<Outcome> {
  const text = await tell(turn, actor, actor.provinces, parts)
  const shown = colleagues.slice(0, MOST_COLLEAGUES)
  const buttons: Button[] = shown.map(({ id, name }) => ({
    label: name,
    data: `a=${ACTION}&to=${id}`,
    shows: says.giveTo(name),
  }))
  const how = shown.length > 0 ? says.toWhom(shown.map(({ name }) => name)) : says.nobody
  return {
    replies: [
      { kind: 'text', text },
      { kind: 'text', text: how, buttons: [...buttons, { label: texts.buttons.menu, say: texts.buttons.menu }] },
    ],
  }
}

/** A colleague reads of the provinces that both have, and of no other. */
async function giveTo(turn: Turn, actor: Actor, to: Person, parts: HandOverDependencies): Promise<Outcome> {
  const provinces = actor.provinces.filter((province) => to.provinces.includes(province))
  const text = await tell(turn, actor, provinces, parts)
  const entry = audit({
    at: turn.now,
    actor: actor.personId,
    action: 'work.handed-over',
    target: to.id,
    before: { heldBy: actor.personId },
    after: { toldTo: to.id, provinces },
  })
  const button = { label: texts.buttons.myPairs, say: texts.buttons.myPairs }
  return {
    replies: [{ kind: 'text', text: says.done(to.name), buttons: [{ label: says.leave, say: says.leave }] }],
    changes: [entry],
    pushes: [
      { key: `handover ${turn.event.id}`, userId: to.userId, replies: [{ kind: 'text', text, buttons: [button] }] },
    ],
  }
}

async function tell(
  { read, now, userId }: Turn,
  { name }: Actor,
  provinces: readonly string[],
  parts: HandOverDependencies,
): Promise<string> {
  const today = dayOf(now)
  const drafts = (await parts.draftsOf(read, userId)).length
  const blocks = await Promise.all(provinces.map((province) => tellProvince(read, province, today, parts)))
  return [says.title(name, today), ...blocks, says.drafts(drafts), says.postKeeps].join('\n')
}

async function tellProvince(read: Reader, province: string, today: Day, parts: HandOverDependencies): Promise<string> {
  const fiscalYear = fiscalYearOf(today)
  const pairs = await pairsOfProvince(read, province)
  const ids = pairs.map(({ id }) => id)
  const states = await parts.stateOf(read, ids, fiscalYear)
  const reports = await parts.lastReports(read, province, LAST_REPORTS)
  const pairLines = pairs.map((pair) => says.pair(pairName(pair), states.get(pair.id)))
  const reportLines = reports.map(({ receiptNo, title, startsOn }) => says.report(receiptNo, title, startsOn))
  return [says.province(province, fiscalYear, pairs.length), ...pairLines, ...says.lastReports(reportLines)].join('\n')
}
