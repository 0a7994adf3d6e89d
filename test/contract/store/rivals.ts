import { expect, it } from 'vitest'
import { Conflict, DuplicateKey, retryOnConflict, type Store } from '../../../src/store/index.ts'
import { counters, trip, trips } from '../../support/store-fixtures.ts'

export function rivals(store: () => Store): void {
  it('gives a unique key to exactly one of many who want it at once, and loses no neighbour', async () => {
    const wanting = Array.from({ length: 20 }, () =>
      store().transaction((tx) => tx.insert(trips, trip({ receiptNo: 'R-1' }))),
    )
    const others = Array.from({ length: 20 }, () => store().transaction((tx) => tx.insert(trips, trip())))
    const outcomes = await Promise.allSettled(wanting)
    await Promise.all(others)
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason)
    expect(refused).toHaveLength(19)
    for (const reason of refused) expect(reason).toBeInstanceOf(DuplicateKey)
    expect(await store().count(trips, 'byTitle', [])).toBe(21)
  })

  it('lets exactly one of many replace what all of them read', async () => {
    await store().transaction((tx) => tx.insert(counters, { id: 'a', value: 0 }))
    const read = await store().get(counters, 'a')
    if (!read) throw new Error('not there')
    const rivalling = ['ก', 'ข', 'ค', 'ง', 'จ'].map((by) =>
      store().transaction((tx) => tx.replace(counters, { ...read, by })),
    )
    const outcomes = await Promise.allSettled(rivalling)
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused).toHaveLength(4)
    for (const { reason } of refused) expect(reason).toBeInstanceOf(Conflict)
    expect((await store().get(counters, 'a'))?.rev).toBe(2)
  })

  it('rejects one of two who each rely on what the other changes', async () => {
    await store().transaction((tx) => {
      tx.insert(counters, { id: 'a', value: 1 })
      tx.insert(counters, { id: 'b', value: 1 })
    })
    const [a, b] = [await store().get(counters, 'a'), await store().get(counters, 'b')]
    if (!a || !b) throw new Error('not there')
    const outcomes = await Promise.allSettled([
      store().transaction((tx) => {
        tx.expect(counters, a)
        tx.replace(counters, { ...b, value: 0 })
      }),
      store().transaction((tx) => {
        tx.expect(counters, b)
        tx.replace(counters, { ...a, value: 0 })
      }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const values = [await store().get(counters, 'a'), await store().get(counters, 'b')].map((found) => found?.value)
    expect(values.toSorted()).toEqual([0, 1])
  })

  it('lets many rely on the same document at once', async () => {
    await store().transaction((tx) => tx.insert(counters, { id: 'a', value: 1 }))
    const a = await store().get(counters, 'a')
    if (!a) throw new Error('not there')
    const relying = Array.from({ length: 10 }, (_, n) =>
      store().transaction((tx) => {
        tx.expect(counters, a)
        tx.insert(counters, { id: `n-${n}`, value: n })
      }),
    )
    await expect(Promise.all(relying)).resolves.toHaveLength(10)
  })

  it('decides again on fresh documents, as often as is allowed', async () => {
    await store().transaction((tx) => tx.insert(counters, { id: 'a', value: 0 }))
    const raise = () =>
      store().transaction(async (tx) => {
        const counter = await tx.get(counters, 'a')
        if (counter) tx.replace(counters, { ...counter, value: counter.value + 1 })
      })
    await Promise.all(Array.from({ length: 8 }, () => retryOnConflict(raise, 100)))
    expect((await store().get(counters, 'a'))?.value).toBe(8)

    let tries = 0
    const hopeless = retryOnConflict(async () => {
      tries += 1
      throw new Conflict('counters', 'a')
    }, 3)
    await expect(hopeless).rejects.toThrow(Conflict)
    expect(tries).toBe(3)
  })
}
