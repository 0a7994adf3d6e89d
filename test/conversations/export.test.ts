/** The year's reports as a file: for admins, behind a link that dies. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

describe('the export of a year', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is refused to everyone but an admin', async () => {
    for (const person of [world.guest, world.officer, world.supervisor]) {
      await person.says('สรุป ส่งออก')
      await person.sees(/สิทธิ/)
      await person.doesNotSee('/files/')
    }
  })

  it('says so when there is nothing to export', async () => {
    for (const said of ['สรุป ส่งออก', 'ส่งออก', 'ขอไฟล์ excel', 'ขอไฟล์รายงานปี ๗๐ครับ']) {
      await world.admin.says(said)
      await world.admin.sees('ยังไม่มีรายงาน')
    }
  })

  it('holds what officers reported, with formulas made harmless, and is gone after its day', async () => {
    await world.officer.says('รายงานกิจกรรม')
    for (const answer of ['มณฑลยูนนาน', '=HYPERLINK("http://x")', '4', 'เมื่อวาน', '1', 'คุนหมิง', 'ได้ผลดี', 'ข้าม', 'ยืนยัน']) {
      await world.officer.says(answer)
    }
    await world.admin.says('สรุป ส่งออก ๒๕๗๐')
    const link = /http\S+\/files\/\S+/.exec(await world.admin.reads())?.[0] ?? ''
    const response = await fetch(link)
    expect(response.status).toBe(200)
    const table = await response.text()
    expect(table).toContain('R2570-000001')
    expect(table).toContain(`'=HYPERLINK`)
    expect((await fetch(`${link}x`)).status).toBe(404)
    await world.moveTo('2026-11-25')
    expect((await fetch(link)).status).toBe(404)
  })
})
