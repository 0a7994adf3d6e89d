/** The questions that are asked of people, contacts, requests and invitations, and the changes made to them. */
import type { Actor, Change, Role } from '../bot/types.ts'
import type { Reader, Stored } from '../store/index.ts'
import {
  type AccessRequest,
  accessRequests,
  type Contact,
  contacts,
  type Invitation,
  invitations,
  type Person,
  people,
} from './person.ts'

const byUserId = new WeakMap<readonly Stored<Person>[], ReadonlyMap<string, Stored<Person>>>()

/** The person behind a LINE user, whether active or not. Asked for each event, also of those who are nobody here. */
export async function personOf(read: Reader, userId: string): Promise<Stored<Person> | undefined> {
  const everybody = await read.all(people)
  const known = byUserId.get(everybody) ?? new Map(everybody.map((person) => [person.userId, person]))
  byUserId.set(everybody, known)
  return known.get(userId)
}

export function personById(read: Reader, id: string): Promise<Stored<Person> | undefined> {
  return read.get(people, id)
}

/** Who is talking; undefined for a guest and for somebody who has left. */
export async function whoIs(read: Reader, userId: string): Promise<Actor | undefined> {
  const person = await personOf(read, userId)
  if (person?.status !== 'active') return undefined
  const { id, role, provinces, name } = person
  return { personId: id, userId, role, provinces, name }
}

/** Everyone who is registered and has not left; who has blocked the bot is among them (`blocked`). */
export async function activePeople(read: Reader): Promise<Stored<Person>[]> {
  return (await read.all(people)).filter(({ status }) => status === 'active')
}

/** Whoever left before that instant. */
export async function leftBefore(read: Reader, before: Date): Promise<Stored<Person>[]> {
  return (await read.all(people)).filter(({ status, leftAt }) => status === 'left' && leftAt && leftAt < before)
}

export function officersOf(read: Reader, province: string): Promise<Stored<Person>[]> {
  return activeOf(read, 'officer', province)
}

export function supervisorsOf(read: Reader, province: string): Promise<Stored<Person>[]> {
  return activeOf(read, 'supervisor', province)
}

export async function admins(read: Reader): Promise<Stored<Person>[]> {
  return (await activePeople(read)).filter(({ role }) => role === 'admin')
}

async function activeOf(read: Reader, role: Role, province: string): Promise<Stored<Person>[]> {
  const active = await activePeople(read)
  return active.filter((person) => person.role === role && person.provinces.includes(province))
}

export function contactOf(read: Reader, userId: string): Promise<Stored<Contact> | undefined> {
  return read.get(contacts, userId)
}

/** Whether this LINE user has blocked the bot: nothing is to be sent then. */
export async function hasBlocked(read: Reader, userId: string): Promise<boolean> {
  return (await contactOf(read, userId))?.blocked ?? false
}

export function invitationById(read: Reader, id: string): Promise<Stored<Invitation> | undefined> {
  return read.get(invitations, id)
}

export async function invitationByHash(read: Reader, codeHash: string): Promise<Stored<Invitation> | undefined> {
  const [invitation] = await read.find(invitations, 'byCodeHash', [codeHash], { limit: 1 })
  return invitation
}

/** Writes what changed of a contact, or the contact as it is first met. */
export function saveContact(
  known: Stored<Contact> | undefined,
  userId: string,
  change: Partial<Contact>,
  now: Date,
): Change {
  if (known) return (tx) => tx.replace(contacts, { ...known, ...change })
  return (tx) => tx.insert(contacts, { id: userId, firstSeenAt: now, blocked: false, wrongCodesAt: [], ...change })
}

export function addPerson(person: Person): Change {
  return (tx) => tx.insert(people, person)
}

export function savePerson(person: Stored<Person>): Change {
  return (tx) => tx.replace(people, person)
}

export function addInvitation(invitation: Invitation): Change {
  return (tx) => tx.insert(invitations, invitation)
}

/** Used once: of two people with the same code, the revision lets only one through. */
export function useInvitation(invitation: Stored<Invitation>, personId: string, now: Date): Change {
  return (tx) => tx.replace(invitations, { ...invitation, usedAt: now, usedBy: personId })
}

export function removePerson(person: Stored<Person>): Change {
  return (tx) => tx.remove(people, person)
}

export function removeContact(contact: Stored<Contact>): Change {
  return (tx) => tx.remove(contacts, contact)
}

/** Its person is erased, and it is needed only until no wrong code is counted any more. */
export function forgetLater(contact: Stored<Contact>): Change {
  return (tx) => tx.replace(contacts, { ...contact, isToForget: true })
}

/** Erased by their persons, and kept for wrong codes. */
export function contactsToForget(read: Reader): Promise<Stored<Contact>[]> {
  return read.find(contacts, 'toForget', [])
}

/** What waits for an admin, oldest first. */
export function waitingRequests(read: Reader): Promise<Stored<AccessRequest>[]> {
  return read.find(accessRequests, 'byStatus', ['waiting'])
}

/** Decided before that instant, with LINE's id of whoever asked still in it. */
export async function decidedBefore(read: Reader, before: Date): Promise<Stored<AccessRequest>[]> {
  const statuses = ['approved', 'refused', 'replaced'] as const
  const decided = (await Promise.all(statuses.map((status) => read.find(accessRequests, 'byStatus', [status])))).flat()
  return decided.filter(({ userId, askedAt, decidedAt }) => userId !== '' && (decidedAt ?? askedAt) < before)
}

export async function requestByNo(read: Reader, no: number): Promise<Stored<AccessRequest> | undefined> {
  const [request] = await read.find(accessRequests, 'byNo', [no], { limit: 1 })
  return request
}

/** All that a LINE user has asked for, or since an instant, oldest first. */
export function requestsOf(read: Reader, userId: string, from?: Date): Promise<Stored<AccessRequest>[]> {
  return read.find(accessRequests, 'byUser', [userId], from ? { from } : {})
}

/** Of two who are given the same number at once, the unique index lets one through and the other is decided again. */
export async function nextRequestNo(read: Reader): Promise<number> {
  const [last] = await read.find(accessRequests, 'byNo', [], { order: 'desc', limit: 1 })
  return (last?.no ?? 0) + 1
}

export function addRequest(request: AccessRequest): Change {
  return (tx) => tx.insert(accessRequests, request)
}

export function saveRequest(request: Stored<AccessRequest>): Change {
  return (tx) => tx.replace(accessRequests, request)
}

export function removeRequest(request: Stored<AccessRequest>): Change {
  return (tx) => tx.remove(accessRequests, request)
}
