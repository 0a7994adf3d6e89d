/**
 * Decides who is reminded of what: pure, over everything that was read. What is asked is what is due by now and not yet
 * fired, never whether today is some day; so a machine that was down for a while sends one message, not several, not none.
 */
import type { Pair } from '../pairs/index.ts'
import type { Person } from '../people/index.ts'
import type { Stored } from '../store/index.ts'
import { type Day, dayOf } from '../thai/index.ts'
import { type Duty, type FiredReminder, isOpen } from './duty.ts'
import { type Audience, audienceOf, type Rule, rulesDue, scheduledFor } from './ladder.ts'

export interface SweepFacts {
  /** The day the sweep looks at, and the instant until which rules are due. */
  readonly asOf: Day
  readonly until: Date
  readonly pairs: ReadonlyMap<string, Pair>
  readonly duties: readonly Stored<Duty>[]
  /** By duty id. */
  readonly fired: ReadonlyMap<string, readonly Stored<FiredReminder>[]>
  readonly people: readonly Stored<Person>[]
}

/** A duty to be reminded of, with all the rules that one message stands for. */
export interface Item {
  readonly duty: Stored<Duty>
  readonly pair: Pair
  readonly audience: Audience
  /** The latest rule that is due. */
  readonly rule: Rule
  /** All that are due and not yet sent, the latest among them. */
  readonly rules: readonly Rule[]
  readonly recipients: readonly Person[]
  readonly officers: readonly Person[]
  /** When officers were last reminded of it; undefined: never. */
  readonly officersRemindedOn?: Day
}

type SkipReason = 'planned' | 'no-officer' | 'no-supervisor' | 'blocked'

export interface Skip {
  readonly duty: Duty
  readonly rule: Rule
  readonly reason: SkipReason
}

export interface Message {
  readonly person: Person
  readonly audience: Audience
  readonly items: readonly Item[]
}

/** Messages that share duties: they are stored in one step, since a duty is recorded as fired once for all of them. */
export interface MessageGroup {
  readonly items: readonly Item[]
  readonly messages: readonly Message[]
}

export interface SweepPlan {
  readonly groups: readonly MessageGroup[]
  readonly skipped: readonly Skip[]
}

export function planSweep(facts: SweepFacts): SweepPlan {
  const officers = decide(facts, 'officer')
  const supervisors = decide(facts, 'supervisor', new Set(officers.items.map((item) => item.duty.id)))
  return {
    groups: [officers.items, supervisors.items].flatMap(groupByRecipients).map(toGroup),
    skipped: [...officers.skipped, ...supervisors.skipped],
  }
}

type Decision = { readonly item: Item } | { readonly skip: Skip }

function decide(facts: SweepFacts, audience: Audience, remindedNow: ReadonlySet<string> = new Set()) {
  const years = new Set(facts.duties.map((duty) => duty.fiscalYear))
  const due = new Map(Array.from(years, (year) => [year, rulesDue(audience, year, facts.until)]))
  const decisions = facts.duties
    .map((duty) => decideOne(facts, audience, duty, due.get(duty.fiscalYear) ?? [], remindedNow))
    .filter((one) => one !== undefined)
  return {
    items: decisions.flatMap((one) => ('item' in one ? [one.item] : [])),
    skipped: decisions.flatMap((one) => ('skip' in one ? [one.skip] : [])),
  }
}

function decideOne(
  facts: SweepFacts,
  audience: Audience,
  duty: Stored<Duty>,
  due: readonly Rule[],
  remindedNow: ReadonlySet<string>,
): Decision | undefined {
  const pair = facts.pairs.get(duty.pairId)
  const fired = facts.fired.get(duty.id) ?? []
  const rules = due.filter((rule) => !isSent(rule, fired))
  const rule = rules.at(-1)
  if (!pair || !rule || !isOpen(duty)) return undefined
  if (audience === 'officer' && isStillPlanned(duty, facts.asOf)) return { skip: { duty, rule, reason: 'planned' } }
  const officers = ofProvince(facts.people, 'officer', pair)
  const responsible = audience === 'officer' ? officers : ofProvince(facts.people, audience, pair)
  const recipients = reachableOf(responsible)
  if (recipients.length === 0) {
    return { skip: { duty, rule, reason: responsible.length > 0 ? 'blocked' : `no-${audience}` } }
  }
  const officersRemindedOn = remindedNow.has(duty.id) ? facts.asOf : lastReminded(fired)
  return { item: { duty, pair, audience, rule, rules, recipients, officers, officersRemindedOn } }
}

function isSent(rule: Rule, fired: readonly FiredReminder[]): boolean {
  return fired.some((record) => record.ruleId === rule.id && record.result !== 'skipped')
}

/** On the planned day itself it is still to come. */
function isStillPlanned(duty: Duty, asOf: Day): boolean {
  return duty.plannedOn !== undefined && duty.plannedOn >= asOf
}

function ofProvince(people: readonly Person[], role: Audience, pair: Pair): Person[] {
  return people.filter((person) => person.role === role && person.provinces.includes(pair.provinceTh))
}

/** The backups get it only when nobody whose post it is can be reached. */
function reachableOf(responsible: readonly Person[]): Person[] {
  const reachable = responsible.filter((person) => !person.blocked)
  const first = reachable.filter((person) => !person.backup)
  return first.length > 0 ? first : reachable
}

function lastReminded(fired: readonly FiredReminder[]): Day | undefined {
  const sent = fired.filter((record) => record.result === 'sent' && audienceOf(record.ruleId) === 'officer')
  return sent
    .map((record) => dayOf(record.firedAt))
    .sort()
    .at(-1)
}

/** Items that share a person, directly or through others, come together. */
function groupByRecipients(items: readonly Item[]): Item[][] {
  let groups: { items: Item[]; people: Set<string> }[] = []
  for (const item of items) {
    const ids = new Set(item.recipients.map((person) => person.id))
    const touched = groups.filter((group) => !group.people.isDisjointFrom(ids))
    const [only] = touched
    if (only && touched.length === 1) {
      only.items.push(item)
      only.people = only.people.union(ids)
      continue
    }
    const merged = {
      items: [...touched.flatMap((group) => group.items), item],
      people: touched.reduce((all, group) => all.union(group.people), ids),
    }
    groups = [...groups.filter((group) => !touched.includes(group)), merged]
  }
  return groups.map((group) => group.items)
}

/** One message a person, however many pairs and rules it is about. */
function toGroup(items: readonly Item[]): MessageGroup {
  const recipients = new Map(items.flatMap((item) => item.recipients).map((person) => [person.id, person]))
  const messages = [...recipients.values()].flatMap((person) => {
    const own = items.filter((item) => item.recipients.some(({ id }) => id === person.id)).toSorted(byYearAndPair)
    return own[0] ? [{ person, audience: own[0].audience, items: own }] : []
  })
  return { items, messages }
}

function byYearAndPair(a: Item, b: Item): number {
  return a.duty.fiscalYear - b.duty.fiscalYear || (a.pair.id < b.pair.id ? -1 : 1)
}

/** The rule that names a message: the latest of all it stands for. */
export function leadingRule(message: Message): Rule | undefined {
  const time = (item: Item) => scheduledFor(item.rule, item.duty.fiscalYear).getTime()
  return message.items.toSorted((a, b) => time(a) - time(b)).at(-1)?.rule
}
