/**
 * A program of its own on a store, for the tests that need a second process: `node store-writer.ts JOB OPTIONS [TIMES]`.
 * 'halves' writes pairs of documents until it is killed and prints the number of each that was acknowledged; 'count'
 * raises one counter so many times, among others that do the same.
 */
import { writeSync } from 'node:fs'
import { openStore, retryOnConflict, type Store, type StoreOptions } from '../../src/store/index.ts'
import { counters, fixtures, halves } from './store-fixtures.ts'

const [job, options = '', times = '0'] = process.argv.slice(2)
const store = await openStore(JSON.parse(options) as StoreOptions, fixtures)

if (job === 'halves') await Promise.all([0, 1, 2, 3].map((lane) => writeHalves(store, lane)))
if (job === 'count') for (let n = 0; n < Number(times); n += 1) await raise(store)
await store.close()

async function writeHalves(into: Store, lane: number): Promise<void> {
  for (let number = lane; ; number += 4) {
    await into.transaction((tx) => {
      tx.insert(halves, { id: `left-${number}`, side: 'left', number })
      tx.insert(halves, { id: `right-${number}`, side: 'right', number })
    })
    writeSync(1, `${number}\n`)
  }
}

async function raise(within: Store): Promise<void> {
  const once = () =>
    within.transaction(async (tx) => {
      const counter = await tx.get(counters, 'shared')
      if (counter) tx.replace(counters, { ...counter, value: counter.value + 1 })
      else tx.insert(counters, { id: 'shared', value: 1 })
    })
  await retryOnConflict(once, 1_000)
}
