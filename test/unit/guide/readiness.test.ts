import { describe, expect, test } from 'vitest'
import { loadSources } from '../../../src/guide/entry.ts'
import { KNOWLEDGE_FOLDER } from '../../../src/guide/guide.ts'
import { readinessDialog } from '../../../src/guide/readiness/dialog.ts'
import { judge, POINTS } from '../../../src/guide/readiness/judge.ts'
import { showVerdict } from '../../../src/guide/readiness/show-verdict.ts'
import { composeReplies } from '../../../src/line/index.ts'
import { createLog } from '../../../src/log.ts'

const sources = loadSources(KNOWLEDGE_FOLDER)
const ready = { body: 'province', level: 'equal', ...Object.fromEntries(POINTS.map((point) => [point, 'yes'])) }

describe('who cannot', () => {
  test.each(['lao', 'bangkok', 'other'])('%s: whatever else is answered', (body) => {
    expect(judge({ ...ready, body }).kind).toBe('cannot')
  })

  test('a local body hears the rule, the other framework, that nothing binds the government, and whom to ask', () => {
    const { reasons, ask } = judge({ body: 'lao' })
    const said = reasons.map(({ text }) => text).join('\n')
    expect(said).toMatch(/ระดับจังหวัดเท่านั้น[\s\S]*กรอบความร่วมมืออื่น[\s\S]*มิได้มีผลผูกพันรัฐบาลไทย[\s\S]*สถ\. กำหนด/)
    expect(ask.join()).toContain('กรมส่งเสริมการปกครองท้องถิ่น')
  })
})

describe('a province', () => {
  test.each([...POINTS, 'level'])('lacks what is not there, or not sure: %s', (point) => {
    for (const answer of ['no', 'unsure', 'lower', undefined]) {
      const verdict = judge({ ...ready, [point]: answer as string })
      expect(verdict.kind).toBe('lacks')
      expect(verdict.missing).toHaveLength(1)
    }
  })

  test('meets what the documents ask for only with all of it', () => {
    expect(judge(ready)).toMatchObject({ kind: 'meets', missing: [] })
    expect(judge({ body: 'province:เชียงราย' }).missing).toHaveLength(POINTS.length + 1)
  })
})

test('every reason names a document that there is, and each verdict fits a card and can be forwarded as text', () => {
  const problems: unknown[] = []
  const log = createLog('silent')
  const strict = { ...log, error: (details: unknown) => void problems.push(details) } as typeof log
  for (const answers of [ready, { body: 'province' }, { body: 'lao' }, { body: 'bangkok' }, { body: 'other' }]) {
    const replies = showVerdict(judge(answers), { what: 'จังหวัด กับ มณฑลยูนนาน', day: '2026-11-20' }, sources)
    expect(composeReplies(replies, { log: strict }).map(({ type }) => type)).toEqual(['flex', 'text'])
  }
  expect(problems).toEqual([])
})

test('whoever types in their own words is understood, and never guessed at', () => {
  const parse = (id: string, text: string) =>
    readinessDialog.steps
      .find((step) => step.id === id)
      ?.parse({ kind: 'text', text }, { answers: {}, now: new Date(0) })
  expect(parse('body', 'อบจ.เชียงราย')).toMatchObject({ value: 'lao' })
  expect(parse('body', 'จ.เชียงราย')).toMatchObject({ value: 'province:เชียงราย' })
  expect(parse('body', 'สมุทร')).toMatchObject({ ok: false })
  expect(parse('level', 'เทศบาลนคร')).toMatchObject({ value: 'lower' })
  expect(parse('level', 'แขวง')).toMatchObject({ ok: false })
  expect(parse('plan', 'ยังไม่แน่ใจครับ')).toMatchObject({ value: 'unsure' })
  expect(parse('plan', 'ไม่มี')).toMatchObject({ value: 'no' })
})
