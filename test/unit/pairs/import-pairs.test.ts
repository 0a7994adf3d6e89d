import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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
  expect(plan).toMatchObject({ added: ['SC901'], changed: [{ id: 'SC900', fields: ['status'] }], unchanged: 0 })
  expect(await allPairs(store)).toMatchObject([{ id: 'SC900', status: 'in_progress' }])
})

test('a pair that is missing from the file stays', async () => {
  await importPairs(store, [nan], now)
  await importPairs(store, [{ ...nan, id: 'SC901' }], later)
  expect((await allPairs(store)).map(({ id }) => id)).toEqual(['SC900', 'SC901'])
})

test('the same file twice changes nothing the second time', async () => {
  await importPairs(store, [nan], now)
  expect(await importPairs(store, [nan], later)).toMatchObject({ added: [], changed: [], unchanged: 1 })
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

describe('what an admin wrote in the chat', () => {
  const edit = { field: 'status', source: 'หนังสือ มท 0204.1/1', asOf: '2026-11-25', on: '2026-12-01' }
  const written: Pair = { ...nan, status: 'signed', chatEdits: [edit] }

  test('is not undone by a file that is older: the difference is told, the rest of the row is taken', async () => {
    await importPairs(store, [written], now)
    const plan = await importPairs(store, [{ ...nan, asOf: '2026-11-30', note: 'ใหม่' }], later)
    expect(plan.changed).toMatchObject([{ id: 'SC900', fields: ['asOf', 'note'], overruled: [] }])
    expect(plan.conflicts).toMatchObject([
      { id: 'SC900', field: 'status', kept: 'signed', refused: 'in_progress', edit },
    ])
    expect(await pairById(store, 'SC900')).toMatchObject({ status: 'signed', note: 'ใหม่', chatEdits: [edit] })
  })

  test('stays however often the shipped file is read again', async () => {
    await importPairs(store, [written], now)
    await importPairs(store, [nan], later)
    expect(await importPairs(store, [nan], later)).toMatchObject({ changed: [], conflicts: [{ field: 'status' }] })
    expect(await pairById(store, 'SC900')).toMatchObject({ status: 'signed' })
  })

  test('gives way to a row that speaks of a later day than its source and its writing, and that is told', async () => {
    await importPairs(store, [written], now)
    const plan = await importPairs(store, [{ ...nan, asOf: '2026-12-02' }], later)
    expect(plan).toMatchObject({ changed: [{ id: 'SC900', overruled: ['status'] }], conflicts: [] })
    expect(await pairById(store, 'SC900')).toMatchObject({ status: 'in_progress', chatEdits: [] })
  })

  test('a row that an admin has withdrawn does not come back', async () => {
    const gone = { why: 'mistaken', reason: 'ลงผิด', on: '2026-12-01' } as const
    await importPairs(store, [{ ...nan, withdrawn: gone }], now)
    expect(await importPairs(store, [nan], later)).toMatchObject({ added: [], changed: [], withdrawn: ['SC900'] })
    expect(await allPairs(store)).toEqual([])
  })
})

test('a new row whose partner looks like one the province has is told, in another province it is not', async () => {
  await importPairs(store, [nan], now)
  const row = { ...nan, partnerTh: 'หลวงพะบาง' }
  const plan = await planImport(store, [
    { ...row, id: 'SC901' },
    { ...row, id: 'SC902', provinceTh: 'เพชรบูรณ์' },
  ])
  expect(plan.alike).toEqual([{ id: 'SC901', to: ['SC900'] }])
})
