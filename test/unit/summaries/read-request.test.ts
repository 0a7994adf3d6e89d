/** What an admin may type for a summary, and what is somebody else's question. */
import { describe, expect, it } from 'vitest'
import { readRequest } from '../../../src/summaries/read-request.ts'
import { normaliseCommand } from '../../../src/thai/index.ts'

const read = (text: string) => readRequest(normaliseCommand(text))

describe('is not about figures', () => {
  it.each([
    'สรุปขั้นตอนการสถาปนา',
    'สรุปผลการเยือน',
    'หนังสือแม่สาย กพ 69 สรุปหน่อย',
    'สรุปเชียงใหม่มีคู่กี่เมือง',
    'จังหวัดไหนยังไม่มีคู่',
    'หัวหน้ารู้ได้ไงว่ายังไม่รายงาน',
    'คู่ของฉันยังไม่มีรายงานทำยังไง',
    'รายงานกิจกรรม',
    'ต้องรายงานกิจกรรมปีละกี่ครั้ง',
    'เชียงใหม่มีกี่คู่',
    'รายงานหนึ่งแนบรูปได้กี่รูป',
    'รายงานกิจกรรม เชียงราย-ยูนนาน 12 พย 69',
    'ยอดรวมเมืองพี่เมืองน้อง',
    'จำนวนคู่ทั้งหมด',
    'เชียงใหม่',
    '2570',
  ])('%s', (text) => {
    expect(read(text)).toBeUndefined()
  })
})

describe('is read as', () => {
  const all = { view: 'overview', page: 1 }
  const province = (name: string) => ({ kind: 'province', name })
  const country = (name: string, iso: string) => ({ kind: 'country', name, iso })

  it.each([
    ['สรุป', all],
    ['ขอสรุปภาพรวมหน่อยครับ', all],
    ['สรุป 2570', { ...all, year: 2570 }],
    ['สรุป ๒๕๗๐', { ...all, year: 2570 }],
    ['สรุปปี 2570', { ...all, year: 2570 }],
    ['สรุป ปีงบ 70', { ...all, year: 2570 }],
    ['สรุป พ.ศ. 2569', { ...all, year: 2569 }],
    ['สรุป 2027', { ...all, year: 2570 }],
    ['สรุป ค.ศ. 27', { ...all, year: 2570 }],
    ['สรุป ปีที่แล้ว', { ...all, year: 'last' }],
    ['สรุปปีงบประมาณนี้', { ...all, year: 'this' }],
    ['สรุป เชียงใหม่', { ...all, place: province('เชียงใหม่') }],
    ['สรุปจังหวัดเชียงใหม่ ปี 2569', { ...all, year: 2569, place: province('เชียงใหม่') }],
    ['สรุป โคราช', { ...all, place: province('นครราชสีมา') }],
    ['สรุป เลย', { ...all, place: province('เลย') }],
    ['สรุป เชียงไหม่', { ...all, place: province('เชียงใหม่') }],
    ['สรุป จีน', { ...all, place: country('จีน', 'CN') }],
    ['สรุป ประเทศญี่ปุ่น ๒๕๖๙', { ...all, year: 2569, place: country('ญี่ปุ่น', 'JP') }],
    ['สรุป เพชร', { ...all, place: { kind: 'several', provinces: expect.arrayContaining(['เพชรบุรี', 'เพชรบูรณ์']) } }],
    ['สรุป ตามจังหวัด', { ...all, view: 'province' }],
    ['สรุปรายจังหวัด 2569 หน้า 2', { view: 'province', year: 2569, page: 2 }],
    ['สรุป ตามประเทศ', { ...all, view: 'country' }],
    ['สรุป แยกตามประเทศ', { ...all, view: 'country' }],
    ['สรุป ตามประเภท', { ...all, view: 'kind' }],
    ['สรุป ตามประเภทกิจกรรม 70', { ...all, view: 'kind', year: 2570 }],
    ['สรุป ไตรมาส', { ...all, view: 'quarter' }],
    ['สรุป ไตรมาส 2', { ...all, view: 'quarter' }],
    ['สรุป ไม่มีกิจกรรม', { ...all, view: 'missing' }],
    ['สรุป ยังไม่รายงาน', { ...all, view: 'missing' }],
    ['สรุป จังหวัดที่ยังไม่ส่งรายงาน', { ...all, view: 'missing' }],
    ['สรุป เชียงใหม่ ไม่มีกิจกรรม หน้า 2', { view: 'missing', page: 2, place: province('เชียงใหม่') }],
    ['สรุป ไม่แน่ชัด', { ...all, view: 'uncertain' }],
    ['ยอดรายงานแยกตามประเทศ', { ...all, view: 'country' }],
    ['ยอดรายงานปี 2569', { ...all, year: 2569 }],
    ['สถิติรายงานกิจกรรม', all],
    ['จังหวัดไหนยังไม่รายงาน', { ...all, view: 'missing' }],
    ['คู่ไหนบ้างที่ยังไม่มีกิจกรรมปีนี้', { ...all, view: 'missing', year: 'this' }],
    ['คู่ที่ยังไม่มีรายงาน', { ...all, view: 'missing' }],
    ['จังหวัดที่ยังไม่ส่งรายงานกิจกรรม', { ...all, view: 'missing' }],
    ['ปีนี้เชียงใหม่รายงานกี่คู่แล้ว', { ...all, year: 'this', place: province('เชียงใหม่') }],
    ['เชียงรายรายงานหรือยัง', { ...all, place: province('เชียงราย') }],
    ['มีกี่คู่ที่ยังไม่มีกิจกรรม', { ...all, view: 'missing' }],
    ['ใครยังไม่ส่งรายงาน', { ...all, view: 'missing' }],
    ['กี่จังหวัดรายงานแล้ว', all],
    ['รายงานทั้งหมดกี่รายการ', all],
    ['อัตราการรายงานปีที่แล้ว', { ...all, year: 'last' }],
  ])('%s', (text, request) => {
    expect(read(text)).toEqual(request)
  })
})
