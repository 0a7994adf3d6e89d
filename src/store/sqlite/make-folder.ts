/** A folder with all that is missing above it, for its owner alone. */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * One by one: Node's own `recursive` tries for ever where the system takes no folders at all, as under /proc.
 * @throws the system's error, which names the first folder that cannot be made
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another process may just have made it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
