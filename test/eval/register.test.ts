/** Every pair of the register is found by its two names, and is told as no more than it is. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPairsCsv } from '../../src/pairs/index.ts'
import { openPlainGuide } from './plain-guide.ts'

const read = readPairsCsv(readFileSync(new URL('../../src/pairs/pairs.csv', import.meta.url), 'utf8'))
const pairs = (read.ok ? read.pairs : []).filter(({ partnerTh }) => partnerTh !== undefined)
const ask = openPlainGuide(new Date('2026-11-20T02:00:00Z'))
const nameOf = (partner = '') => partner.replace(/ .*$/, '')

describe.each(pairs.map((pair) => ({ ...pair, name: nameOf(pair.partnerTh) })))('$provinceTh – $name', (pair) => {
  const answer = ask(`${pair.provinceTh}กับ${pair.name}เซ็นเมื่อไหร่`)

  test('is found by its names', () => {
    expect(answer).toContain(pair.name)
    expect(answer).toContain(pair.provinceTh)
  })

  test('is told with its year, or that none is known, or that it is not signed', () => {
    if (pair.status !== 'signed') expect(answer).toMatch(/ยังไม่พบการลงนาม|ยังยืนยันการลงนามไม่ได้/)
    else if (pair.signedBe !== undefined) expect(answer).toContain(String(pair.signedBe))
    else expect(answer).toContain('ไม่พบวันที่หรือปีที่ลงนาม')
  })

  test('is found by the partner alone', () => {
    expect(ask(`${pair.name}คู่กับจังหวัดไหน`)).toContain(pair.provinceTh)
  })
})

test('no pair that is not in the register is ever told as one', () => {
  const strangers = ['ปารีส', 'โตเกียว', 'ลอนดอน', 'มอสโก', 'โซล', 'ปูซาน', 'ฮานอย', 'เบอร์ลิน', 'ปักกิ่ง', 'นิวยอร์ก']
  for (const province of ['เชียงใหม่', 'ภูเก็ต', 'กระบี่', 'ขอนแก่น'])
    for (const stranger of strangers) {
      const answer = ask(`${province}กับ${stranger}ลงนามเมื่อไร`)
      expect(answer, `${province} ${stranger}`).toContain('ไม่พบ')
      expect(answer, `${province} ${stranger}`).not.toMatch(/ลงนาม(เมื่อ|ปี) ?\d/)
    }
})
