/** Who did something to a report, by the name that the register of people knows today. */
import { personById } from '../../people/index.ts'
import type { Reader } from '../../store/index.ts'
import { history } from './texts.ts'

export async function nameOf(read: Reader, personId: string): Promise<string> {
  return (await personById(read, personId))?.name ?? history.former
}
