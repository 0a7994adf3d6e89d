import { describe, expect, test } from 'vitest'
import { answerAboutTime } from '../../../src/guide/about-time.ts'

const now = new Date('2026-11-20T02:00:00Z')
const said = (question: string) => answerAboutTime(question, now)?.text

describe('what only touches on time is left to the entries', () => {
  test.each([
    'ปีละ1ครั้งนี่นับปีงบหรือปีปฏิทิน',
    'ของบปีงบ 70 ได้เมื่อไร',
    'ไตรมาส 1 มีกี่กิจกรรมแล้ว',
    'ต้องรายงานภายในวันไหน',
    'ก่อนปี 61 มีมติอะไรมาก่อนไหม',
    'สัมมนาสมุทรสงคราม มีค 63 กี่คน',
    'ขอนแก่น ดานัง เซ็นเมื่อไหร่',
    'แผน 2562-2566',
  ])('%s', (question) => {
    expect(said(question)).toBeUndefined()
  })
})

test.each<[string, string]>([
  ['2026 = พ.ศ. อะไร', 'ค.ศ. 2026 = พ.ศ. 2569'],
  ['๒๕๖๘ คือ ค.ศ. อะไร', 'พ.ศ. 2568 = ค.ศ. 2025'],
  ['ไตรมาส 1 คือเดือนไร', 'ตุลาคม–ธันวาคม'],
  ['q3 เดือนอะไร', 'เมษายน–มิถุนายน'],
  ['เดือนพฤษภาคมอยู่ไตรมาสไหน', 'ไตรมาส 3'],
  ['12 พย 69 อยู่ปีงบไหน', 'ปีงบประมาณ 2570'],
  ['30 ก.ย. 2569 ปีงบอะไร', 'ปีงบประมาณ 2569 (1 ต.ค. 2568–30 ก.ย. 2569)'],
  ['๑ ตุลาคม ๒๕๖๙ ปีงบไหน', 'ปีงบประมาณ 2570'],
  ['พฤศจิกายน 69 เป็นปีงบอะไร', 'ปีงบประมาณ 2570'],
  ['งานเดือนตุลา ปีงบไหน', 'ปีงบประมาณถัดไป'],
  ['ปีงบ 71 เริ่มเมื่อไหร่', '1 ต.ค. 2570'],
  ['ตอนนี้ปีงบอะไร', 'ปีงบประมาณ 2570'],
  ['31 ก.ย. 69 ปีงบไหน', 'ไม่มีวันที่ 31'],
])('%s: %s', (question, says) => {
  expect(said(question)).toContain(says)
})

describe('an activity over 30 September', () => {
  test('counts by its first day, and is said to be a rule of this system', () => {
    expect(said('จัด 29 ก.ย. 2570 ถึง 2 ต.ค. 2570 ปีงบไหน')).toMatch(
      /คร่อมปีงบประมาณ 2570 และ 2571 เอกสารไม่ได้กำหนด.*ระบบนี้นับตามวันเริ่ม คือปีงบประมาณ 2570/,
    )
  })

  test('without a year no year is made up', () => {
    expect(said('งาน 28 กย - 3 ตค นับปีงบไหน')).toMatch(/คร่อม.*วันเริ่ม/)
    expect(said('งาน 28 กย - 3 ตค นับปีงบไหน')).not.toMatch(/25\d\d/)
  })
})
