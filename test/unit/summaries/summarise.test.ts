/** The figures, by tables: which pairs count, and under which heading. */
import { describe, expect, it } from 'vitest'
import { Pair } from '../../../src/pairs/index.ts'
import { percentOf, summarise } from '../../../src/summaries/summarise.ts'

const certain = { nameCertainty: 'A', pairCertainty: 'A', asOf: '2026-10-01', source: 'S1', instrument: 'mou' } as const

function pair(id: string, provinceTh: string, countryIso = 'CN', fields: Partial<Pair> = {}): Pair {
  const signed = { status: 'signed', signedByLevel: 'province', signedBe: 2543 } as const
  return Pair.parse({ id, provinceTh, countryIso, partnerTh: `เมือง ${id}`, ...certain, ...signed, ...fields })
}
const report = (pairId: string, startsOn = '2026-11-12', kind = 'education' as const, fiscalYear = 2570) => ({
  pairId,
  startsOn,
  kind,
  fiscalYear,
})
const duty = (pairId: string, status: 'planned' | 'exempt' | 'expected', plannedOn?: string) => ({
  pairId,
  fiscalYear: 2570,
  status,
  plannedOn,
})

const PAIRS = [
  pair('SC101', 'เชียงราย'),
  pair('SC102', 'เชียงใหม่'),
  pair('SC103', 'เชียงใหม่', 'JP'),
  pair('SC104', 'กระบี่', 'JP'),
]

describe('which pairs count', () => {
  it.each([
    ['signed and certain', {}, 1, 0],
    ["on the ministry's list, though doubtful", { listNo: 3, pairCertainty: 'C' }, 1, 0],
    ['signed by a municipality', { signedByLevel: 'municipality' }, 0, 1],
    ['doubtful', { pairCertainty: 'C' }, 0, 1],
    ['not known to be signed', { status: 'unknown' }, 0, 1],
    ['on its way', { status: 'in_progress' }, 0, 0],
    ['signed after the year', { signedOn: '2027-10-02' }, 0, 0],
    ['freed by an admin', { dutyDecision: 'none' }, 0, 0],
    ['doubtful, but decided by an admin', { pairCertainty: 'C', dutyDecision: 'carries' }, 1, 0],
  ] as const)('%s', (_what, fields, counted, uncertain) => {
    const summary = summarise([pair('SC101', 'เชียงราย', 'CN', fields)], [], [], 2570)
    expect([summary.total.pairs, summary.uncertain.length]).toEqual([counted, uncertain])
  })

  it('an exempt one does not, and is named apart', () => {
    const summary = summarise(PAIRS, [], [duty('SC101', 'exempt')], 2570)
    expect(summary.total.pairs).toBe(3)
    expect(summary.exempt.map(({ id }) => id)).toEqual(['SC101'])
    expect(summary.missing.map(({ pair }) => pair.id)).not.toContain('SC101')
  })
})

describe('with and without activity', () => {
  it('a pair is active once, however many reports it has', () => {
    const summary = summarise(PAIRS, [report('SC101'), report('SC101'), report('SC103')], [], 2570)
    expect(summary.total).toEqual({ pairs: 4, active: 2, reports: 3 })
    expect(summary.ratePercent).toBe(50)
    expect(summary.missing.map(({ pair }) => pair.id)).toEqual(['SC104', 'SC102'])
  })

  it('reports of another year, or of pairs that are looked at apart, are in no figure', () => {
    const doubtful = pair('SC105', 'ตาก', 'MM', { pairCertainty: 'C' })
    const reports = [report('SC101', '2026-09-01', 'education', 2569), report('SC105'), report('SC999')]
    const summary = summarise([...PAIRS, doubtful], reports, [], 2570)
    expect(summary.total).toEqual({ pairs: 4, active: 0, reports: 0 })
    expect(summary.byQuarter.map(({ reports: count }) => count)).toEqual([0, 0, 0, 0])
    expect(summary.uncertain).toMatchObject([{ pair: { id: 'SC105' }, reports: 1 }])
  })

  it('a planned date is shown with the pair that has no report yet', () => {
    const summary = summarise(PAIRS, [], [duty('SC101', 'planned', '2027-08-20'), duty('SC102', 'expected')], 2570)
    expect(summary.missing).toContainEqual({ pair: PAIRS[0], plannedOn: '2027-08-20' })
    expect(summary.missing).toContainEqual({ pair: PAIRS[1] })
  })

  it('no pair, no rate', () => {
    expect(summarise([], [], [], 2570)).toMatchObject({ total: { pairs: 0 }, ratePercent: undefined, missing: [] })
  })
})

it('is split by province, country, kind and quarter, and each split adds up', () => {
  const reports = [
    report('SC101', '2026-10-01'),
    report('SC101', '2026-12-31'),
    report('SC103', '2027-01-01'),
    { ...report('SC104', '2027-09-30'), kind: 'culture' as const },
  ]
  const summary = summarise(PAIRS, reports, [], 2570)
  expect(summary.byProvince).toEqual([
    { label: 'กระบี่', pairs: 1, active: 1, reports: 1 },
    { label: 'เชียงราย', pairs: 1, active: 1, reports: 2 },
    { label: 'เชียงใหม่', pairs: 2, active: 1, reports: 1 },
  ])
  expect(summary.byCountry).toEqual([
    { label: 'จีน', pairs: 2, active: 1, reports: 2 },
    { label: 'ญี่ปุ่น', pairs: 2, active: 2, reports: 2 },
  ])
  expect(summary.byKind).toEqual([
    { kind: 'education', reports: 3 },
    { kind: 'culture', reports: 1 },
  ])
  expect(summary.byQuarter.map(({ reports: count }) => count)).toEqual([2, 1, 0, 1])
})

it.each([
  [0, 0, undefined],
  [0, 3, 0],
  [3, 3, 100],
  [1, 3, 33],
  [1, 300, 1],
  [299, 300, 99],
])('%i of %i is %s percent', (part, whole, percent) => {
  expect(percentOf(part, whole)).toBe(percent)
})
