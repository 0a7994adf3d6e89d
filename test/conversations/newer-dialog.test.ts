/**
 * A report that was begun with the last version of its questions is finished with the present one, through the whole
 * program: stored, stopped, started anew, continued with its answers. The last version is made of the present one: one
 * question had another id, one is gone now, and one is new.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Dialog, Step } from '../../src/dialogs/index.ts'
import { newOfficer, reportsIn } from '../support/records.ts'
import { type StorePlace, storeKinds } from '../support/store-kinds.ts'
import { openWorld, type PhoneDriver, type World } from '../support/world.ts'

const release = vi.hoisted(() => ({ isLast: true }))

vi.mock('../../src/reports/report-dialog.ts', async (load) => {
  const original = await load<typeof import('../../src/reports/report-dialog.ts')>()
  const reportDialog: typeof original.reportDialog = (...given) => {
    const present = original.reportDialog(...given)
    return release.isLast ? lastVersionOf(present) : present
  }
  return { ...original, reportDialog }
})

const weather: Step = {
  id: 'weather',
  label: 'อากาศ',
  ask: () => ({ text: 'อากาศเป็นอย่างไร' }),
  parse: (given) => (given.kind === 'text' ? { ok: true, value: given.text } : { ok: false, say: 'เช่น แดดจ้า' }),
  show: String,
}

/** 'place' was called 'venue', 'form' was not asked, and 'weather' was. */
function lastVersionOf(present: Dialog): Dialog {
  const steps = present.steps.flatMap((step) => {
    if (step.id === 'form') return [weather]
    return [step.id === 'place' ? { ...step, id: 'venue' } : step]
  })
  return { ...present, version: present.version - 1, steps }
}

const BEFORE = ['รายงานกิจกรรม', 'มณฑลยูนนาน', 'แลกเปลี่ยนเยาวชน', 'อื่น ๆ ประกวดภาพถ่าย', '12-14 พ.ย. 69', 'แดดจ้า', 'คุนหมิง']

for (const kind of await storeKinds()) {
  describe.skipIf(kind.isMissing)(`on ${kind.name}`, () => {
    let place: StorePlace
    let world: World
    let officer: PhoneDriver
    let count = 0

    beforeAll(async () => {
      place = await kind.newPlace()
      world = await openWorld('mongodbUri' in place.options ? place.options : {})
    })
    beforeEach(async () => {
      release.isLast = true
      officer = await newOfficer(world, `เจ้าหน้าที่ ${++count}`)
      for (const said of BEFORE) await officer.says(said)
      await officer.sees('ผลลัพธ์หรือประโยชน์')
    })
    afterEach(() => {
      release.isLast = true
    })
    afterAll(async () => {
      await world?.close()
      await place?.remove()
    })

    /** The program is stopped, and started with the questions of today. */
    async function renew(): Promise<void> {
      release.isLast = false
      await world.restart()
    }

    it('keeps what still holds, asks the rest and says so; nothing of the old is in the report', async () => {
      await renew()
      await officer.says('ทำต่อ')
      await officer.sees('ปรับปรุงใหม่ระหว่างที่พักไว้ คำตอบเดิมที่ยังใช้ได้เก็บไว้ให้แล้ว 4 ข้อ')
      await officer.sees('รูปแบบกิจกรรมเป็นแบบใด')
      for (const said of ['ต้อนรับ', 'เชียงราย', 'เยาวชนได้เรียนรู้กัน', 'ไม่เพิ่ม']) await officer.says(said)
      await officer.doesNotSee('ปรับปรุงใหม่')
      await officer.doesNotSee('แดดจ้า')
      await officer.sees('แลกเปลี่ยนเยาวชน')
      await officer.says('ยืนยัน')
      expect((await reportsIn(world)).at(-1)).toMatchObject({
        title: 'แลกเปลี่ยนเยาวชน',
        kind: 'other',
        kindNote: 'ประกวดภาพถ่าย',
        startsOn: '2026-11-12',
        endsOn: '2026-11-14',
        form: 'reception',
        place: 'เชียงราย',
      })
    })

    it('does not take what answered the old question for the new one', async () => {
      await renew()
      await officer.says('เยาวชนได้เรียนรู้กัน')
      await officer.sees('ปรับปรุงใหม่')
      await officer.sees('รูปแบบกิจกรรมเป็นแบบใด')
      await officer.says('ยืนยัน')
      await officer.sees('ยังยืนยันไม่ได้ เหลืออีก 3 ข้อ: รูปแบบ, สถานที่, ผลลัพธ์')
    })

    it('takes no button of the old question, and one that is laid aside waits as well', async () => {
      await officer.says('ย้อนกลับ')
      await officer.says('พักไว้')
      await renew()
      const old = /a=d&n=[^&"]+&s=pair&v=SC014/.exec(JSON.stringify(await world.simulator.messagesOf(officer.id)))
      await officer.forges(old?.[0] ?? '')
      await officer.sees('ไม่มีอะไรเปลี่ยนแปลง')
      await officer.says('ทำต่อ')
      await officer.sees('ปรับปรุงใหม่')
      await officer.forges(old?.[0] ?? '')
      await officer.sees('รูปแบบกิจกรรมเป็นแบบใด')
      await officer.says('1')
      await officer.sees('สถานที่จัดกิจกรรม')
    })

    it('can be cancelled unread, brought back, and is new then as well', async () => {
      await renew()
      await officer.says('ยกเลิก')
      await officer.sees('ยกเลิก “รายงานกิจกรรม” แล้ว')
      await officer.says('เรียกคืน')
      await officer.sees('ปรับปรุงใหม่')
      await officer.sees('รูปแบบกิจกรรมเป็นแบบใด')
    })

    it('is told from another by what still holds', async () => {
      for (const said of ['พักไว้', 'รายงานกิจกรรม', 'บ่อแก้ว', 'พักไว้']) await officer.says(said)
      await renew()
      await officer.says('ทำต่อ')
      await officer.sees(/1\. รายงานกิจกรรม — .*บ่อแก้ว/)
      await officer.sees(/2\. รายงานกิจกรรม — .*ยูนนาน · แลกเปลี่ยนเยาวชน/)
    })

    it('goes back to the last version when the release is taken back', async () => {
      await renew()
      for (const said of ['ทำต่อ', 'ต้อนรับ', 'เชียงราย']) await officer.says(said)
      release.isLast = true
      await world.restart()
      await officer.says('ทำต่อ')
      await officer.sees('ปรับปรุงใหม่')
      await officer.sees('อากาศเป็นอย่างไร')
    })
  })
}
