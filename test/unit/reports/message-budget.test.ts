/** How many messages of the officer a report takes, the opening word and the confirmation counted, by typing and by tapping. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Button, Reply } from '../../../src/bot/types.ts'
import { type Office, openOffice } from './officers.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.bench.close())

/** An officer who taps whatever can be tapped; every tap and every typed word counts. */
function tapping() {
  const { malee } = office
  let shown: readonly Reply[] = []
  let count = 0
  const hear = async (what: Promise<{ replies: readonly Reply[] }>) => {
    count += 1
    shown = (await what).replies
  }
  const buttons = () => [...shown.flatMap((reply) => reply.buttons ?? [])]
  return {
    types: (text: string) => hear(malee.says(text)),
    sends: (photo: string) => hear(malee.sendsPhotos(photo)),
    async taps(label: string, day?: string) {
      const button: Button | undefined = buttons().find((each) => each.label === label)
      if (!button) throw new Error(`no button ${label} among ${buttons().map((each) => each.label)}`)
      if ('say' in button) return hear(malee.says(button.say))
      if (!('data' in button)) throw new Error(`${label} sends nothing`)
      return hear(malee.taps(button.data, day ? { date: day } : {}))
    },
    count: () => count,
  }
}

async function typed(words: readonly string[]): Promise<string> {
  let text = ''
  for (const word of words) text = (await office.malee.says(word)).text
  return text
}

const PARTS = ['แลกเปลี่ยนเยาวชน', '4', '12 พย 69', '2', 'ศาลากลาง', 'ได้เพื่อนใหม่']
const MORE = ['1', 'หอการค้า', '30', '50000', '1', '3', 'เยือนกลับ']

describe('by typing alone', () => {
  it('ten messages with the required parts', async () => {
    const words = ['รายงานกิจกรรม', '2', ...PARTS, 'ข้าม', 'ยืนยัน']
    expect(await typed(words)).toContain('R2570-000001')
    expect(words).toHaveLength(10)
  })

  it('eighteen with all of them, two photos sent together', async () => {
    const words = ['รายงานกิจกรรม', '2', ...PARTS, ...MORE]
    await typed(words)
    await office.malee.sendsPhotos('p1', 'p2')
    expect(await typed(['เสร็จแล้ว', 'ยืนยัน'])).toContain('R2570-000001')
    expect(words.length + 1 + 2).toBe(18)
  })

  it('three when the first line says the rest', async () => {
    const line = 'รายงานกิจกรรม เชียงราย-ยูนนาน 12 พย 69 แลกเปลี่ยนเยาวชน ต้อนรับ สถานที่: ศาลากลาง ผลลัพธ์: ได้เพื่อนใหม่'
    expect(await typed([line, 'ข้าม', 'ยืนยัน'])).toContain('R2570-000001')
  })

  it('the same with a report to take over and not taking it, eight with it', async () => {
    await typed(['รายงานกิจกรรม', '2', ...PARTS, 'ข้าม', 'ยืนยัน'])
    expect(await typed(['รายงานกิจกรรม', '2', ...PARTS, 'ข้าม', 'ยืนยัน'])).toContain('R2570-000002')
    const short = ['รายงานกิจกรรม', '2', '1', 'ประชุมเยาวชน', 'เมื่อวาน', 'ได้ข้อตกลง', 'ข้าม', 'ยืนยัน']
    expect(await typed(short)).toContain('R2570-000003')
    expect(short).toHaveLength(8)
  })
})

describe('by tapping', () => {
  it('ten with the required parts, the day picked', async () => {
    const officer = tapping()
    await officer.types('รายงานกิจกรรม')
    await officer.taps('มณฑลยูนนาน')
    await officer.types('แลกเปลี่ยนเยาวชน')
    await officer.taps('การศึกษา/เยาวชน')
    await officer.taps('เลือกวันที่', '2026-11-12')
    await officer.taps('ต้อนรับ')
    await officer.types('ศาลากลาง')
    await officer.types('ได้เพื่อนใหม่')
    await officer.taps('ไม่เพิ่ม')
    await officer.taps('ยืนยัน')
    expect(await office.stored()).toHaveLength(1)
    expect(officer.count()).toBe(10)
  })

  it('eighteen with all of them', async () => {
    const officer = tapping()
    await officer.types('รายงานกิจกรรม')
    await officer.taps('มณฑลยูนนาน')
    for (const word of PARTS) await officer.types(word)
    await officer.taps('เพิ่มรายละเอียด')
    for (const word of ['หอการค้า', '30', '50000']) await officer.types(word)
    await officer.taps('งบจังหวัด')
    await officer.taps('ขาดงบประมาณ')
    await officer.types('เยือนกลับ')
    await officer.sends('p1')
    await officer.taps('เสร็จแล้ว')
    await officer.taps('ยืนยัน')
    expect(await office.stored()).toHaveLength(1)
    expect(officer.count()).toBe(18)
  })

  it('eight when the last report is taken over', async () => {
    await typed(['รายงานกิจกรรม', '2', ...PARTS, 'ข้าม', 'ยืนยัน'])
    const officer = tapping()
    await officer.types('รายงานกิจกรรม')
    await officer.taps('มณฑลยูนนาน')
    await officer.taps('เหมือนครั้งก่อน')
    await officer.types('ประชุมเยาวชน')
    await officer.taps('เลือกวันที่', '2026-11-18')
    await officer.types('ได้ข้อตกลง')
    await officer.taps('ไม่เพิ่ม')
    await officer.taps('ยืนยัน')
    expect(await office.stored()).toHaveLength(2)
    expect(officer.count()).toBe(8)
  })
})
