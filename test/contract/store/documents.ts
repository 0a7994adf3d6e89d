import { expect, it } from 'vitest'
import { InvalidDocument, type Store } from '../../../src/store/index.ts'
import { counters, trip, trips } from '../../support/store-fixtures.ts'

export function documents(store: () => Store): void {
  it('refuses a document that does not fit its schema, and says which field without its value', async () => {
    const wrong = { ...trip(), fiscalYear: 'ความลับ' as unknown as number }
    const refused = store().transaction((tx) => tx.insert(trips, wrong))
    await expect(refused).rejects.toThrow(InvalidDocument)
    await expect(refused).rejects.toThrow(/fiscalYear/)
    await expect(refused).rejects.not.toThrow(/ความลับ/)
    await expect(store().insertIfAbsent(trips, [trip(), wrong])).rejects.toThrow(InvalidDocument)
    expect(await store().count(trips, 'byTitle', [])).toBe(0)
  })

  it('refuses what one of the two databases could not hold, even where the schema lets it through', async () => {
    for (const odd of [Number.NaN, new Map(), 1n, () => 1, new Uint8Array(1), new Date(Number.NaN), new Date(9e14)]) {
      const refused = store().transaction((tx) => tx.insert(trips, trip({ details: { list: [{ odd }] } })))
      await expect(refused, String(odd)).rejects.toThrow()
    }
    expect(await store().count(trips, 'byTitle', [])).toBe(0)
  })

  it('refuses a collection that it was not opened with', async () => {
    const unknown = { ...counters, name: 'forgotten' }
    await expect(store().get(unknown, 'a')).rejects.toThrow(/forgotten/)
    const write = store().transaction((tx) => tx.insert(unknown, { id: 'a', value: 1 }))
    await expect(write).rejects.toThrow(/forgotten/)
  })

  it('finds nothing where nothing is', async () => {
    expect(await store().get(trips, 'none')).toBeUndefined()
  })

  it('gives back what was inserted, dates and nested values included', async () => {
    const at = new Date('2026-11-12T02:05:06.789Z')
    const details = {
      people: 30,
      budget: 1_500.25,
      big: 9_007_199_254_740_991,
      'with.dot': true,
      $date: 'not a date',
      $$money: { $date: 'nested' },
      none: null,
      empty: {},
      list: [at, { at, 'a.b': 1, $c: 2 }, [], 'ท่านผู้ว่าฯ 👍🏽'],
    }
    const document = trip({ at, isDraft: false, details })
    await store().transaction((tx) => tx.insert(trips, document))
    expect(await store().get(trips, document.id)).toStrictEqual({ ...document, rev: 1 })
  })

  it('leaves out what is undefined', async () => {
    const document = trip({ receiptNo: undefined, details: { kept: 1, gone: undefined } })
    await store().transaction((tx) => tx.insert(trips, document))
    const { receiptNo: _none, ...rest } = document
    expect(await store().get(trips, document.id)).toStrictEqual({ ...rest, details: { kept: 1 }, rev: 1 })
  })

  it('counts the revisions of a document, and removes it', async () => {
    await store().transaction((tx) => tx.insert(counters, { id: 'a', value: 1, by: 'ก' }))
    const first = await read()
    await store().transaction((tx) => tx.replace(counters, { id: first.id, value: 2, rev: first.rev }))
    const second = await read()
    expect(second).toStrictEqual({ id: 'a', value: 2, rev: 2 })
    await store().transaction((tx) => tx.remove(counters, second))
    expect(await store().get(counters, 'a')).toBeUndefined()

    async function read() {
      const found = await store().get(counters, 'a')
      if (!found) throw new Error('not there')
      return found
    }
  })

  it('inserts what is absent and says of each document whether it was new', async () => {
    const [old, sameReceipt] = [trip({ receiptNo: 'A' }), trip({ receiptNo: 'A' })]
    expect(await store().insertIfAbsent(trips, [old])).toEqual([true])
    const twice = trip()
    const fresh = Array.from({ length: 20 }, () => trip())
    const answer = await store().insertIfAbsent(trips, [twice, sameReceipt, old, twice, ...fresh])
    expect(answer).toEqual([true, false, false, false, ...fresh.map(() => true)])
    expect(await store().count(trips, 'byTitle', [])).toBe(22)
    expect(await store().insertIfAbsent(trips, [])).toEqual([])
  })

  it('answers when it is asked whether it is there', async () => {
    await expect(store().ping()).resolves.toBeUndefined()
  })

  it('refuses every use once it is closed', async () => {
    await store().close()
    await store().close()
    await expect(store().ping()).rejects.toThrow()
    await expect(store().get(trips, 'a')).rejects.toThrow()
    await expect(store().transaction((tx) => tx.insert(trips, trip()))).rejects.toThrow()
  })
}
