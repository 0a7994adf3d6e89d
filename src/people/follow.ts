/** Following, blocking, and following again: a person keeps one record through all of it. */
import type { Change, Outcome, Reply, Turn } from '../bot/types.ts'
import { audit } from './audit.ts'
import { menuCard } from './menu-card.ts'
import { contactOf, personOf, saveContact, savePerson } from './people-store.ts'
import { newsOfLostReceiver } from './receivers.ts'
import { roleWithProvinces, texts } from './texts.ts'
import { wantMenu } from './wanted-menu.ts'

/** Greets with the privacy notice and the menu; who had blocked the bot can be written to again. */
export async function greet(turn: Turn): Promise<Outcome> {
  const { actor } = turn
  const hello: Reply = actor
    ? { kind: 'text', text: texts.welcomeBack(actor.name, roleWithProvinces(actor.role, actor.provinces)) }
    : { kind: 'text', text: texts.greeting }
  // LINE links a menu to friends alone, and may have forgotten it of a friend of before.
  const menu = actor ? [await wantMenu(turn.read, turn.userId, actor.role, turn.now)] : []
  const notice: Reply = { kind: 'text', text: texts.privacyNotice }
  return {
    replies: [hello, notice, menuCard(turn)],
    worth: 'courtesy',
    changes: [...(await setBlocked(turn, false)), ...menu],
  }
}

/** Nothing is sent to this person any more, until they follow again; admins learn which province has nobody left. */
export async function markBlocked(turn: Turn): Promise<Outcome> {
  const person = await personOf(turn.read, turn.userId)
  const pushes = person ? await newsOfLostReceiver(turn.read, person, turn.event.id) : []
  return { replies: [], changes: await setBlocked(turn, true), pushes }
}

async function setBlocked({ read, userId, now }: Turn, blocked: boolean): Promise<Change[]> {
  const contact = await contactOf(read, userId)
  const person = await personOf(read, userId)
  const changes: Change[] = []
  if (!contact || contact.blocked !== blocked) changes.push(saveContact(contact, userId, { blocked }, now))
  if (!person || person.blocked === blocked) return changes
  const action = blocked ? 'person.blocked' : 'person.returned'
  const [before, after] = [{ blocked: person.blocked }, { blocked }]
  changes.push(
    savePerson({ ...person, blocked }),
    audit({ at: now, actor: person.id, action, target: person.id, before, after }),
  )
  return changes
}
