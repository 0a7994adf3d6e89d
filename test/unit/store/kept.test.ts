/** A kept collection is read once, however many ask for it at the same time. */
import { describe, expect, it } from 'vitest'
import { KeptCollections } from '../../../src/store/kept.ts'
import { places } from '../../support/store-fixtures.ts'

const place = { id: 'p1', name: 'คุนหมิง', rev: 1 }

describe('a kept collection', () => {
  it('is read once for all who ask while it is being read, and again when its counter has moved', async () => {
    const kept = new KeptCollections()
    let loads = 0
    let count = 1
    const ask = () =>
      kept.all(
        places,
        async () => count,
        async () => {
          loads += 1
          return [place]
        },
      )
    const all = await Promise.all(Array.from({ length: 50 }, ask))
    expect(loads).toBe(1)
    expect(new Set(all).size).toBe(1)
    count = 2
    expect(await ask()).not.toBe(all[0])
    expect(loads).toBe(2)
  })

  it('is read again after a reading that failed', async () => {
    const kept = new KeptCollections()
    const ask = (load: () => Promise<(typeof place)[]>) => kept.all(places, async () => 1, load)
    const failing = () => ask(() => Promise.reject(new Error('no primary')))
    await expect(Promise.allSettled([failing(), failing()])).resolves.toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
    ])
    expect(await ask(async () => [place])).toEqual([place])
  })
})
