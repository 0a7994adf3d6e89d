/** Who is taken for gone, and who is not, whatever the clocks say. */
import { beforeEach, describe, expect, test } from 'vitest'
import { createRollCall, type RollCall } from '../../../src/bot/roll-call.ts'

interface Entry {
  readonly id: string
  readonly rev: number
}

let dead: Set<string>
let ours: RollCall<Entry>
let rev: Map<string, number>

beforeEach(() => {
  dead = new Set()
  rev = new Map()
  ours = createRollCall('ours', ({ id }) => dead.has(id))
})

/** We look, and these have said since the last look that they are alive; the others' records are as they were. */
function looks(...beating: string[]): void {
  for (const id of ['ours', ...beating]) rev.set(id, (rev.get(id) ?? 0) + 1)
  ours.look()([...rev].map(([id, at]) => ({ id, rev: at })))
}

function looksOften(times: number, ...beating: string[]): void {
  for (let n = 0; n < times; n += 1) looks(...beating)
}

describe('a process is gone', () => {
  test('when it has not changed its record for six looks', () => {
    looks('other')
    looksOften(5)
    expect(ours.isGone('other')).toBe(false)
    looks()
    expect(ours.isGone('other')).toBe(true)
  })

  test('at once, when it is seen to be dead', () => {
    looks('other')
    dead.add('other')
    looks()
    expect(ours.isGone('other')).toBe(true)
  })

  test('at once, when it took its record back', () => {
    looks('other')
    rev.delete('other')
    looks()
    expect(ours.isGone('other')).toBe(true)
  })

  test('when a look that began after the question does not show it', () => {
    looks()
    expect(ours.isGone('before our time')).toBe(false)
    looks()
    expect(ours.isGone('before our time')).toBe(true)
  })
})

describe('a process is not gone', () => {
  test('that joined after our last look and has claimed something already', () => {
    looks()
    expect(ours.isGone('new')).toBe(false)
    looks('new')
    expect(ours.isGone('new')).toBe(false)
  })

  test('that joined while we were looking: that look proves nothing', () => {
    looks()
    const take = ours.look()
    expect(ours.isGone('new')).toBe(false)
    take([{ id: 'ours', rev: 2 }])
    expect(ours.isGone('new')).toBe(false)
  })

  test('because we hung ourselves: looks count, and not time', () => {
    looks('other')
    looksOften(3, 'other')
    expect(ours.isGone('other')).toBe(false)
  })

  test('any more, when it wakes after it had been given up, though its record was removed', () => {
    looks('other')
    looksOften(6)
    rev.delete('other')
    looks()
    expect(ours.isGone('other')).toBe(true)
    looks('other')
    expect(ours.isGone('other')).toBe(false)
  })

  test('if it is ourselves', () => {
    dead.add('ours')
    looks()
    expect(ours.isGone('ours')).toBe(false)
  })
})

describe('who is known to whom', () => {
  test('alone is who sees nobody else that works', () => {
    looks()
    expect(ours.isAlone()).toBe(true)
    looks('other')
    expect(ours.isAlone()).toBe(false)
    looksOften(6)
    expect(ours.isAlone()).toBe(true)
  })

  test('all know of us when each has looked since, and that shows with its second beat', () => {
    looks('other')
    expect(ours.isKnownToAll()).toBe(false)
    looks('other')
    expect(ours.isKnownToAll()).toBe(false)
    looks('other')
    expect(ours.isKnownToAll()).toBe(true)
  })

  test('nobody waits for one that hangs longer than it takes to be given up', () => {
    looksOften(2, 'other')
    expect(ours.isKnownToAll()).toBe(false)
    looksOften(6)
    expect(ours.isKnownToAll()).toBe(true)
  })
})
