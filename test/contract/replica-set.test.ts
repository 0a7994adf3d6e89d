/** What the store makes of a MongoDB whose primary goes away in the middle of something: done once, or said not to be done. */
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../src/store/index.ts'
import { withDatabase } from '../support/mongod.ts'
import { findMongod } from '../support/mongod-binary.ts'
import { ReplicaSet } from '../support/replica-set.ts'
import { counters, fixtures, trip, trips } from '../support/store-fixtures.ts'
import { until } from '../support/until.ts'

/** There, a skipped file would pass unseen. */
const isMissing = process.env.CI !== 'true' && !(await findMongod(() => {}).catch(() => undefined))

describe.skipIf(isMissing)('on a replica set of three', { timeout: 60_000 }, () => {
  let set: ReplicaSet
  let store: Store
  let count = 0

  beforeAll(async () => {
    set = await ReplicaSet.start(() => {})
  })
  afterAll(() => set?.stop())
  beforeEach(async () => {
    count += 1
    store = await openStore({ mongodbUri: withDatabase(set.uri, `test_${count}`) }, fixtures)
  })
  afterEach(async () => {
    await (await set.primary()).ask('configureFailPoint', 'failCommand', { mode: 'off' })
    await store.close()
  })

  /** The next of these commands fail so. */
  async function fails(times: number, failCommands: readonly string[], how: object): Promise<void> {
    const more = { mode: { times }, data: { failCommands, ...how } }
    expect(await (await set.primary()).ask('configureFailPoint', 'failCommand', more)).toMatchObject({ ok: 1 })
  }

  describe('a transaction', () => {
    const add = (id: string) =>
      store.transaction((tx) => {
        tx.insert(counters, { id, value: 1 })
        tx.insert(trips, trip({ title: id }))
      })

    it('whose commit lost its connection is applied, once', async () => {
      await fails(1, ['commitTransaction'], { closeConnection: true })
      await add('a')
      expect(await store.get(counters, 'a')).toMatchObject({ value: 1, rev: 1 })
      expect(await store.count(trips, 'byTitle', ['a'])).toBe(1)
    })

    it('that lost its connection half-way begins anew', async () => {
      await fails(1, ['insert'], { closeConnection: true })
      await add('a')
      expect(await store.count(trips, 'byTitle', ['a'])).toBe(1)
    })

    it('that the majority could not confirm at first is confirmed before it counts as done', async () => {
      const unconfirmed = { writeConcernError: { code: 64, codeName: 'WriteConcernFailed', errmsg: 'nobody follows' } }
      await fails(1, ['commitTransaction'], unconfirmed)
      await add('a')
      expect(await store.count(trips, 'byTitle', ['a'])).toBe(1)
    })

    it('goes on by itself when the primary was killed', async () => {
      await add('a')
      const old = await set.primary()
      await old.kill()
      await until(
        'a transaction on another primary',
        () =>
          add('b').then(
            () => true,
            () => false,
          ),
        30_000,
      )
      expect(await store.get(counters, 'a')).toMatchObject({ value: 1 })
      await old.start()
      await set.whenWhole()
    })
  })

  describe('what is inserted if absent', () => {
    const unconfirmed = { writeConcernError: { code: 64, codeName: 'WriteConcernFailed', errmsg: 'nobody follows' } }

    it('is stored once when the connection breaks', async () => {
      await fails(1, ['insert'], { closeConnection: true })
      expect(await store.insertIfAbsent(trips, [trip({ id: 'a' }), trip({ id: 'b' })])).toEqual([true, true])
      expect(await store.count(trips, 'byTitle', [])).toBe(2)
    })

    it('is not said to be stored before the majority has it', async () => {
      await fails(1, ['insert'], unconfirmed)
      await expect(store.insertIfAbsent(trips, [trip({ id: 'a' })])).rejects.toThrow('nobody follows')
    })

    it('nor when one of its neighbours was there already', async () => {
      await store.insertIfAbsent(trips, [trip({ id: 'a' })])
      await fails(1, ['insert'], unconfirmed)
      await expect(store.insertIfAbsent(trips, [trip({ id: 'a' }), trip({ id: 'b' })])).rejects.toThrow()
    })
  })

  it('keeps the chunks of a file whose last word was lost: it may be the stored one', async () => {
    const bytes = Buffer.alloc(300_000, 'x')
    const put = () => store.files.put({ id: 'photo', name: 'photo.jpg', contentType: 'image/jpeg' }, bytes)
    await fails(1, ['insert'], {
      writeConcernError: { code: 64, errmsg: 'nobody follows' },
      namespace: `test_${count}.media.files`,
    })
    await put().catch(() => {})
    await put()
    const kept = await store.files.get('photo')
    expect(kept && (await buffer(kept.stream)).equals(bytes)).toBe(true)
  })
})
