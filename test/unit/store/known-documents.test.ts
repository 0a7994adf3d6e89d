/** What a store remembers of what it read: nobody may be shown what is not there any more. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../../src/store/index.ts'
import { fixtures, trip, trips } from '../../support/store-fixtures.ts'

let folder: string
let store: Store
let elsewhere: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'known-'))
  const options = { sqliteFile: join(folder, 'store.sqlite') }
  store = await openStore(options, fixtures)
  elsewhere = await openStore(options, fixtures)
})
afterEach(async () => {
  await store.close()
  await elsewhere.close()
  rmSync(folder, { recursive: true })
})

const first = trip({ title: 'ก่อน' })
const titleOf = async (by: Store, id = first.id) => (await by.get(trips, id))?.title

function rename(by: Store, title: string): Promise<void> {
  return by.transaction(async (tx) => {
    const now = await tx.get(trips, first.id)
    if (now) tx.replace(trips, { ...now, title })
  })
}

describe('a document that was read', () => {
  beforeEach(async () => {
    await store.insertIfAbsent(trips, [first])
    expect(await titleOf(store)).toBe('ก่อน')
  })

  it('is what this process wrote after it', async () => {
    await rename(store, 'หลัง')
    expect(await store.get(trips, first.id)).toEqual({ ...first, title: 'หลัง', rev: 2 })
    await store.transaction((tx) => tx.remove(trips, { ...first, rev: 2 }))
    expect(await titleOf(store)).toBeUndefined()
  })

  it('is what another process wrote after it', async () => {
    await rename(elsewhere, 'จากที่อื่น')
    await nextTurn()
    expect(await titleOf(store)).toBe('จากที่อื่น')
    await elsewhere.transaction((tx) => tx.remove(trips, { ...first, rev: 2 }))
    await nextTurn()
    expect(await titleOf(store)).toBeUndefined()
  })

  it('is not what a transaction wrote that failed, alone or beside others', async () => {
    const failing = store.transaction((tx) => {
      tx.replace(trips, { ...first, title: 'ไม่สำเร็จ', rev: 1 })
      tx.replace(trips, { ...trip(), rev: 7 })
    })
    const beside = store.transaction((tx) => tx.insert(trips, trip({ title: 'สำเร็จ' })))
    await expect(failing).rejects.toThrow()
    await beside
    expect(await titleOf(store)).toBe('ก่อน')
  })

  it('cannot be changed by whoever reads it', async () => {
    const read = await store.get(trips, first.id)
    expect(() => Object.assign(read ?? {}, { title: 'แก้เอง' })).toThrow(TypeError)
    expect(await titleOf(store)).toBe('ก่อน')
  })
})

describe('a document that was not there', () => {
  it('is there when this process has stored it, either way', async () => {
    const [inserted, absent] = [trip({ title: 'หนึ่ง' }), trip({ title: 'สอง' })]
    for (const { id } of [inserted, absent]) expect(await titleOf(store, id)).toBeUndefined()
    await store.transaction((tx) => tx.insert(trips, inserted))
    await store.insertIfAbsent(trips, [absent])
    expect(await titleOf(store, inserted.id)).toBe('หนึ่ง')
    expect(await store.get(trips, absent.id)).toEqual({ ...absent, rev: 1 })
    // Only what is new is remembered.
    expect(await store.insertIfAbsent(trips, [{ ...absent, title: 'สาม' }])).toEqual([false])
    expect(await titleOf(store, absent.id)).toBe('สอง')
  })

  it('is there when another process has stored it', async () => {
    expect(await titleOf(store)).toBeUndefined()
    await elsewhere.insertIfAbsent(trips, [first])
    await nextTurn()
    expect(await titleOf(store)).toBe('ก่อน')
  })
})
