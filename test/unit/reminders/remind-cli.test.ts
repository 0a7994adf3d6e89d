/** The arguments of `npm run remind` and its answer in words. */
import { describe, expect, it } from 'vitest'
import { SetupError } from '../../../src/errors.ts'
import { formatSweep, parseRemindArgs } from '../../../src/reminders/index.ts'

describe('arguments', () => {
  it.each([[['--as-of', '2027-02-30']], [['--as-of', 'tomorrow']], [['--nonsense']], [['--as-of']], [['2027-09-01']]])(
    '%j are refused in one line',
    (args) => {
      expect(() => parseRemindArgs(args)).toThrow(SetupError)
    },
  )

  it('are all read, and none is needed', () => {
    expect(parseRemindArgs(['--as-of', '2027-09-01', '--dry-run', '--json'])).toEqual({
      asOf: '2027-09-01',
      dryRun: true,
      json: true,
    })
    expect(parseRemindArgs([])).toEqual({ dryRun: false, json: false })
  })
})

it('the answer names who would get what, and why others do not', () => {
  const text = formatSweep({
    asOf: '2027-09-01',
    dryRun: true,
    messages: [
      {
        personId: 'p1',
        audience: 'officer',
        ruleId: 'officer-september',
        pairIds: ['SC101', 'SC102'],
        result: 'would-store',
      },
    ],
    skipped: [{ pairId: 'SC103', ruleId: 'officer-september', reason: 'no-officer' }],
  })
  expect(text).toContain('would remind officer p1 (officer-september): SC101, SC102')
  expect(text).toContain('skips SC103 (officer-september): no officer of the province is registered')
  expect(text).toContain('1 messages, 1 skipped')
})
