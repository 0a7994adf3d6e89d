/** The words of a reminder: a card for the first pairs with its buttons, and the rest, if any, as text. */
import type { Button, Reply } from '../bot/types.ts'
import { pairName } from '../pairs/index.ts'
import type { Person } from '../people/index.ts'
import { addDays, type Day, showDay } from '../thai/index.ts'
import type { Item, Message } from './plan-sweep.ts'
import { texts } from './texts.ts'

/** What one card shows with room to spare (flex-messages/README.md: 12 fit). */
const MOST_IN_CARD = 8
/** A push holds five messages: the card, and four texts of at most 5,000 letters each. */
const MOST_LETTERS = 18_000

/** @param today what is past needs no date picker */
export function compose({ audience, items }: Message, today: Day): Reply[] {
  const shown = items.slice(0, MOST_IN_CARD)
  const rest = items.slice(MOST_IN_CARD)
  const card =
    audience === 'officer' ? officerCard(items.length, shown, today) : supervisorCard(items.length, shown, today)
  return [...restAsText(rest, today), card]
}

function officerCard(count: number, shown: readonly Item[], today: Day): Reply {
  const { title, note } = texts.officer
  const toPlan = shown.find((item) => canPlan(item, today))
  const example = toPlan && texts.planExample(toPlan.pair.id, showDay(toPlan.duty.dueOn))
  const pairs = shown.map((item) => ({
    name: pairName(item.pair),
    detail: detailOf(item, today),
    report: { label: texts.buttons.report, data: `a=report&pair=${item.pair.id}` },
    ...(canPlan(item, today) ? { plan: planButton(item, today) } : {}),
  }))
  const say = texts.buttons.report
  const body = (toPlan ? texts.officer.body : texts.officer.bodyAfterYear)(count)
  return card({ title, body, pairs, note: note(example) }, shown, count, say)
}

function supervisorCard(count: number, shown: readonly Item[], today: Day): Reply {
  const { title, body, note } = texts.supervisor
  const pairs = shown.map((item) => ({ name: pairName(item.pair), detail: detailOf(item, today) }))
  return card({ title, body: body(count), pairs, note }, shown, count, texts.buttons.myPairs)
}

interface CardData {
  readonly title: string
  readonly body: string
  readonly pairs: readonly { readonly name: string; readonly detail: string }[]
  readonly note: string
}

function card(data: CardData, shown: readonly Item[], count: number, say: string): Reply {
  const first = shown[0] ? pairName(shown[0].pair) : ''
  const lines = data.pairs.map((pair) => `• ${pair.name}\n  ${pair.detail}`)
  const buttons: Button[] = [say, texts.buttons.myPairs].map((word) => ({ label: word, say: word }))
  return {
    kind: 'card',
    card: 'reminder',
    data: { ...data, buttons: [{ label: texts.buttons.myPairs, say: texts.buttons.myPairs }] },
    altText: texts.altText(first, count - 1, say),
    fallback: [data.body, ...lines, data.note].join('\n'),
    buttons: [...new Map(buttons.map((button) => [button.label, button])).values()],
  }
}

/** What stands below a pair's name. */
function detailOf(item: Item, today: Day): string {
  return item.audience === 'officer' ? officerDetail(item, today) : supervisorDetail(item, today)
}

function officerDetail({ duty }: Item, today: Day): string {
  const planned = duty.plannedOn ? [texts.officer.plannedBefore(duty.plannedOn)] : []
  return [yearOf(duty, today), ...planned].join(' · ')
}

function supervisorDetail({ duty, officers, officersRemindedOn }: Item, today: Day): string {
  const { planned, remindedOn, neverReminded, noOfficer } = texts.supervisor
  const parts = [
    yearOf(duty, today),
    ...(duty.plannedOn ? [planned(duty.plannedOn)] : []),
    officers.length > 0 ? texts.supervisor.officers(officers.map(nameOf)) : noOfficer,
    officersRemindedOn ? remindedOn(officersRemindedOn) : neverReminded,
  ]
  return parts.join(' · ')
}

/** By the day: a rule of the year may be overdue when the year is over. */
function yearOf({ fiscalYear, dueOn }: Item['duty'], today: Day): string {
  return today > dueOn ? texts.yearEnded(fiscalYear) : texts.yearUntil(fiscalYear, dueOn)
}

function nameOf({ name, blocked }: Person): string {
  return blocked ? texts.supervisor.unreachable(name) : name
}

function canPlan({ duty }: Item, today: Day): boolean {
  return today < duty.dueOn
}

function planButton({ duty }: Item, today: Day): Button {
  const [initial] = [addDays(today, 30), duty.dueOn].sort()
  const data = `a=plan&pair=${duty.pairId}&fy=${duty.fiscalYear}`
  return { label: texts.buttons.plan, data, pickDay: { initial, min: today, max: duty.dueOn } }
}

/** Nothing is left out: what the card has no room for is listed before it, in short when it is very much. */
function restAsText(rest: readonly Item[], today: Day): Reply[] {
  if (rest.length === 0) return []
  const short = rest.map((item) => `• ${item.pair.id} ${pairName(item.pair)}`)
  const long = rest.map((item, index) => `${short[index]}\n  ${detailOf(item, today)}`)
  const inFull = long.join('\n')
  const list = inFull.length <= MOST_LETTERS ? inFull : short.join('\n')
  return [{ kind: 'text', text: `${texts.theRest(rest.length)}:\n${list}` }]
}
