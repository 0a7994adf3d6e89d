import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  allPairs,
  fillEmptyRegister,
  importPairs,
  type Pair,
  pairById,
  pairs,
  planImport,
} from '../../../src/pairs/index.ts'
import { openStore, type Store } from '../../../src/store/index.ts'

const now = new Date('2026-11-20T02:00:00Z')
const later = new Date('2027-01-05T02:00:00Z')
const nan: Pair = {
  id: 'SC900',
  provinceTh: 'น่าน',
  partnerTh: 'หลวงพระบาง',
  countryIso: 'LA',
  status: 'in_progress',
  instrument: 'unknown',
  signedByLevel: 'unknown',
  nameCertainty: 'A',
  pairCertainty: 'B',
  asOf: '2026-11-20',
  source: 'test',
}

let folder: string
let store: Store
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pairs-'))
  store = await openStore({ sqliteFile: join(folder, 'store.db') }, [pairs])
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

test('a plan says what would change and changes nothing', async () => {
  await importPairs(store, [nan], now)
  const plan = await planImport(store, [
    { ...nan, status: 'signed' },
    { ...nan, id: 'SC901' },
  ])
  expect(plan).toEqual({ added: ['SC901'], changed: [{ id: 'SC900', fields: ['status'] }], unchanged: 0 })
  expect(await allPairs(store)).toMatchObject([{ id: 'SC900', status: 'in_progress' }])
})

test('a pair that is missing from the file stays', async () => {
  await importPairs(store, [nan], now)
  await importPairs(store, [{ ...nan, id: 'SC901' }], later)
  expect((await allPairs(store)).map(({ id }) => id)).toEqual(['SC900', 'SC901'])
})

test('the same file twice changes nothing the second time', async () => {
  await importPairs(store, [nan], now)
  expect(await importPairs(store, [nan], later)).toEqual({ added: [], changed: [], unchanged: 1 })
  expect(await pairById(store, 'SC900')).toMatchObject({ importedAt: now, rev: 1 })
})

test("an admin's decision on the duty outlives an import", async () => {
  await importPairs(store, [{ ...nan, dutyDecision: 'none' }], now)
  await importPairs(store, [{ ...nan, status: 'signed' }], later)
  expect(await pairById(store, 'SC900')).toMatchObject({ status: 'signed', dutyDecision: 'none' })
})

test('an empty register is filled from the shipped rows, any other is left alone', async () => {
  await fillEmptyRegister(store, now)
  expect(await allPairs(store)).toHaveLength(72)
  const first = await pairById(store, 'SC001')
  if (!first) throw new Error('SC001 is not there')
  await store.transaction((tx) => tx.remove(pairs, first))
  await fillEmptyRegister(store, later)
  expect(await pairById(store, 'SC001')).toBeUndefined()
})
