import { expect, it } from 'vitest'
import type { FindOptions, Scalar, Store } from '../../../src/store/index.ts'
import { trip, trips } from '../../support/store-fixtures.ts'

type Index = Parameters<typeof find>[1]

/** As the code points lie; a locale would put เ behind ก, and UTF-16 would put 👍 before ｡. */
const BY_CODE_POINT = ['', '10', '9', 'A', 'a', 'é', 'ก', 'กา', 'ข', 'เก', '๑', '｡', '👍']

export function questions(store: () => Store): void {
  it('refuses what the index cannot answer', async () => {
    const wrong: [Index, Scalar[], FindOptions?][] = [
      ['byNothing' as Index, []],
      ['byTitle', ['a', 'b']],
      ['byTitle', ['a'], { from: 'b' }],
      ['byTitle', [undefined as unknown as string]],
      ['byTitle', [], { limit: -1 }],
    ]
    for (const question of wrong) await expect(ids(...question), JSON.stringify(question)).rejects.toThrow()
  })

  it('orders Thai and other text by code point, both ways', async () => {
    await insert(...BY_CODE_POINT.toReversed().map((title) => trip({ id: `t${title}`, title })))
    const found = await find(store(), 'byTitle', [])
    expect(found.map(({ title }) => title)).toEqual(BY_CODE_POINT)
    const back = await find(store(), 'byTitle', [], { order: 'desc' })
    expect(back.map(({ title }) => title)).toEqual(BY_CODE_POINT.toReversed())
    const between = await find(store(), 'byTitle', [], { from: 'ก', before: 'ข' })
    expect(between.map(({ title }) => title)).toEqual(['ก', 'กา'])
  })

  it('finds through an index of some documents only those, as they are now', async () => {
    await insert(
      trip({ id: 'a', title: 'ก', isDraft: true }),
      trip({ id: 'b', title: 'ข', isDraft: false }),
      trip({ id: 'c', title: 'ค', province: 'น่าน', isDraft: true }),
      trip({ id: 'd', title: 'ง' }),
    )
    expect(await ids('draftsByTitle', [])).toEqual(['a', 'c'])
    expect(await ids('draftsByTitle', [], { from: 'ข' })).toEqual(['c'])
    expect(await ids('ofChiangRai', [2570])).toEqual(['a', 'b', 'd'])
    const draft = await store().get(trips, 'a')
    await store().transaction((tx) => draft && tx.replace(trips, { ...draft, isDraft: false, province: 'น่าน' }))
    expect(await ids('draftsByTitle', [])).toEqual(['c'])
    expect(await store().count(trips, 'ofChiangRai', [2570])).toBe(2)
  })

  it('answers by a prefix, a range on the next field, order and limit', async () => {
    for (const [year, month] of [
      [2569, 3],
      [2570, 1],
      [2570, 2],
      [2570, 3],
      [2571, 1],
    ] as const) {
      const at = new Date(Date.UTC(2027, month, 1))
      await insert(trip({ id: `${year}-${month}`, fiscalYear: year, at }), trip({ province: 'น่าน', fiscalYear: year }))
    }
    const by: Index = 'byProvinceAndYear'
    expect(await ids(by, ['เชียงราย', 2570])).toEqual(['2570-1', '2570-2', '2570-3'])
    expect(await ids(by, ['เชียงราย', 2570], { order: 'desc', limit: 2 })).toEqual(['2570-3', '2570-2'])
    expect(await ids(by, ['เชียงราย'], { from: 2570, before: 2571 })).toEqual(['2570-1', '2570-2', '2570-3'])
    const since = new Date(Date.UTC(2027, 2, 1))
    expect(await ids(by, ['เชียงราย', 2570], { from: since })).toEqual(['2570-2', '2570-3'])
    expect(await ids(by, ['เชียงราย', 2570], { before: since })).toEqual(['2570-1'])
    expect(await ids(by, ['เชียงราย', 2570, since])).toEqual(['2570-2'])
    expect(await ids(by, ['ไม่มี'])).toEqual([])
    expect(await ids(by, [], { limit: 0 })).toEqual([])
    expect(await store().count(trips, by, ['เชียงราย'], { from: 2570 })).toBe(4)
    expect(await store().count(trips, by, [])).toBe(10)
  })

  it('puts those that lack the field first, and equals in the order of their ids', async () => {
    const later = new Date('2027-01-01T00:00:00Z')
    const before1970 = new Date('1932-06-24T00:00:00Z')
    await insert(trip({ id: 'd', at: later }), trip({ id: 'c', at: later }), trip({ id: 'a', at: before1970 }))
    await insert(trip({ id: 'y' }), trip({ id: 'x' }))
    expect(await ids('byTime', [])).toEqual(['x', 'y', 'a', 'c', 'd'])
    expect(await ids('byTime', [], { order: 'desc' })).toEqual(['d', 'c', 'a', 'y', 'x'])
    expect(await ids('byTime', [], { before: later })).toEqual(['a'])
    expect(await ids('byReceipt', [])).toEqual(['a', 'c', 'd', 'x', 'y'])
  })

  it('tells true from false and from not said', async () => {
    await insert(trip({ id: 'a', isDraft: true }), trip({ id: 'b', isDraft: false }), trip({ id: 'c' }))
    expect(await ids('byDraft', [])).toEqual(['c', 'b', 'a'])
    expect(await ids('byDraft', [true])).toEqual(['a'])
    expect(await ids('byDraft', [false])).toEqual(['b'])
  })

  it('takes any number of documents that lack the field of a unique index, and none twice that has it', async () => {
    await insert(trip({ id: 'd' }), trip({ id: 'b' }), trip({ id: 'e', receiptNo: 'R-1' }))
    await insert(trip({ id: 'c', receiptNo: null }), trip({ id: 'a', receiptNo: null }))
    expect(await ids('byReceipt', ['R-1'])).toEqual(['e'])
    expect(await ids('byReceipt', [])).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('goes through 10,000 documents, in order, while others write', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => trip({ title: `ที่ ${String(n).padStart(5, '0')}` }))
    for (let n = 0; n < many.length; n += 1_000) await store().insertIfAbsent(trips, many.slice(n, n + 1_000))
    const seen: string[] = []
    for await (const { title } of store().iterate(trips, 'byTitle', [], { before: 'ย' })) {
      if (seen.length % 5_000 === 500) await insert(trip({ title: `ฮ ${seen.length}` }))
      seen.push(title)
    }
    expect(seen.join()).toBe(many.map(({ title }) => title).join())
    expect(await store().count(trips, 'byTitle', [])).toBe(10_002)
  })

  it('lets go of a long reading that is left early', async () => {
    await insert(...Array.from({ length: 300 }, () => trip()))
    for (let n = 0; n < 20; n += 1) {
      for await (const first of store().iterate(trips, 'byTitle', [])) {
        expect(first.rev).toBe(1)
        break
      }
    }
    await insert(trip({ title: 'หลังจากนั้น' }))
    expect(await store().count(trips, 'byTitle', [])).toBe(301)
  })

  async function insert(...documents: ReturnType<typeof trip>[]): Promise<void> {
    await store().insertIfAbsent(trips, documents)
  }

  async function ids(index: Index, prefix: Scalar[], options?: FindOptions): Promise<string[]> {
    return (await find(store(), index, prefix, options)).map(({ id }) => id)
  }
}

type TripIndex = keyof (typeof trips)['indexes']

function find(store: Store, index: TripIndex, prefix: Scalar[], options?: FindOptions) {
  return store.find(trips, index, prefix, options)
}
