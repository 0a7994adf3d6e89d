import { expect, test } from 'vitest'
import { createSearch } from '../../../src/guide/search.ts'
import { anEntry } from './entries.ts'

const entries = [
  anEntry('budget', { questions: ['ของบประมาณได้จากไหน', 'ส่งคำขอถึงวันไหน'], keywords: ['งบประมาณ'] }),
  anEntry('signing', { questions: ['ใครเป็นผู้ลงนาม MOU', 'ผู้ว่าราชการจังหวัดลงนามเองได้ไหม'] }),
  anEntry('language', { questions: ['บันทึกความเข้าใจใช้ภาษาอะไร'] }),
  anEntry('twin', { questions: ['เมืองคู่แฝดเหมือนกันไหม'] }),
]
const search = createSearch(entries)
const best = (question: string) => search(question)[0]?.entry.id

test.each<[string, string]>([
  ['งปม.ขอได้จากที่ไหนคะ', 'budget'],
  ['ผวจ เซ็นเองได้ป่าว', 'signing'],
  ['เอ็มโอยูใช้ภาษาไร', 'language'],
  ['ใครลงนาาม mou', 'signing'],
])('abbreviations, everyday words and slips: %s', (question, id) => {
  expect(best(question)).toBe(id)
})

test('a question that shares nothing finds nothing', () => {
  expect(search('xyz')).toEqual([])
  expect(search('ครับผม')).toEqual([])
})

test('a better match is always ahead, and none is above 1', () => {
  const hits = search('ใครเป็นผู้ลงนาม MOU')
  expect(hits[0]).toMatchObject({ entry: { id: 'signing' } })
  expect(hits[0]?.score).toBeCloseTo(1)
  expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a))
})

test('words that no entry has count against the match', () => {
  const score = (question: string) => search(question)[0]?.score ?? 0
  expect(score('ใครเป็นผู้ลงนาม')).toBeGreaterThan(score('ใครเป็นผู้ลงนามสัญญาซื้อรถดับเพลิง'))
})

test('a phrasing that names something else is held back', () => {
  expect(search('บ้านพี่เมืองน้องเหมือนกันไหม')[0]?.score ?? 0).toBeLessThan(0.5)
})

test('only what is allowed is found', () => {
  expect(search('ใครเป็นผู้ลงนาม MOU', ({ id }) => id !== 'signing').map(({ entry }) => entry.id)).not.toContain('signing')
})
