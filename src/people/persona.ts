/** People who are registered without an invitation: the simulator's, who are nobody in particular. */
import { v7 as newRecordId } from 'uuid'
import type { Role } from '../bot/types.ts'
import { DuplicateKey, type Store } from '../store/index.ts'
import { audit } from './audit.ts'
import { addPerson, personOf } from './people-store.ts'
import { PRIVACY_VERSION } from './texts.ts'
import { wantMenu } from './wanted-menu.ts'

export interface Persona {
  readonly userId: string
  readonly role: Role
  readonly provinces: readonly string[]
  readonly name: string
  readonly position: string
  readonly now: Date
}

/** Registers the persona; whoever is registered under that user id already stays as they are. */
export async function registerPersona(store: Store, persona: Persona): Promise<void> {
  if (await personOf(store, persona.userId)) return
  try {
    await addPersona(store, persona)
  } catch (error) {
    // another process was first: they are registered, which is all that was wanted
    if (!(error instanceof DuplicateKey)) throw error
  }
}

function addPersona(store: Store, { now, provinces, ...who }: Persona): Promise<void> {
  const id = newRecordId({ msecs: now.getTime() })
  const consent = { consentVersion: PRIVACY_VERSION, consentAt: now }
  const person = {
    id,
    ...who,
    provinces: [...provinces],
    ...consent,
    status: 'active' as const,
    blocked: false,
    registeredAt: now,
  }
  const after = { role: who.role, provinces: [...provinces], status: 'active' }
  return store.transaction(async (tx) => {
    addPerson(person)(tx)
    const show = await wantMenu(tx, who.userId, who.role, now)
    show(tx)
    audit({ at: now, actor: 'system', action: 'person.registered', target: id, after, note: 'simulator' })(tx)
  })
}
