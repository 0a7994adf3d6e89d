import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SetupError } from '../../../src/errors.ts'
import { openStore } from '../../../src/store/index.ts'
import { select } from '../../../src/store/selection.ts'
import { CommitQueue } from '../../../src/store/sqlite/commits.ts'
import { countQuery, listQuery } from '../../../src/store/sqlite/read.ts'
import { fixtures, trip, trips } from '../../support/store-fixtures.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'))
  file = join(folder, 'store.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the file', () => {
  it('is left alone when it is no database', async () => {
    writeFileSync(file, 'บันทึกการประชุม '.repeat(100))
    await expect(openStore({ sqliteFile: file }, fixtures)).rejects.toThrow(SetupError)
    expect(readFileSync(file, 'utf8')).toBe('บันทึกการประชุม '.repeat(100))
  })

  it("is left alone when it is another program's database", async () => {
    const other = new DatabaseSync(file)
    other.exec('CREATE TABLE recipes (name TEXT)')
    await expect(openStore({ sqliteFile: file }, fixtures)).rejects.toThrow(SetupError)
    expect(other.prepare('SELECT name FROM sqlite_schema').all()).toHaveLength(1)
    other.close()
  })

  it('cannot be where a file stands in the place of its folder', async () => {
    writeFileSync(file, '')
    await expect(openStore({ sqliteFile: join(file, 'store.sqlite') }, fixtures)).rejects.toThrow(SetupError)
  })

  it('is made together with its folders, which only its owner may read', async () => {
    const deep = join(folder, 'data', 'bot', 'store.sqlite')
    await (await openStore({ sqliteFile: deep }, fixtures)).close()
    expect(statSync(join(folder, 'data', 'bot')).mode & 0o077).toBe(0)
  })
})

describe('what is removed or replaced', () => {
  it('is gone from the bytes of the file, documents and files alike', async () => {
    const secrets = ['ชื่อที่ลบแล้ว', 'ถ้อยคำที่แก้แล้ว', 'ไฟล์ที่ลบแล้ว']
    const store = await openStore({ sqliteFile: file }, fixtures)
    const long = (words: string) => words.repeat(500)
    const [erased, changed] = [trip({ title: long('ชื่อที่ลบแล้ว') }), trip({ title: long('ถ้อยคำที่แก้แล้ว') })]
    await store.insertIfAbsent(trips, [erased, changed, trip()])
    await store.files.put({ id: 'f', name: 'f', contentType: 'text/plain' }, Buffer.from(long('ไฟล์ที่ลบแล้ว')))
    await store.transaction((tx) => {
      tx.remove(trips, { ...erased, rev: 1 })
      tx.replace(trips, { ...changed, title: 'สั้น', rev: 1 })
    })
    await store.files.remove('f')
    await store.close()
    const bytes = readFileSync(file)
    expect(secrets.filter((secret) => bytes.includes(secret))).toEqual([])
  })
})

describe('questions', () => {
  const asked = [
    select(trips, 'byProvinceAndYear', ['เชียงราย', 2570], { from: new Date(0), order: 'desc' }),
    select(trips, 'byProvinceAndYear', ['เชียงราย'], { from: 2569 }),
    select(trips, 'byProvinceAndYear', []),
    select(trips, 'byReceipt', ['R-1']),
    select(trips, 'byDraft', [true]),
  ]

  it('are answered by an index, without looking through the table and without sorting', async () => {
    await (await openStore({ sqliteFile: file }, fixtures)).close()
    const db = new DatabaseSync(file)
    for (const { sql, values } of asked.flatMap((selection) => [
      listQuery(trips, selection),
      countQuery(trips, selection),
    ])) {
      const plan = db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...values)
        .map(({ detail }) => String(detail))
      expect(
        plan.filter((step) => !/USING (COVERING )?INDEX trips\//.test(step)),
        sql,
      ).toEqual([])
    }
    db.close()
  })
})

describe('writing', () => {
  it('waits while another program holds the lock, and lets everything else go on', async () => {
    const store = await openStore({ sqliteFile: file }, fixtures)
    const other = new DatabaseSync(file)
    other.exec('BEGIN IMMEDIATE')
    let isWritten = false
    const writing = store.insertIfAbsent(trips, [trip({ id: 'a' })]).then(() => {
      isWritten = true
    })
    for (let n = 0; n < 3; n += 1) {
      expect(await store.get(trips, 'a')).toBeUndefined()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(isWritten).toBe(false)
    other.exec('ROLLBACK')
    other.close()
    await writing
    expect(await store.get(trips, 'a')).toBeDefined()
    await store.close()
  })

  it('writes what was handed in before it was closed', async () => {
    const store = await openStore({ sqliteFile: file }, fixtures)
    const writing = store.insertIfAbsent(trips, [trip({ id: 'a' })])
    await store.close()
    expect(await writing).toEqual([true])
  })

  it('says of nothing that it is written when the disk is full', async () => {
    const db = new DatabaseSync(file)
    db.exec('PRAGMA journal_mode = WAL; CREATE TABLE notes (text TEXT); PRAGMA max_page_count = 20')
    const commits = new CommitQueue(db)
    const note = (text: string) => commits.submit(() => db.prepare('INSERT INTO notes VALUES (?)').run(text))
    const outcomes = await Promise.allSettled([note('ก'), note('x'.repeat(200_000)), note('ข')])
    const written = db
      .prepare('SELECT text FROM notes')
      .all()
      .map(({ text }) => text)
    const acknowledged = ['ก', 'x', 'ข'].filter((_, n) => outcomes[n]?.status === 'fulfilled')
    expect(outcomes[1]?.status).toBe('rejected')
    expect(written).toEqual(acknowledged)
    await expect(note('ค')).resolves.toBeDefined()
    db.close()
  })
})
