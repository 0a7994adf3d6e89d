/** What comes from thumbs: odd spaces, the other keyboard layout, letters nobody sees, photos in any order, days far away. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mediaFileId, openMedia } from '../../src/bot/media.ts'
import { newOfficer, reportsIn, UP_TO_REVIEW } from '../support/records.ts'
import { openWorld, type PhoneDriver, type World } from '../support/world.ts'

const photo = (which: number) => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, which])

let world: World
let officer: PhoneDriver
let count = 0
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  officer = await newOfficer(world, `เจ้าหน้าที่ ${++count}`)
})

async function answers(...given: readonly string[]): Promise<void> {
  for (const each of given) await officer.says(each)
}

describe('edge 26: a command', () => {
  it.each(['ช่วยเหลือ', ' ช่วยเหลือ. ', 'ช่วยเหลือ!!', '“ช่วยเหลือ”', 'ช่วยเหลือค่ะ', '=j;pgs]nv', 'ช่วย\u200bเหลือ'])(
    'is understood as %j',
    async (typed) => {
      await officer.says('ช่วยเหลือ')
      const meant = await officer.reads()
      await officer.says(typed)
      expect(await officer.reads()).toBe(meant)
    },
  )
})

describe('edge 26: a word that steers a dialog, typed on the other layout,', () => {
  it.each([
    ['pdg]bd', 'ยกเลิก'],
    ['yd.;h', 'พักไว้'],
  ])('%s is %s', async (typed) => {
    await answers('รายงานกิจกรรม', 'มณฑลยูนนาน', typed)
    await officer.doesNotSee('ชื่อกิจกรรมคืออะไร')
  })

  it('and a Latin title stays a title', async () => {
    await answers('รายงานกิจกรรม', 'มณฑลยูนนาน', 'Youth Exchange 2026')
    await officer.sees('ประเภทใด')
  })
})

describe('edge 25: an answer', () => {
  it.each([
    ['only zero-width letters', '\u200b\u200d\ufeff'],
    ['only marks that turn the reading direction', '\u202e\u2066\u2069'],
    ['only a family', '👨‍👩‍👧‍👦'],
    ['only line breaks', '\n\r\n\t'],
  ])('of %s is none, and the question stands', async (_what, typed) => {
    await answers('รายงานกิจกรรม', 'มณฑลยูนนาน', typed)
    await officer.sees('ชื่อกิจกรรมคืออะไร')
    await answers('แลกเปลี่ยนเยาวชน')
    await officer.sees('ประเภทใด')
  })

  it('at LINE’s own limits of 4,999 and 5,000 letters is answered with what to do', async () => {
    await answers('รายงานกิจกรรม', 'มณฑลยูนนาน')
    for (const length of [4_999, 5_000]) {
      await officer.says('ก'.repeat(length))
      await officer.sees(length.toLocaleString('en'))
      await officer.sees('ชื่อกิจกรรมคืออะไร')
    }
  })

  it('that turns the reading direction or is written with a split sara am is stored as people see it', async () => {
    await answers('รายงานกิจกรรม', ...UP_TO_REVIEW.map((each, at) => (at === 1 ? 'งาน\u202eน\u0e4d\u0e32ใจ' : each)))
    await answers('ยืนยัน')
    const titles = (await reportsIn(world)).map(({ title }) => title)
    expect(titles).toContain('งานนำใจ')
  })
})

it('edge 27: three photos of one set that come last first are one answer, with all three', async () => {
  const details = ['เพิ่ม', 'หอการค้า', '๓๐ คน', 'ไม่มีงบ', 'ไม่มี', 'ไม่มี']
  await answers('รายงานกิจกรรม', ...UP_TO_REVIEW.slice(0, -1), ...details)
  await officer.sees('แนบภาพ')
  world.simulator.hold()
  await world.simulator.phone(officer.id).sendPhotos([photo(1), photo(2), photo(3)])
  const before = await officer.countOfBot()
  await world.simulator.release({ reversed: true })
  await world.app.idle()
  expect((await officer.countOfBot()) - before).toBe(1)
  await answers('เสร็จแล้ว', 'ยืนยัน')
  const { files = [] } = (await reportsIn(world)).at(-1) ?? {}
  expect(files).toHaveLength(3)
  for (const { fileId } of files) {
    const messageId = fileId.slice(mediaFileId('').length)
    expect(await openMedia(world.app.store, messageId)).toBeDefined()
  }
})

it('edge 31: a day of the year 2100 from the picker, or none, is asked about again', async () => {
  await answers('รายงานกิจกรรม', 'มณฑลยูนนาน', 'แลกเปลี่ยนเยาวชน', '4')
  await officer.picks('เลือกวันที่', '2100-12-31')
  await officer.sees('วันที่เท่าไร')
  expect((await reportsIn(world)).every(({ startsOn }) => startsOn < '2100')).toBe(true)
})
