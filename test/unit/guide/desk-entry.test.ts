import { describe, expect, test } from 'vitest'
import { answerDialog } from '../../../src/guide/desk/answer-dialog.ts'
import { buildEntry } from '../../../src/guide/desk/build-entry.ts'
import { anEntry } from './entries.ts'

const now = new Date('2026-11-20T02:00:00Z')

function parse(stepId: string, text: string) {
  const step = answerDialog.steps.find(({ id }) => id === stepId)
  if (!step) throw new Error(`no step ${stepId}`)
  return step.parse({ kind: 'text', text }, { answers: {}, now })
}

describe('an admin cannot write', () => {
  test.each([
    ['short', 'สั้นไป'],
    ['short', 'ก'.repeat(601)],
    ['short', 'โทร 08-1234-5678 หาผู้รับผิดชอบได้'],
    ['short', 'ติดต่อ ๐๘๑ ๒๓๔ ๕๖๗๘ ได้ทุกวัน'],
    ['body', 'ความตกลงของ อปท. มีได้มีผลผูกพันรัฐบาลไทย'],
    ['documentDate', '31 ก.ย. 2569'],
    ['documentDate', 'เมื่อนานมาแล้ว'],
    ['documentDate', '1 ธ.ค. 2569'],
    ['holdsFrom', '19 พ.ย. 2569'],
    ['holdsFrom', '1–3 ม.ค. 2570'],
    ['phrasings', 'ก\nข'],
  ])('as %s: %s', (stepId, text) => {
    expect(parse(stepId, text)).toMatchObject({ ok: false })
  })
})

test('what is legal is kept as it was typed', () => {
  expect(parse('short', 'ความตกลงนั้นมิได้มีผลผูกพันรัฐบาลไทย')).toMatchObject({ ok: true })
  expect(parse('documentDate', '๖ มี.ค. ๖๒')).toMatchObject({ value: '6 มี.ค. 2562' })
  expect(parse('documentDate', 'ต้นปี 2562')).toMatchObject({ value: 'ต้นปี 2562' })
  expect(parse('phrasings', '1. ป้ายสีอะไร\n• ป้ายสีไหนดี')).toMatchObject({ value: ['ป้ายสีอะไร', 'ป้ายสีไหนดี'] })
})

describe('the entry that the answers come to', () => {
  const answers = {
    question: 'ป้ายใช้สีใด',
    short: 'ใช้สีน้ำเงินเข้ม',
    document: 'หนังสือจังหวัด',
    heading: 'แบบป้าย',
    documentDate: '5 พ.ย. 2569',
    certainty: 'B',
    title: 'สีของป้าย',
    validity: '',
  }
  const base = anEntry('old', { kind: 'not-found', keywords: ['ป้าย'], related: ['other'], asOf: 'ณ 2562' })

  test('answers what was asked, and keeps the source as it was typed', () => {
    expect(buildEntry('admin-0001', answers, undefined)).toMatchObject({
      kind: 'fact',
      questions: ['ป้ายใช้สีใด'],
      body: 'ใช้สีน้ำเงินเข้ม',
      certainty: 'B',
      sources: [{ title: 'หนังสือจังหวัด', heading: 'แบบป้าย', date: '5 พ.ย. 2569' }],
    })
  })

  test('what was not found is a fact once a document is named, and not before', () => {
    const kept = buildEntry('old', { ...answers, keepSources: 'keep', phrasings: ['ป้ายสีไหน'] }, base)
    expect(kept).toMatchObject({ kind: 'not-found', sources: [{ id: 'plan' }], asOf: 'ณ 2562', keywords: ['ป้าย'] })
    const replaced = buildEntry('old', { ...answers, keepSources: 'replace' }, base)
    expect(replaced).toMatchObject({ kind: 'fact', sources: [{ title: 'หนังสือจังหวัด' }] })
    expect(buildEntry('old', { ...answers, keepSources: 'add' }, base).sources).toHaveLength(2)
  })

  test('a count carries the day of its document', () => {
    expect(buildEntry('a', { ...answers, short: 'มีทั้งหมด ๙๐ คู่' }, undefined).asOf).toBe('5 พ.ย. 2569')
  })

  test('a question of a local body is kept with theirs', () => {
    expect(buildEntry('a', { ...answers, question: 'อบต. ใช้ป้ายสีใด' }, undefined).topic).toBe('lao')
  })
})
