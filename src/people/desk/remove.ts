/** 'ถอดถอน …': an admin ends somebody's registration, from a list or by name, and confirms it. */
import type { Actor, Command, Outcome, Postback, Reply, Turn } from '../../bot/types.ts'
import type { Stored } from '../../store/index.ts'
import { refused } from '../audit.ts'
import { endRegistration } from '../end-registration.ts'
import { activePeople, personById } from '../people-store.ts'
import type { Person } from '../person.ts'
import { say } from '../say.ts'
import { postOf, texts } from '../texts.ts'
import { desk } from './texts.ts'

const REMOVE = 'remove'
const MOST_SHOWN = 10
const ATTEMPT = 'person.remove'

interface Typed {
  /** A name or a province; empty: everybody. */
  readonly whom: string
  readonly isSure: boolean
}

export const removeCommand: Command<Typed> = {
  name: 'ถอดถอน',
  isMeantInDialog: (text) => /^(?:ยืนยัน)?ถอดถอน(?:$| )/.test(text),
  match(text) {
    const typed = /^(ยืนยัน ?)?ถอดถอน(?:ผู้ใช้)? ?(?:คุณ)?(.{0,120})$/.exec(text)
    return typed ? { whom: (typed[2] ?? '').trim(), isSure: typed[1] !== undefined } : undefined
  },
  async run(turn, { whom, isSure }) {
    const { actor } = turn
    if (actor?.role !== 'admin') return refused(turn, { action: ATTEMPT, say: desk.onlyAdmins })
    const found = (await activePeople(turn.read)).filter(
      (person) => isMeant(person, whom) && person.id !== actor.personId,
    )
    const [only] = found
    if (!only) return say(desk.remove.none(whom))
    const isByName = found.length === 1 && whom !== ''
    if (!isByName) return { replies: [listOf(found)] }
    return isSure && only.name.toLowerCase() === whom ? remove(turn, actor, only) : askOnce(only)
  },
}

export const removePostback: Postback = {
  action: REMOVE,
  async run(turn, params) {
    const target = (params.get('p') ?? '').slice(0, 60)
    const { actor } = turn
    if (actor?.role !== 'admin') return refused(turn, { action: ATTEMPT, target, say: desk.onlyAdmins })
    if (target === actor.personId) return say(desk.remove.self)
    const person = await personById(turn.read, target)
    if (person?.status !== 'active') return say(desk.remove.gone)
    return params.get('sure') === 'yes' ? remove(turn, actor, person) : askOnce(person)
  },
}

/** Typed text comes in lower case, as commands do. */
function isMeant({ name, provinces }: Person, whom: string): boolean {
  return whom === '' || name.toLowerCase().includes(whom) || provinces.includes(whom)
}

function listOf(people: readonly Person[]): Reply {
  const { title, text, typed, button } = desk.remove
  const shown = people.slice(0, MOST_SHOWN)
  const choices = shown.map((person) => ({
    text: person.name,
    hint: `${postOf(person)} · ${person.position}`,
    tap: { label: button, data: `a=${REMOVE}&p=${person.id}`, shows: `ถอดถอน ${person.name}` },
  }))
  const more = people.length > shown.length ? desk.roster.more(people.length - shown.length) : ''
  const lines = choices.map((choice) => `• ${choice.text} — ${choice.hint}`)
  return {
    kind: 'card',
    card: 'choices',
    data: { title, text, choices, note: [typed, more].filter(Boolean).join('\n') },
    altText: [title, ...lines, typed].join('\n').slice(0, 1500),
  }
}

function askOnce(person: Person): Outcome {
  const { confirm, sure } = desk.remove
  const data = `a=${REMOVE}&p=${person.id}&sure=yes`
  const buttons = [
    { label: confirm, data, shows: `${confirm} ${person.name}` },
    { label: texts.buttons.menu, say: texts.buttons.menu },
  ]
  return { replies: [{ kind: 'text', text: sure(person.name, postOf(person)), buttons }] }
}

async function remove(turn: Turn, admin: Actor, person: Stored<Person>): Promise<Outcome> {
  const { changes, pushes } = await endRegistration(turn, person, { action: 'person.removed', by: admin.personId })
  const text = desk.remove.told(postOf(person))
  const told = { key: `removed ${turn.event.id}`, userId: person.userId, replies: [{ kind: 'text', text } as const] }
  return {
    ...say(desk.remove.done(person.name, postOf(person))),
    changes,
    pushes: person.blocked ? pushes : [...pushes, told],
  }
}
