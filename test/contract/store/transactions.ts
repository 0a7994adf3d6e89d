import { expect, it } from 'vitest'
import { Conflict, DuplicateKey, type Store } from '../../../src/store/index.ts'
import { counters, trip, trips } from '../../support/store-fixtures.ts'

export function transactions(store: () => Store): void {
  it('writes nothing when its function throws', async () => {
    const failed = store().transaction((tx) => {
      tx.insert(trips, trip())
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    expect(await all()).toEqual([])
  })

  it('writes nothing when one of its keys is taken, and names the index', async () => {
    const first = trip({ receiptNo: 'R-1', title: 'เยือนคุนหมิง' })
    await insert(first)
    const taken = {
      id: trip({ id: first.id }),
      byReceipt: trip({ receiptNo: 'R-1' }),
      byTitleInYear: trip({ title: 'เยือนคุนหมิง' }),
    }
    for (const [index, document] of Object.entries(taken)) {
      const failed = store().transaction((tx) => {
        tx.insert(counters, { id: 'beside', value: 1 })
        tx.insert(trips, document)
        tx.insert(trips, trip())
      })
      await expect(failed).rejects.toThrow(DuplicateKey)
      await expect(failed).rejects.toMatchObject({ collection: 'trips', index })
    }
    expect(await all()).toEqual([first.id])
    expect(await store().get(counters, 'beside')).toBeUndefined()
  })

  it('writes nothing when a replacement takes the key of another document', async () => {
    await insert(trip({ receiptNo: 'R-1' }), trip({ id: 'second' }))
    const second = await read('second')
    const failed = store().transaction((tx) => tx.replace(trips, { ...second, receiptNo: 'R-1' }))
    await expect(failed).rejects.toMatchObject({ name: 'DuplicateKey', index: 'byReceipt' })
    expect(await read('second')).toEqual(second)
  })

  it('writes nothing when a document was changed or removed since it was read', async () => {
    await insert(trip({ id: 'a' }))
    const stale = await read('a')
    await store().transaction((tx) => tx.replace(trips, { ...stale, title: 'ใหม่' }))
    for (const use of ['replace', 'remove', 'expect'] as const) {
      const failed = store().transaction((tx) => {
        tx.insert(counters, { id: 'beside', value: 1 })
        tx[use](trips, stale)
      })
      await expect(failed).rejects.toThrow(Conflict)
      await expect(failed).rejects.toMatchObject({ collection: 'trips', id: 'a' })
    }
    const fresh = await read('a')
    await store().transaction((tx) => tx.remove(trips, fresh))
    await expect(store().transaction((tx) => tx.replace(trips, fresh))).rejects.toThrow(Conflict)
    await expect(store().transaction((tx) => tx.remove(trips, fresh))).rejects.toThrow(Conflict)
    await expect(store().transaction((tx) => tx.expect(trips, fresh))).rejects.toThrow(Conflict)
    expect(await all()).toEqual([])
    expect(await store().get(counters, 'beside')).toBeUndefined()
  })

  it('refuses to write one document twice, or a document that was not read', async () => {
    const document = trip()
    const twice = store().transaction((tx) => {
      tx.insert(trips, document)
      tx.insert(trips, document)
    })
    await expect(twice).rejects.toThrow(/twice/)
    const unread = store().transaction((tx) => tx.replace(trips, document as typeof document & { rev: number }))
    await expect(unread).rejects.toThrow(/rev/)
    expect(await all()).toEqual([])
  })

  it('refuses a write that comes after its function has ended', async () => {
    const late = await store().transaction((tx) => () => tx.insert(trips, trip()))
    expect(late).toThrow(/over/)
  })

  it('reads what was committed before, never its own buffer', async () => {
    const seen = await store().transaction(async (tx) => {
      tx.insert(trips, trip({ id: 'a' }))
      return [await tx.get(trips, 'a'), await tx.find(trips, 'byTitle', []), await tx.count(trips, 'byTitle', [])]
    })
    expect(seen).toEqual([undefined, [], 0])
    expect(await all()).toEqual(['a'])
  })

  it('writes what the document was when it was handed over', async () => {
    const list = [1]
    const document = trip({ id: 'a', title: 'ก่อน', details: { list } })
    await store().transaction((tx) => {
      tx.insert(trips, document)
      document.title = 'หลัง'
      list.push(2)
    })
    expect(await read('a')).toMatchObject({ title: 'ก่อน', details: { list: [1] } })
  })

  it('writes to several collections, in order: a key that it gives up can be taken at once', async () => {
    await insert(trip({ id: 'old', receiptNo: 'R-1' }))
    const old = await read('old')
    await store().transaction((tx) => {
      tx.expect(trips, old)
      tx.remove(trips, old)
      tx.insert(trips, trip({ id: 'new', receiptNo: 'R-1' }))
      tx.insert(counters, { id: 'moved', value: 1 })
    })
    expect(await all()).toEqual(['new'])
    expect(await store().get(counters, 'moved')).toMatchObject({ value: 1 })
  })

  it('holds what it expects without changing it', async () => {
    await insert(trip({ id: 'a' }))
    const expected = await read('a')
    for (const id of ['x', 'y']) {
      await store().transaction((tx) => {
        tx.expect(trips, expected)
        tx.insert(counters, { id, value: 1 })
      })
    }
    expect(await read('a')).toEqual(expected)
  })

  it('gives back what its function gave back, and writes nothing when nothing was asked', async () => {
    expect(await store().transaction(() => 'เรียบร้อย')).toBe('เรียบร้อย')
  })

  async function insert(...documents: ReturnType<typeof trip>[]): Promise<void> {
    await store().transaction((tx) => {
      for (const document of documents) tx.insert(trips, document)
    })
  }

  async function read(id: string) {
    const found = await store().get(trips, id)
    if (!found) throw new Error(`${id} is not there`)
    return found
  }

  async function all(): Promise<string[]> {
    return (await store().find(trips, 'byTitle', [])).map(({ id }) => id)
  }
}
