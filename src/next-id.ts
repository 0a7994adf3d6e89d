/** Names that are nobody else's, and grow within this process also when its clock is set back. */
import { v7 as uuidV7 } from 'uuid'

const run = uuidV7()
let made = 0

export function nextId(): string {
  made += 1
  return `${run}-${String(made).padStart(10, '0')}`
}
