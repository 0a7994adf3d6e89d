import { expect, test } from 'vitest'
import { looksLikeQuestion } from '../../../src/guide/looks-like-question.ts'

test.each([
  'โครงการแลกเปลี่ยนเยาวชน',
  'ประชุมหารือแนวทางความร่วมมือด้านการท่องเที่ยว',
  'ศาลากลางจังหวัดเชียงราย',
  'ได้รับความร่วมมือเป็นอย่างดี',
  'งานแสดงสินค้าไหมไทย',
  'ผู้เข้าร่วม 30 คน',
  '12 พ.ย. 69',
  'ไม่มี',
  'กำลังหารือว่าจะจัดอะไรต่อไปในปีหน้า',
])('%s is an answer', (text) => {
  expect(looksLikeQuestion(text)).toBe(false)
})

test.each([
  'ปีงบประมาณนับยังไง',
  'คร่อมปีงบนับปีไหนครับ',
  'ออนไลน์นับเป็นกิจกรรมไหมคะ',
  'ต้องแนบอะไรบ้าง',
  'ใส่งบรวมหรือเปล่า?',
  'why?',
])('%s is a question', (text) => {
  expect(looksLikeQuestion(text)).toBe(true)
})
