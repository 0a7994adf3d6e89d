/** What the last admin reads before leaving. */
import type { Turn } from '../../bot/types.ts'
import { admins } from '../people-store.ts'
import type { Person } from '../person.ts'
import { own } from './texts.ts'

/** Nobody is held back; but nobody is left without a word of what follows. */
export async function lastAdminNote({ read }: Turn, person: Person): Promise<string[]> {
  const isLast = person.role === 'admin' && (await admins(read)).length === 1
  return isLast ? [own.lastAdmin] : []
}
