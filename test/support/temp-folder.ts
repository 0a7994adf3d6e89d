/** A folder for one test. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TempFolder {
  readonly path: string
  remove(): Promise<void>
}

export async function newFolder(): Promise<TempFolder> {
  const path = await mkdtemp(join(tmpdir(), 'sistercity-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}
