import { expect, it } from 'vitest'
import { openStore, type Store } from '../../../src/store/index.ts'
import { fixtures, halves, places } from '../../support/store-fixtures.ts'
import type { StorePlace } from '../../support/store-kinds.ts'

const names = async (store: Store) => (await store.all(places)).map(({ name }) => name)

export function kept(now: () => { store: Store; place: StorePlace }): void {
  it('refuses a collection that is not declared as kept', async () => {
    await expect(Promise.resolve().then(() => now().store.all(halves))).rejects.toThrow('kept')
  })

  it('gives all documents by id, and the same array until one is written', async () => {
    const { store } = now()
    expect(await store.all(places)).toEqual([])
    await store.insertIfAbsent(places, [
      { id: 'b', name: 'เบตง' },
      { id: 'a', name: 'เชียงคาน' },
    ])
    const first = await store.all(places)
    expect(first).toEqual([
      { id: 'a', name: 'เชียงคาน', rev: 1 },
      { id: 'b', name: 'เบตง', rev: 1 },
    ])
    await store.transaction((tx) => tx.insert(halves, { id: '1', side: 'left', number: 1 }))
    expect(await store.all(places)).toBe(first)
    expect(await store.transaction((tx) => tx.all(places))).toBe(first)
  })

  it('sees every kind of write, and what was kept before is not changed by it', async () => {
    const { store } = now()
    await store.transaction((tx) => tx.insert(places, { id: 'a', name: 'เชียงคาน' }))
    const [before] = await store.all(places)
    if (!before) throw new Error('not there')
    await store.transaction((tx) => tx.replace(places, { ...before, name: 'เชียงของ' }))
    expect(await names(store)).toEqual(['เชียงของ'])
    expect(before.name).toBe('เชียงคาน')
    const [changed] = await store.all(places)
    await store.transaction((tx) => changed && tx.remove(places, changed))
    expect(await names(store)).toEqual([])
    await store.insertIfAbsent(places, [{ id: 'b', name: 'เบตง' }])
    expect(await names(store)).toEqual(['เบตง'])
  })

  it('does not see a transaction that was rejected', async () => {
    const { store } = now()
    await store.insertIfAbsent(places, [{ id: 'a', name: 'เชียงคาน' }])
    const before = await store.all(places)
    const again = store.transaction((tx) => {
      tx.insert(places, { id: 'b', name: 'เบตง' })
      tx.insert(places, { id: 'a', name: 'เชียงของ' })
    })
    await expect(again).rejects.toThrow()
    expect(await store.all(places)).toBe(before)
  })

  it('sees what another process writes', async () => {
    const { store, place } = now()
    await store.insertIfAbsent(places, [{ id: 'a', name: 'เชียงคาน' }])
    expect(await names(store)).toEqual(['เชียงคาน'])
    const other = await openStore(place.options, fixtures)
    await other.transaction((tx) => tx.insert(places, { id: 'b', name: 'เบตง' }))
    expect(await names(store)).toEqual(['เชียงคาน', 'เบตง'])
    await other.close()
  })

  it('hands out documents that nobody can change', async () => {
    const { store } = now()
    await store.insertIfAbsent(places, [{ id: 'a', name: 'เชียงคาน', tags: ['ริมโขง'] }])
    const [place] = await store.all(places)
    expect(() => place?.tags?.push('x')).toThrow(TypeError)
    expect(() => Object.assign(place ?? {}, { name: 'x' })).toThrow(TypeError)
  })
}
