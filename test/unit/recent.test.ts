import { describe, expect, it } from 'vitest'
import { Recent, remembered } from '../../src/recent.ts'

describe('values used lately', () => {
  it('are kept as long as they are asked for, and never more than so many', () => {
    const recent = new Recent<number>(4)
    recent.set('asked for', 0)
    for (let n = 1; n <= 100; n += 1) {
      recent.set(`once ${n}`, n)
      expect(recent.get('asked for')).toBe(0)
    }
    const left = Array.from({ length: 100 }, (_, n) => recent.get(`once ${n + 1}`)).filter(
      (value) => value !== undefined,
    )
    expect(left.length).toBeGreaterThan(0)
    expect(left.length).toBeLessThan(4)
  })

  it('are the last that were set', () => {
    const recent = new Recent<string>(4)
    for (const value of ['ก', 'ข']) {
      recent.set('key', value)
      recent.set(`beside ${value}`, value)
    }
    expect(recent.get('key')).toBe('ข')
  })
})

describe('a function whose results are remembered', () => {
  it('works out the same text once', () => {
    const asked: string[] = []
    const length = remembered((text) => {
      asked.push(text)
      return text.length
    }, 10)
    expect(['จีน', 'ลาว', 'จีน', ''].map(length)).toEqual([3, 3, 3, 0])
    expect(length('')).toBe(0)
    expect(asked).toEqual(['จีน', 'ลาว', ''])
  })

  it('does not keep texts that would fill the memory', () => {
    let times = 0
    const long = 'ก'.repeat(1_001)
    const count = remembered((text) => {
      times += 1
      return text.length
    })
    expect([count(long), count(long)]).toEqual([1_001, 1_001])
    expect(times).toBe(2)
  })
})
