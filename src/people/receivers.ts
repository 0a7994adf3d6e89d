/** Provinces that have pairs and no officer who can be written to: admins are told when one comes to be, and see them listed. */
import type { Push } from '../bot/types.ts'
import { allPairs } from '../pairs/index.ts'
import type { Reader } from '../store/index.ts'
import { activePeople, admins } from './people-store.ts'
import type { Person } from './person.ts'
import { texts } from './texts.ts'

const isReceiver = ({ role, blocked }: Person) => role === 'officer' && !blocked

export async function provincesWithoutReceiver(read: Reader): Promise<string[]> {
  const covered = new Set((await activePeople(read)).filter(isReceiver).flatMap(({ provinces }) => provinces))
  const wanted = new Set((await allPairs(read)).map(({ provinceTh }) => provinceTh))
  return [...wanted].filter((province) => !covered.has(province)).sort()
}

/**
 * What to tell the admins when this person can no longer be written to; nothing while a colleague still can.
 * @param occasion what it was lost by, such as an event's id: told once an occasion
 */
export async function newsOfLostReceiver(read: Reader, person: Person, occasion: string): Promise<Push[]> {
  if (person.status !== 'active' || !isReceiver(person)) return []
  const others = (await activePeople(read)).filter((other) => isReceiver(other) && other.id !== person.id)
  const lost = person.provinces.filter((province) => !others.some(({ provinces }) => provinces.includes(province)))
  if (lost.length === 0) return []
  const text = texts.noReceiver(lost)
  const told = (await admins(read)).filter(({ blocked, id }) => !blocked && id !== person.id)
  const buttons = [{ label: texts.buttons.roster, say: texts.buttons.roster }]
  return told.map(({ id, userId }) => ({
    key: `no-receiver ${occasion} ${id}`,
    userId,
    replies: [{ kind: 'text', text, buttons }],
  }))
}
