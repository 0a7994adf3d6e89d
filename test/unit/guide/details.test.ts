import { describe, expect, test } from 'vitest'
import { detailsFor } from '../../../src/guide/details.ts'
import { anEntry } from './entries.ts'

const group = anEntry('group', {
  title: 'คณะทำงานส่วนกลาง',
  short: 'ปลัดกระทรวงตั้งเมื่อ 20 มิ.ย. 2561',
  body: '• ตั้งโดยคำสั่งปลัดกระทรวง\n• ประชุมแล้ว 2 ครั้ง\n• 22 ก.พ. 2565: “กว่า 85 คู่”',
})

describe('nothing is added', () => {
  test('when the short answer holds all that was asked', () => {
    expect(detailsFor('คณะทำงานส่วนกลางใครตั้ง', group)).toEqual([])
  })

  test('when the long answer does not tell it either', () => {
    expect(detailsFor('คณะทำงานได้เบี้ยเลี้ยงเท่าไร', group)).toEqual([])
  })

  test('to a refusal', () => {
    expect(detailsFor('ประชุมกี่ครั้ง', { ...group, kind: 'refusal' })).toEqual([])
  })
})

describe('the line that holds what was asked is added', () => {
  test('by its words', () => {
    expect(detailsFor('คณะทำงานประชุมไปแล้วกี่ครั้ง', group)).toEqual(['• ประชุมแล้ว 2 ครั้ง'])
  })

  test('by its year, however that is written', () => {
    expect(detailsFor('ต้นปี 65 เท่าไร', group)).toEqual(['• 22 ก.พ. 2565: “กว่า 85 คู่”'])
  })
})
