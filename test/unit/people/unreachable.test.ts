/** Somebody whom LINE no longer delivers to: reminders look for others, and admins learn it when there are none. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EnqueuePush, Push } from '../../../src/bot/types.ts'
import { pairCollections } from '../../../src/pairs/index.ts'
import {
  noteUnreachable,
  people,
  peopleCollections,
  peopleFeature,
  registerPersona,
} from '../../../src/people/index.ts'
import { type Bench, openBench } from '../../support/feature-bench.ts'

let bench: Bench
let pushed: Push[]
const enqueuePush: EnqueuePush = (_tx, push) => void pushed.push(push)

beforeEach(async () => {
  bench = await openBench([peopleFeature], [...pairCollections, ...peopleCollections], '2026-11-21T02:00:00Z')
  pushed = []
  const add = (userId: string, role: 'officer' | 'admin', provinces: string[]) =>
    registerPersona(bench.store, { userId, role, provinces, name: userId, position: 'x', now: bench.clock.now() })
  await add('Uone', 'officer', ['น่าน'])
  await add('Utwo', 'officer', ['น่าน'])
  await add('Uadmin', 'admin', [])
})
afterEach(() => bench.close())

const goes = (userId: string) => noteUnreachable({ store: bench.store, enqueuePush }, userId, bench.clock.now())

test('while a colleague can be written to, nobody is told', async () => {
  await goes('Uone')
  expect(pushed).toEqual([])
  expect(await bench.store.find(people, 'byUserId', ['Uone'])).toMatchObject([{ blocked: true }])
})

test('when the last one is gone the admins are told once, however often messages come back', async () => {
  await goes('Uone')
  await goes('Utwo')
  await goes('Utwo')
  expect(pushed).toMatchObject([{ userId: 'Uadmin' }])
  expect(JSON.stringify(pushed)).toContain('จังหวัดนี้ไม่มีผู้รับ: น่าน')
})

test('who is not registered is noted, and nobody is told', async () => {
  await goes('Ustranger')
  expect(pushed).toEqual([])
})
