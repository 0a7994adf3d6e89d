import { expect, test } from 'vitest'
import { mentionsLocalBody, sayOfAnotherBody } from '../../../src/guide/local-bodies.ts'

test.each([
  'อบต ทำได้ไหม',
  'นายกอบจ. เซ็นได้ไหม',
  'ให้อบต.ทำ',
  'ทต.เวียงพางคำ',
  'เทศบาลนคร',
  'แนวทางของ สถ.',
  'อ.บ.ต.',
  'ท้องถิ่นทำอะไรได้',
])('%s is of a local body', (text) => {
  expect(mentionsLocalBody(text)).toBe(true)
})

test.each(['ต้องรอกี่เดือนถึงได้คำตอบจากกระทรวง', 'รอบตัว', 'สอบตรง', 'ประกอบจาก', 'ตอบต่อ', 'สถานะ', 'สถาปนา', 'ขอบจีน'])(
  'the letters of one stand in other words: %s',
  (text) => {
    expect(mentionsLocalBody(text)).toBe(false)
  },
)

test('a question is asked of another local body', () => {
  expect(sayOfAnotherBody('อบจ', 'เทศบาลทำเมืองพี่เมืองน้องได้ไหม')).toBe('อบจทำเมืองพี่เมืองน้องได้ไหม')
  expect(sayOfAnotherBody('ลาว', 'เทศบาลทำได้ไหม')).toBeUndefined()
  expect(sayOfAnotherBody('อบจ', 'จังหวัดทำได้ไหม')).toBeUndefined()
})
