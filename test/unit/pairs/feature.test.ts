import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Turn } from '../../../src/bot/types.ts'
import { fillEmptyRegister, type PairState, pairs, pairsFeature } from '../../../src/pairs/index.ts'
import { openStore, type Store } from '../../../src/store/index.ts'

const now = new Date('2026-11-20T02:00:00Z')
let folder: string
let store: Store
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pairs-'))
  store = await openStore({ sqliteFile: join(folder, 'store.db') }, [pairs])
  await fillEmptyRegister(store, now)
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

async function ask(actor?: Partial<Actor>, states: Record<string, PairState> = {}) {
  const feature = pairsFeature({
    stateOf: async () => new Map(Object.entries(states)),
    refused: (_turn, { say }) => ({ replies: [{ kind: 'text', text: say }] }),
  })
  const command = feature.commands?.[0]
  const turn = { now, read: store, memory: {}, userId: 'U1', actor, event: {} } as unknown as Turn
  const { replies } = (await command?.run(turn, command.match('คู่ของฉัน'))) ?? { replies: [] }
  return replies
}

const officer = { role: 'officer', provinces: ['เชียงราย'] } as const

test('a guest sees no pairs, and hears what can be asked', async () => {
  expect(await ask()).toEqual([{ kind: 'text', text: expect.stringMatching(/ลงทะเบียน[\s\S]*เชียงใหม่มีคู่กับเมืองไหนบ้าง/) }])
})

test('an officer sees the pairs of the own province and no other', async () => {
  const [reply] = await ask(officer)
  expect(reply).toMatchObject({ card: 'pairs' })
  expect(JSON.stringify(reply)).toContain('เชียงราย – มณฑลยูนนาน')
  expect(JSON.stringify(reply)).not.toContain('เชียงใหม่ –')
})

test('a pair without a report is worded as a report that is not found, never as no activity', async () => {
  expect(JSON.stringify(await ask(officer))).toMatch(/ยังไม่พบรายงานกิจกรรมในระบบ/)
})

test('reports and planned dates of this fiscal year are shown', async () => {
  const shown = JSON.stringify(
    await ask(officer, { SC101: { reports: 2 }, SC014: { reports: 0, plannedOn: '2027-03-01' } }),
  )
  expect(shown).toContain('มีรายงานแล้ว 2 กิจกรรม')
  expect(shown).toContain('แจ้งกำหนดจัดไว้ 1 มี.ค. 2570')
  expect(shown).toContain('ปีงบประมาณ 2570')
})

test('an officer opens the report from the row, a supervisor only looks', async () => {
  expect(JSON.stringify(await ask(officer))).toContain('a=report&pair=SC101')
  expect(JSON.stringify(await ask({ role: 'supervisor', provinces: ['เชียงราย'] }))).not.toContain('a=report')
})

test('a province without pairs in the register is told so', async () => {
  expect(await ask({ role: 'officer', provinces: ['พังงา'] })).toEqual([
    { kind: 'text', text: expect.stringContaining('ไม่พบคู่ของจังหวัดพังงา') },
  ])
})
