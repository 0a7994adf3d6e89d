/** From the embedded store to a MongoDB: everything, or nothing that anybody could take for it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdAlone, moveStore, moves, openStore, refuseMoved, type Store } from '../../src/store/index.ts'
import { counters, fixtures, trip, trips } from '../support/store-fixtures.ts'
import { type StorePlace, storeKinds } from '../support/store-kinds.ts'

const collections = [...fixtures, moves]
const [, mongodb] = await storeKinds()
if (!mongodb) throw new Error('the stores are SQLite and MongoDB')

describe.skipIf(mongodb.isMissing)('a move from SQLite to MongoDB', () => {
  let folder: string
  let sqliteFile: string
  let place: StorePlace
  let mongodbUri: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'move-'))
    sqliteFile = join(folder, 'store.sqlite')
    place = await mongodb.newPlace()
    mongodbUri = 'mongodbUri' in place.options ? place.options.mongodbUri : ''
    await inside({ sqliteFile }, fill)
  })
  afterEach(async () => {
    await place.remove()
    await rm(folder, { recursive: true, force: true })
  })

  const photo = Buffer.alloc(700_000, 'photo')
  const draft = { 'a.b': [1, null, { $date: 'no date' }], ก: 'ข', at: new Date('2026-11-21T09:00:00.123Z') }

  async function fill(store: Store): Promise<void> {
    const many = Array.from({ length: 1_200 }, (_, n) => trip({ id: `t${n}`, title: `งานที่ ${n}`, details: { n } }))
    await store.insertIfAbsent(trips, [...many, trip({ id: 'rich', at: draft.at, receiptNo: 'R-1', details: draft })])
    await store.insertIfAbsent(counters, [{ id: 'a', value: 1 }])
    await raise(store)
    await store.files.put({ id: 'photo', name: 'รูป.jpg', contentType: 'image/jpeg' }, photo)
    await store.files.put({ id: 'empty', name: 'ว่าง.txt', contentType: 'text/plain' }, Buffer.alloc(0))
  }

  async function raise(store: Store): Promise<void> {
    await store.transaction(async (tx) => {
      const counter = await tx.get(counters, 'a')
      if (counter) tx.replace(counters, { ...counter, value: counter.value + 1 })
    })
  }

  async function inside<R>(options: Parameters<typeof openStore>[0], work: (store: Store) => Promise<R>): Promise<R> {
    const store = await openStore(options, collections)
    return work(store).finally(() => store.close())
  }

  const said: string[] = []
  const move = (say: (line: string) => void = (line) => said.push(line)) =>
    moveStore({ sqliteFile, mongodbUri, collections, say })

  it('is refused while a program works on the store', async () => {
    const hold = holdAlone(sqliteFile)
    await expect(move()).rejects.toMatchObject({ problems: [expect.stringContaining('in use by another running')] })
    hold.release()
  })

  it('is refused by a database that holds anything, and changes nothing there', async () => {
    await inside({ mongodbUri }, (store) => store.insertIfAbsent(counters, [{ id: 'theirs', value: 7 }]))
    await expect(move()).rejects.toMatchObject({ problems: [expect.stringMatching(/not empty \(.*\bcounters\b.*\)/)] })
    await inside({ mongodbUri }, async (store) => {
      expect(await store.count(trips, 'byTitle', [])).toBe(0)
      expect(await store.get(counters, 'theirs')).toMatchObject({ value: 7 })
    })
    await inside({ sqliteFile }, refuseMoved)
  })

  it('brings every document with its revision, and every byte', async () => {
    said.length = 0
    await move()
    expect(said).toContain('trips: 1201 documents')
    expect(said).toContain('files: 2, 700000 bytes')
    const old = await inside({ sqliteFile }, (store) => store.find(trips, 'byTitle', []))
    await inside({ mongodbUri }, async (store) => {
      expect(await store.find(trips, 'byTitle', [])).toEqual(old)
      expect((await store.get(trips, 'rich'))?.details).toEqual(draft)
      expect(await store.get(counters, 'a')).toMatchObject({ value: 2, rev: 2 })
      await raise(store)
      const kept = await store.files.get('photo')
      expect(kept?.info).toMatchObject({ name: 'รูป.jpg', contentType: 'image/jpeg', bytes: 700_000 })
      expect(kept && (await buffer(kept.stream)).equals(photo)).toBe(true)
      await refuseMoved(store)
    })
  })

  it('leaves a store behind that no program works on any more, and cannot be made twice', async () => {
    await move()
    const refusal = { problems: [expect.stringContaining('moved to MongoDB')] }
    await expect(inside({ sqliteFile }, refuseMoved)).rejects.toMatchObject(refusal)
    await inside({ mongodbUri }, raise)
    await move()
    expect(await inside({ mongodbUri }, (store) => store.get(counters, 'a'))).toMatchObject({ value: 3 })
  })

  it('that broke off: nobody works on half of it, the old store goes on, and the next run brings what changed', async () => {
    const breaksOff = () => {
      throw new Error('the machine went away')
    }
    await expect(move(breaksOff)).rejects.toThrow('the machine went away')
    const half = { problems: [expect.stringContaining('broken off')] }
    await expect(inside({ mongodbUri }, refuseMoved)).rejects.toMatchObject(half)
    await inside({ sqliteFile }, async (store) => {
      await refuseMoved(store)
      await raise(store)
      await store.transaction(async (tx) => {
        const gone = await tx.get(trips, 't7')
        if (gone) tx.remove(trips, gone)
      })
      await store.files.remove('empty')
      await store.files.put({ id: 'late', name: 'x', contentType: 'image/png' }, Buffer.from('late'))
    })
    await move()
    await inside({ mongodbUri }, async (store) => {
      await refuseMoved(store)
      expect(await store.get(counters, 'a')).toMatchObject({ value: 3, rev: 3 })
      expect(await store.get(trips, 't7')).toBeUndefined()
      expect(await store.files.get('empty')).toBeUndefined()
      expect((await store.files.get('late'))?.info.bytes).toBe(4)
    })
  })
})
