/** The questions of a report, one by one: nothing that is typed breaks them, and what they take stays through a new version. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advance, begin, type Given, type Json } from '../../../src/dialogs/index.ts'
import { reportDialog } from '../../../src/reports/report-dialog.ts'
import { REGISTER, START } from './officers.ts'

const NOW = new Date(START)
const dialog = reportDialog(REGISTER.filter((pair) => pair.provinceTh === 'เชียงราย'))
const context = { answers: {}, now: NOW }

const typed = fc.oneof(
  fc.constantFrom(
    '12-14 พ.ย. 69',
    '๕๐,๐๐๐ บาท',
    '30 คน',
    'อื่น ๆ ประกวด',
    'ยูนนาน',
    'ไม่มี',
    'เสร็จแล้ว',
    'ไปเยือน',
    'ก'.repeat(5000),
  ),
  fc.string({ unit: 'grapheme' }),
)
const givens: fc.Arbitrary<Given> = fc.oneof(
  typed.map((text) => ({ kind: 'text' as const, text })),
  typed.map((day) => ({ kind: 'day' as const, day })),
  fc.constant({ kind: 'day' as const, day: '2026-11-12' }),
  fc.constant({ kind: 'files' as const, files: [{ messageId: '1', kind: 'image' as const }] }),
)

describe.each(dialog.steps.filter((step) => !step.carried))('the question of $label', (step) => {
  it('takes an answer that it can show, or says with a sentence why not', () => {
    fc.assert(
      fc.property(givens, (given) => {
        const parsed = step.parse(given, context)
        if (parsed.ok) expect(step.show(parsed.value, context).trim()).not.toBe('')
        else expect(parsed.say.length).toBeGreaterThan(15)
      }),
      { numRuns: 200 },
    )
  })

  it('can be asked with labels that fit a button and values that fit its data', () => {
    for (const choice of step.ask(context).choices ?? []) {
      expect(Array.from(new Intl.Segmenter('th').segment(choice.label)).length).toBeLessThanOrEqual(20)
      expect(choice.value.length).toBeLessThanOrEqual(60)
    }
  })
})

it('a whole draft is continued after a new version of the dialog, with every answer', () => {
  const given: Record<string, Json> = {
    pair: 'SC101',
    title: 'แลกเปลี่ยนเยาวชน ครั้งที่ 3',
    kind: 'other:ประกวดภาพถ่าย',
    date: { from: '2026-09-28', to: '2026-10-03' },
    form: 'online',
    place: 'Zoom',
    result: 'ได้แลกเปลี่ยนวัฒนธรรม\nและได้เพื่อนใหม่',
    more: 'yes',
    partners: 'หอการค้าจังหวัด',
    participants: 1500,
    budget: 50000.5,
    budgetSource: 'งบส่วนตัว',
    obstacle: 'other:ด่านปิด',
    nextPlan: 'เยือนกลับ',
    files: [{ messageId: '1', kind: 'image' }],
  }
  const draft = begin(dialog, { nonce: 'n', given, now: NOW })
  const { state } = advance({ ...dialog, version: 2 }, draft, { kind: 'resume' }, NOW)
  expect(state).toMatchObject({ version: 2, asking: 'review' })
  expect(state.answers).toEqual(draft.answers)
})
