/** Making somebody a registered person, or giving a registered one another post: one way for codes and for approvals. */
import { v7 as newRecordId } from 'uuid'
import type { Change, Role } from '../bot/types.ts'
import type { Json } from '../dialogs/index.ts'
import type { Reader } from '../store/index.ts'
import { audit } from './audit.ts'
import { addPerson, personOf, savePerson } from './people-store.ts'
import type { Person } from './person.ts'
import { wantMenu } from './wanted-menu.ts'

interface Enrolment {
  readonly userId: string
  readonly role: Role
  readonly backup?: boolean | undefined
  readonly provinces: readonly string[]
  readonly name: string
  readonly position: string
  readonly consentVersion: string
  readonly consentAt: Date
  readonly blocked: boolean
  /** The person id of the admin who approved it; default: the person, by a code. */
  readonly by?: string
}

export interface Enrolled {
  readonly person: Person
  /** Not registered before, or no longer. */
  readonly isNew: boolean
  readonly changes: readonly Change[]
}

export async function enrol(read: Reader, { by, ...given }: Enrolment, now: Date): Promise<Enrolled> {
  const known = await personOf(read, given.userId)
  const post = { ...given, provinces: [...given.provinces], status: 'active' as const }
  const person: Person = known
    ? { ...consenting(known), ...post, backup: given.backup ?? false }
    : { ...withoutUndefined(post), id: newRecordId({ msecs: now.getTime() }), registeredAt: now }
  const save = known ? savePerson({ ...person, rev: known.rev }) : addPerson(person)
  const isNew = known?.status !== 'active'
  const entry = audit({
    at: now,
    actor: by ?? person.id,
    action: isNew ? 'person.registered' : 'person.changed',
    target: person.id,
    ...(known ? { before: rightsOf(known) } : {}),
    after: rightsOf(person),
  })
  return { person, isNew, changes: [save, await wantMenu(read, given.userId, person.role, now), entry] }
}

/** Whoever is registered anew has consented anew. */
function consenting({ consentWithdrawnAt: _before, leftAt: _ended, ...known }: Person): Person {
  return known
}

function withoutUndefined<P extends { backup?: boolean | undefined }>({ backup, ...post }: P) {
  return backup ? { ...post, backup } : post
}

/** What the audit log keeps of a person: the post, never the name. */
export function rightsOf({ role, provinces, status, backup }: Person): Json {
  return { role, provinces, status, ...(backup ? { backup } : {}) }
}
