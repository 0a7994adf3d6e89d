/** What only MongoDB does: a second guard inside the database, and a wait for the majority. */
import mongoose from 'mongoose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DuplicateKey, openStore, type Store } from '../../src/store/index.ts'
import { APP_NAME } from '../../src/store/mongo/connection.ts'
import { fixtures, halves, trip, trips } from '../support/store-fixtures.ts'
import { type StorePlace, storeKinds } from '../support/store-kinds.ts'

const NO_SUCH_TRANSACTION = 251

const [, mongodb] = await storeKinds()
if (!mongodb) throw new Error('the stores are SQLite and MongoDB')

describe.skipIf(mongodb.isMissing)(`inside ${mongodb.name}`, () => {
  let place: StorePlace
  let store: Store
  let past: mongoose.Connection

  beforeEach(async () => {
    place = await mongodb.newPlace()
    store = await openStore(place.options, fixtures)
    past = await connectAs('somebody who writes past the program')
  })
  afterEach(async () => {
    await past.close()
    await store.close()
    await place.remove()
  })

  function connectAs(appName: string): Promise<mongoose.Connection> {
    if (!('mongodbUri' in place.options)) throw new Error('not a MongoDB')
    return mongoose.createConnection(place.options.mongodbUri, { appName }).asPromise()
  }

  const row = { _id: 'a', rev: 1, province: 'น่าน', fiscalYear: 2570, title: 'ก' }

  it('refuses what someone writes past the program when it does not fit the schema', async () => {
    const wrong = [
      { ...row, fiscalYear: '2570' },
      { ...row, at: '2026-11-12' },
      { ...row, nickname: 'unknown field' },
      { ...row, title: undefined },
      { ...row, rev: undefined },
    ]
    for (const document of wrong) {
      const refused = past.collection<typeof document>('trips').insertOne(document, { ignoreUndefined: true })
      await expect(refused, JSON.stringify(document)).rejects.toMatchObject({ code: 121 })
    }
    await past.collection<typeof row>('trips').insertOne(row)
    expect(await store.get(trips, 'a')).toMatchObject({ title: 'ก' })
  })

  it('answers by an index, without sorting', async () => {
    await store.insertIfAbsent(trips, [trip(), trip()])
    const asked = past.collection('trips').find({ province: 'เชียงราย' }).sort({ fiscalYear: 1, at: 1, _id: 1 })
    const { queryPlanner } = await asked.explain()
    expect(JSON.stringify(queryPlanner.winningPlan)).toMatch(/IXSCAN.*byProvinceAndYear/)
    expect(JSON.stringify(queryPlanner.winningPlan)).not.toMatch(/SORT/)
  })

  it('ends a transaction that a dead process left open, and none of another program', async () => {
    const dead = await connectAs(APP_NAME)
    const other = await connectAs('another program')
    const half = (id: string) => ({ id, side: 'left' as const, number: 1 })
    const leaveOpen = async (by: mongoose.Connection, ids: string[]) => {
      const session = await by.startSession()
      session.startTransaction()
      const rows = by.collection<{ _id: string; rev: number; side: string; number: number }>('halves')
      for (const id of ids) await rows.insertOne({ _id: id, rev: 1, side: 'left', number: 2 }, { session })
      return session
    }
    const [left, others] = [await leaveOpen(dead, ['a', 'b']), await leaveOpen(other, ['c'])]

    const isNew = store.insertIfAbsent(halves, [half('a')])
    await store.transaction((tx) => tx.insert(halves, half('b')))

    expect(await isNew).toEqual([true])
    await expect(left.commitTransaction()).rejects.toMatchObject({ code: NO_SUCH_TRANSACTION })
    await others.commitTransaction()
    expect(await store.get(halves, 'c')).toMatchObject({ number: 2 })
    await Promise.all([dead.close(), other.close()])
  })

  it('takes a group apart at once when one of its inserts is there already, whatever else is in the group', async () => {
    await store.insertIfAbsent(trips, [trip({ id: 'a', title: 'ก' }), trip({ id: 'b', title: 'ข' })])
    const before = await store.get(trips, 'b')
    const [twice, change] = await Promise.allSettled([
      store.transaction((tx) => tx.insert(trips, trip({ id: 'c', title: 'ก' }))),
      store.transaction((tx) => before && tx.replace(trips, { ...before, province: 'น่าน' })),
    ])
    expect(twice).toMatchObject({ status: 'rejected', reason: expect.any(DuplicateKey) })
    expect(change.status).toBe('fulfilled')
    expect(await store.get(trips, 'b')).toMatchObject({ province: 'น่าน' })
  })
})
