/** Who may not report, and on what: refusals say what to do and are in the audit log. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../../src/people/index.ts'
import { type Office, openOffice, REQUIRED, saysAll } from './officers.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.bench.close())

describe('somebody who may not report', () => {
  it('a guest is told how to register', async () => {
    for (const heard of [await office.guest.says('รายงานกิจกรรม'), await office.guest.taps('a=report&pair=SC101')]) {
      expect(heard.text).toContain('ลงทะเบียน')
      expect(heard.text).not.toContain('คู่ใด')
    }
    expect(await office.refusals()).toMatchObject([
      { actor: expect.stringMatching(/^guest-/), note: 'report.begin' },
      { actor: expect.stringMatching(/^guest-/) },
    ])
  })

  it('a supervisor and an admin are told that officers report', async () => {
    for (const phone of [office.supervisor, office.admin]) {
      expect((await phone.says('รายงานกิจกรรม')).text).toContain('เจ้าหน้าที่จังหวัดเป็นผู้รายงาน')
      expect((await phone.says('แก้ไขรายงาน')).text).toContain('เจ้าหน้าที่จังหวัดเป็นผู้รายงาน')
    }
    expect(await office.refusals()).toHaveLength(4)
  })

  it('an officer whose province has no pair is told whom to ask', async () => {
    expect((await office.noi.says('รายงานกิจกรรม')).text).toContain('กองการต่างประเทศ')
  })
})

describe("another province's pair", () => {
  it.each(['SC020', 'SC999', '', 'x'.repeat(200)])('behind a forged button (%s) is refused', async (pairId) => {
    const heard = await office.malee.taps(`a=report&pair=${pairId}`)
    if (pairId === '') expect(heard.text).toContain('คู่ใด')
    else expect(heard.text).toContain('เฉพาะคู่ของจังหวัดตนเอง')
    expect(await office.refusals()).toHaveLength(pairId === '' ? 0 : 1)
  })

  it('in the first line is refused and in the audit log', async () => {
    const heard = await office.malee.says('รายงานกิจกรรม เชียงใหม่-คุนหมิง 12 พย 69 ประชุมร่วม')
    expect(heard.text).toContain('เฉพาะคู่ของจังหวัดตนเอง')
    expect(await office.refusals()).toMatchObject([{ note: 'report.begin', target: 'SC020' }])
  })

  it.each(['เชียงใหม่ – คุนหมิง', 'SC020'])('as an answer (%s) is refused and in the audit log', async (typed) => {
    await office.malee.says('รายงานกิจกรรม')
    expect((await office.malee.says(typed)).text).toContain('เฉพาะคู่ของจังหวัดตนเอง')
    expect(await office.refusals()).toMatchObject([
      { note: 'report.begin', target: /^SC/.test(typed) ? 'sc020' : 'เชียงใหม่' },
    ])
  })

  it('is not found by the name of its partner alone', async () => {
    await office.malee.says('รายงานกิจกรรม')
    expect((await office.malee.says('คุนหมิง')).text).toContain('ไม่พบคู่นี้ในจังหวัดของท่าน')
    expect(await office.refusals()).toEqual([])
  })

  it("as a forged button of the officer's own dialog changes nothing and is in the audit log", async () => {
    const begun = await office.malee.says('รายงานกิจกรรม')
    const data = begun.replies
      .flatMap((reply) => reply.buttons ?? [])
      .flatMap((button) => ('data' in button ? [button.data] : []))
    const forged = new URLSearchParams(data[0])
    forged.set('v', 'SC020')
    expect((await office.malee.taps(forged.toString())).text).toContain('ไม่มีอะไรเปลี่ยนแปลง')
    expect(await office.refusals()).toMatchObject([{ note: 'report.begin', target: 'SC020' }])
  })

  it('cannot be confirmed by an officer who was moved meanwhile', async () => {
    await saysAll(office.malee, [...REQUIRED, 'ข้าม'])
    const [malee] = await office.bench.store.find(people, 'byUserId', ['Umalee'])
    await office.bench.store.transaction((tx) => {
      if (malee) tx.replace(people, { ...malee, provinces: ['เชียงใหม่'] })
    })
    const heard = await office.malee.says('ยืนยัน')
    expect(heard.text).not.toContain('R2570')
    expect(await office.stored()).toEqual([])
  })

  it('cannot be confirmed by somebody who has left the post', async () => {
    await saysAll(office.malee, [...REQUIRED, 'ข้าม'])
    const [malee] = await office.bench.store.find(people, 'byUserId', ['Umalee'])
    await office.bench.store.transaction((tx) => {
      if (malee) tx.replace(people, { ...malee, status: 'left' })
    })
    expect((await office.malee.says('ยืนยัน')).text).toContain('ลงทะเบียน')
    expect(await office.stored()).toEqual([])
  })
})
