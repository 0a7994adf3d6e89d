/** What an invitation may be made for, and what its code looks like. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SetupError } from '../../../src/errors.ts'
import { invitations, makeInvitation, peopleCollections, peopleFeature } from '../../../src/people/index.ts'
import { readCode } from '../../../src/people/invitations.ts'
import { type Bench, openBench } from '../../support/feature-bench.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench([peopleFeature], peopleCollections, '2026-11-21T02:00:00Z')
})
afterEach(() => bench.close())

const make = (role: string, provinces: string[]) =>
  makeInvitation(bench.store, { role, provinces, now: bench.clock.now() })

describe('is refused in one line, and nothing is stored', () => {
  it.each([
    ['governor', ['เชียงราย'], 'officer, backup, supervisor or admin'],
    ['officer', [], 'at least one --province'],
    ['supervisor', [], 'at least one --province'],
    ['admin', ['เชียงราย'], 'takes no --province'],
    ['officer', ['กรุงเทพมหานคร'], 'not one of the 76'],
    ['officer', ['ลอนดอน'], 'not one of the 76'],
    ['officer', ['เพชร'], 'เพชรบุรี'],
  ])('%s of %j: %s', async (role, provinces, says) => {
    const error = await make(role, provinces).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(SetupError)
    expect((error as SetupError).message).toContain(says)
    expect((error as SetupError).problems).toHaveLength(1)
    expect(await bench.store.find(invitations, 'byCodeHash', [])).toEqual([])
  })
})

it('is for the provinces that were meant, each once, for fourteen days', async () => {
  const invitation = await make('officer', ['โคราช', 'นครราชสีมา', 'เชียงราย'])
  expect(invitation).toMatchObject({ role: 'officer', provinces: ['นครราชสีมา', 'เชียงราย'] })
  expect(invitation.expiresAt).toEqual(new Date('2026-12-05T02:00:00Z'))
})

it('has a code that cannot be misheard, two groups of four', async () => {
  const codes = await Promise.all(Array.from({ length: 10 }, () => make('admin', [])))
  for (const { code } of codes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/)
  expect(new Set(codes.map(({ code }) => code)).size).toBe(10)
})

it.each([
  ['k7qm 4rxt', 'K7QM-4RXT'],
  ['K7QM–4RXT', 'K7QM-4RXT'],
  ['K7QM4RX', undefined],
  ['K7QM-4RX0', undefined],
])('reads %s as %s', (typed, code) => {
  expect(readCode(typed)).toBe(code)
})
