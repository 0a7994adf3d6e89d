import { expect, it } from 'vitest'
import { z } from 'zod'
import { SetupError } from '../../../src/errors.ts'
import {
  type Collection,
  collection,
  type IndexSpec,
  openStore,
  type Store,
  stampStore,
  stamps,
} from '../../../src/store/index.ts'
import type { StorePlace } from '../../support/store-kinds.ts'

function towns<S extends z.core.$ZodShape, I extends string = never>(fields: S, indexes: Record<I, IndexSpec>) {
  const schema = z.object({ id: z.string(), name: z.string(), ...fields })
  return { ...collection('towns', { schema }), indexes }
}

const old = towns({}, { byName: { fields: ['name'], unique: true } })

export function declarations(now: () => { store: Store; place: StorePlace }): void {
  it('refuses declarations that one of the two databases could not carry', async () => {
    const wrong = [
      [old, old],
      [towns({ rev: z.number() }, {})],
      [towns({}, { byMayor: { fields: ['mayor'] } })],
      [towns({}, { byNothing: { fields: [] } })],
      [towns({ people: z.bigint() }, {})],
      [{ ...old, name: 'Bad name' }],
    ]
    for (const collections of wrong) await expect(openStore(now().place.options, collections)).rejects.toThrow()
  })

  it('refuses a new unique index that the documents contradict, and keeps them', async () => {
    const loose = towns({}, {})
    await using(loose, (store) =>
      store.insertIfAbsent(loose, [
        { id: 'a', name: 'เบตง' },
        { id: 'b', name: 'เบตง' },
      ]),
    )
    await expect(openStore(now().place.options, [old])).rejects.toThrow(SetupError)
    await using(loose, async (store) => expect(await store.get(loose, 'a')).toMatchObject({ name: 'เบตง' }))
  })

  it('brings an older store to a new field, a changed index, a new one and one that is gone', async () => {
    await using(old, (store) =>
      store.insertIfAbsent(old, [
        { id: 'a', name: 'เบตง' },
        { id: 'b', name: 'เชียงคาน' },
      ]),
    )
    const region = z.string().default('ไม่ทราบ')
    const changed = towns({ region }, { byName: { fields: ['name', 'region'] }, byRegion: { fields: ['region'] } })
    await using(changed, async (store) => {
      expect(await store.get(changed, 'a')).toStrictEqual({ id: 'a', name: 'เบตง', region: 'ไม่ทราบ', rev: 1 })
      // The index by name is not unique any more.
      expect(await store.insertIfAbsent(changed, [{ id: 'c', name: 'เบตง', region: 'ใต้' }])).toEqual([true])
      expect((await store.find(changed, 'byRegion', ['ใต้'])).map(({ id }) => id)).toEqual(['c'])
      expect((await store.find(changed, 'byName', ['เบตง'])).map(({ id }) => id)).toEqual(['a', 'c'])
    })
    const renamed = towns({ region }, { onlyOne: { fields: ['region'], unique: true } })
    await using(renamed, async (store) => {
      expect(await store.insertIfAbsent(renamed, [{ id: 'd', name: 'สะเดา', region: 'ใต้' }])).toEqual([false])
    })
  })

  it('leaves a collection alone that another part of the program declares', async () => {
    await using(old, (store) => store.insertIfAbsent(old, [{ id: 'a', name: 'เบตง' }]))
    await using(stamps, async () => {})
    await using(old, async (store) => {
      expect(await store.insertIfAbsent(old, [{ id: 'b', name: 'เบตง' }])).toEqual([false])
    })
  })

  it('opens a store of one mode only in that mode', async () => {
    await using(stamps, (store) => stampStore(store, 'simulator'))
    await using(stamps, (store) => stampStore(store, 'simulator'))
    await using(stamps, async (store) => {
      await expect(stampStore(store, 'line')).rejects.toThrow(SetupError)
      await expect(stampStore(store, 'simulator')).resolves.toBeUndefined()
    })
  })

  /** Opens the test's place anew with just this collection. */
  async function using(declared: Collection, work: (store: Store) => Promise<unknown>) {
    const store = await openStore(now().place.options, [declared])
    try {
      await work(store)
    } finally {
      await store.close()
    }
  }
}
