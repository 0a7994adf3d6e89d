/** When somebody is told that work is stored: after the disk has it, each group while the one before is on its way. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CommitQueue } from '../../../src/store/sqlite/commits.ts'
import { openWalDisk } from '../../../src/store/sqlite/wal-disk.ts'

let folder: string
let db: DatabaseSync
let commits: CommitQueue
const syncs: PromiseWithResolvers<void>[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commits-'))
  db = new DatabaseSync(join(folder, 'store.sqlite'))
  db.exec('PRAGMA journal_mode = WAL; CREATE TABLE notes (text TEXT UNIQUE)')
  syncs.length = 0
  const sync = () => {
    const last = Promise.withResolvers<void>()
    syncs.push(last)
    return last.promise
  }
  commits = new CommitQueue(db, { disk: { sync, close() {} } })
})
afterEach(async () => {
  db.close()
  await rm(folder, { recursive: true, force: true })
})

const told: string[] = []
beforeEach(() => {
  told.length = 0
})

function note(text: string): Promise<unknown> {
  const write = () => db.prepare('INSERT INTO notes VALUES (?)').run(text)
  return commits.submit(write).then(
    () => told.push(text),
    (error: Error) => told.push(`${text}: ${error.message}`),
  )
}

const turns = async () => {
  for (let n = 0; n < 5; n += 1) await nextTurn()
}

describe('the commits of one file', () => {
  it('are told to nobody before they are on disk', async () => {
    const [first, second] = [note('ก'), note('ข')]
    await turns()
    expect(syncs).toHaveLength(1)
    expect(db.prepare('SELECT count(*) AS n FROM notes').get()?.n).toBe(2)
    expect(told).toEqual([])
    syncs[0]?.resolve()
    await Promise.all([first, second])
    expect(told).toEqual(['ก', 'ข'])
  })

  it('that come while the disk is busy are the next group, and wait for a sync of their own', async () => {
    const first = note('ก')
    await turns()
    const others = [note('ข'), note('ค')]
    await turns()
    expect(syncs).toHaveLength(1)
    syncs[0]?.resolve()
    await first
    await turns()
    expect(told).toEqual(['ก'])
    expect(syncs).toHaveLength(2)
    syncs[1]?.resolve()
    await Promise.all(others)
    expect(told).toEqual(['ก', 'ข', 'ค'])
  })

  it('leave out what fails, and only that', async () => {
    const all = [note('ก'), note('ก'), note('ข')]
    await turns()
    syncs[0]?.resolve()
    await Promise.all(all)
    expect(told.toSorted()).toEqual(['ก', 'ก: UNIQUE constraint failed: notes.text', 'ข'])
    expect(db.prepare('SELECT text FROM notes').all()).toHaveLength(2)
  })

  it('are refused for good once the disk has failed, for what it holds is not known any more', async () => {
    const first = note('ก')
    await turns()
    const second = note('ข')
    syncs[0]?.reject(new Error('EIO'))
    await Promise.all([first, second, note('ค')])
    expect(told).toEqual(expect.arrayContaining(['ก: EIO', 'ข: EIO', 'ค: EIO']))
    expect(() => commits.mustWork()).toThrow('EIO')
  })
})

describe('the disk under a commit', () => {
  it('is asked by this program alone where SQLite writes a log, and by SQLite itself everywhere else', async () => {
    const synchronous = (of: DatabaseSync) => of.prepare('PRAGMA synchronous').get()?.synchronous
    const disk = openWalDisk(db)
    expect(synchronous(db)).toBe(1)
    db.exec("INSERT INTO notes VALUES ('ก')")
    await expect(disk?.sync()).resolves.toBeUndefined()
    disk?.close()
    const memory = new DatabaseSync(':memory:')
    expect(openWalDisk(memory)).toBeUndefined()
    expect(synchronous(memory)).toBe(2)
    memory.close()
  })
})
