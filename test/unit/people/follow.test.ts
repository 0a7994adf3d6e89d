/** Following, blocking, following again; and what the register answers about people. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  activePeople,
  admins,
  contacts,
  hasBlocked,
  officersOf,
  people,
  peopleCollections,
  peopleFeature,
  registerPersona,
  supervisorsOf,
  whoIs,
} from '../../../src/people/index.ts'
import { type Bench, openBench } from '../../support/feature-bench.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench([peopleFeature], peopleCollections, '2026-11-21T02:00:00Z')
})
afterEach(() => bench.close())

const persona = (userId: string, role: 'officer' | 'supervisor' | 'admin', provinces: string[]) =>
  registerPersona(bench.store, {
    userId,
    role,
    provinces,
    name: `ชื่อ ${userId}`,
    position: 'ตำแหน่ง',
    now: bench.clock.now(),
  })

describe('a guest', () => {
  it('is greeted with the privacy notice and the menu', async () => {
    const { text, replies } = await bench.phone('U1').follows()
    expect(text).toContain('PDPA')
    expect(text).toContain('ขั้นตอน')
    expect(replies.at(-1)).toMatchObject({ kind: 'card', card: 'menu' })
  })

  it('is not written to after blocking, and is again after following again, as one contact', async () => {
    const guest = bench.phone('U1')
    await guest.follows()
    expect((await guest.blocks()).replies).toEqual([])
    expect(await hasBlocked(bench.store, 'U1')).toBe(true)
    await guest.follows()
    expect(await hasBlocked(bench.store, 'U1')).toBe(false)
    expect(await bench.store.get(contacts, 'U1')).toMatchObject({ firstSeenAt: new Date('2026-11-21T02:00:00Z') })
  })

  it('is nobody in the register, and sees that nothing but the user id is kept', async () => {
    expect(await whoIs(bench.store, 'U1')).toBeUndefined()
    expect((await bench.phone('U1').says('ข้อมูลของฉัน')).text).toContain('ยังไม่ได้ลงทะเบียน')
  })
})

describe('an officer', () => {
  beforeEach(() => persona('U1', 'officer', ['เชียงราย']))

  it('stays registered through blocking and comes back as one person', async () => {
    const officer = bench.phone('U1')
    await officer.blocks()
    expect(await officersOf(bench.store, 'เชียงราย')).toMatchObject([{ blocked: true, status: 'active' }])
    expect((await officer.follows()).text).toContain('สิทธิเดิมยังอยู่: เจ้าหน้าที่จังหวัด (เชียงราย)')
    expect(await officersOf(bench.store, 'เชียงราย')).toMatchObject([{ blocked: false }])
  })

  it('who has left is a guest', async () => {
    const [person] = await activePeople(bench.store)
    await bench.store.transaction((tx) => {
      if (person) tx.replace(people, { ...person, status: 'left' })
    })
    expect(await whoIs(bench.store, 'U1')).toBeUndefined()
    expect(await officersOf(bench.store, 'เชียงราย')).toEqual([])
  })
})

it('people are found by role and province', async () => {
  await persona('U1', 'officer', ['เชียงราย', 'พะเยา'])
  await persona('U2', 'officer', ['เชียงใหม่'])
  await persona('U3', 'supervisor', ['พะเยา'])
  await persona('U4', 'admin', [])
  const ids = (found: { userId: string }[]) => found.map(({ userId }) => userId)
  expect(ids(await officersOf(bench.store, 'พะเยา'))).toEqual(['U1'])
  expect(ids(await officersOf(bench.store, 'น่าน'))).toEqual([])
  expect(ids(await supervisorsOf(bench.store, 'พะเยา'))).toEqual(['U3'])
  expect(ids(await admins(bench.store))).toEqual(['U4'])
})

it('a persona is registered once, however often and at the same time', async () => {
  await Promise.all([1, 2, 3].map(() => persona('U1', 'officer', ['เชียงราย'])))
  await persona('U1', 'admin', [])
  expect(await activePeople(bench.store)).toMatchObject([{ role: 'officer' }])
})
