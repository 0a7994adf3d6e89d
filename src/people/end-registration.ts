/** The end of somebody's registration, whoever ends it: the post keeps its reports and duties, the person keeps no right. */
import type { Change, Push, Turn } from '../bot/types.ts'
import type { Stored } from '../store/index.ts'
import { audit } from './audit.ts'
import { rightsOf } from './enrol.ts'
import { savePerson } from './people-store.ts'
import type { Person } from './person.ts'
import { newsOfLostReceiver } from './receivers.ts'
import { wantMenu } from './wanted-menu.ts'

interface Ending {
  /** 'person.left', 'person.removed', 'consent.withdrawn' */
  readonly action: string
  /** The person id of whoever ends it. */
  readonly by: string
}

export async function endRegistration(
  turn: Turn,
  person: Stored<Person>,
  { action, by }: Ending,
): Promise<{ readonly changes: readonly Change[]; readonly pushes: readonly Push[] }> {
  const { now, read } = turn
  const withdrawn = action === 'consent.withdrawn' ? { consentWithdrawnAt: now } : {}
  const after = { ...person, ...withdrawn, status: 'left' as const, leftAt: now }
  const entry = audit({
    at: now,
    actor: by,
    action,
    target: person.id,
    before: rightsOf(person),
    after: rightsOf(after),
  })
  return {
    changes: [savePerson(after), await wantMenu(read, person.userId, 'guest', now), entry],
    pushes: await newsOfLostReceiver(turn.read, person, turn.event.id),
  }
}
