/** An office outgrows one machine: the store moves to MongoDB, and everybody goes on in the middle of their sentence. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMedia } from '../../src/bot/media.ts'
import { readConfig } from '../../src/config.ts'
import { openProgramStore } from '../../src/program-store.ts'
import { reports } from '../../src/reports/index.ts'
import { dayOf, fiscalYearOf, fiscalYearRange } from '../../src/thai/index.ts'
import { PHOTO } from '../crash/photo.ts'
import type { Chatter } from '../support/chatter.ts'
import { type LinePlatform, openLinePlatform } from '../support/line-platform.ts'
import { type Exit, endPrograms, runProgram, type Settings, startProgram } from '../support/program.ts'
import { readableText } from '../support/readable.ts'
import { type StorePlace, storeKinds } from '../support/store-kinds.ts'
import { newFolder, type TempFolder } from '../support/temp-folder.ts'
import { until } from '../support/until.ts'

const YEAR = fiscalYearOf(dayOf(new Date()))
const SEPTEMBER = `${fiscalYearRange(YEAR).to.slice(0, 4)}-09-01`
const [, mongodb] = await storeKinds()
if (!mongodb) throw new Error('the stores are SQLite and MongoDB')

describe.skipIf(mongodb.isMissing)('npm run move-store', { timeout: 120_000 }, () => {
  let folder: TempFolder
  let place: StorePlace
  let line: LinePlatform
  let before: Settings
  let after: Settings
  let officer: Chatter

  beforeAll(async () => {
    folder = await newFolder()
    place = await mongodb.newPlace()
    line = await openLinePlatform()
    before = { DATA_DIR: folder.path, ...line.settings }
    after = { ...before, ...('mongodbUri' in place.options && { MONGODB_URI: place.options.mongodbUri }) }
  })
  afterAll(async () => {
    await endPrograms()
    await line?.close()
    await place?.remove()
    await folder?.remove()
  })

  const command = (settings: Settings, name: string, ...args: string[]): Promise<Exit> =>
    runProgram(settings, ['npm', 'run', '--silent', name, '--', ...args])

  async function expectRefusal(settings: Settings, problem: RegExp): Promise<void> {
    const { code, stdout, stderr } = await command(settings, 'move-store')
    expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, stdout: '', lines: 1 })
    expect(stderr).toMatch(problem)
  }

  test('is refused without a place to go to, and without a store', async () => {
    await expectRefusal(before, /MONGODB_URI is not set/)
    await expectRefusal(after, /store\.sqlite is not there/)
  })

  test('is refused while the program runs', async () => {
    const program = startProgram(before)
    await line.serve(await program.ready)
    await expectRefusal(after, /in use by another running program/)

    const { stdout } = await command(before, 'invite', '--role', 'officer', '--province', 'เชียงราย', '--json')
    officer = await line.newcomer('สมชาย')
    const { code } = JSON.parse(stdout) as { code: string }
    await officer.saysAll(`ลงทะเบียน ${code}`, 'ยินยอม', 'สมชาย ใจดี', 'นักวิเคราะห์นโยบายและแผน', 'ยืนยัน')
    await officer.saysAll('รายงานกิจกรรม', '1', 'แลกเปลี่ยนเยาวชน', '๒', 'เมื่อวาน', '1', 'ศาลากลางจังหวัด')
    await officer.says('เยาวชน 30 คนได้แลกเปลี่ยนภาษา')
    for (let asked = 'เพิ่ม'; !(await officer.reads()).includes('แนบภาพ'); asked = 'ข้าม') await officer.says(asked)
    await officer.looksUp()
    await line.simulator.phone(officer.phone.id).sendPhotos([PHOTO, PHOTO])
    await officer.sees('แนบแล้ว 2 ไฟล์')
    expect((await program.end('SIGTERM')).code).toBe(0)
  })

  test('takes along what waits to be sent, the draft and its photos; nobody is told anything twice', async () => {
    expect(await command(before, 'remind', '--as-of', SEPTEMBER)).toMatchObject({ code: 0 })
    const { code, stdout, stderr } = await command(after, 'move-store')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^files: \d, /m)
    expect(stdout).toMatch(/^outbox: [1-9]/m)
    expect(stdout).toMatch(/moved: everything was compared/)

    await officer.looksUp()
    const program = startProgram(after)
    await line.serve(await program.ready)
    await officer.sees(/รายงาน.*30 กันยายน|เชียงราย/)
    await officer.saysAll('เสร็จแล้ว')
    await officer.sees('แลกเปลี่ยนเยาวชน')
    await officer.says('ยืนยัน')
    await officer.sees(/R\d{4}-000001/)
    const store = await openProgramStore(readConfig({ ...after }))
    const [report] = await store.find(reports, 'byReceipt', [])
    const messageIds = (report?.files ?? []).map(({ fileId }) => fileId.replace(/^line-/, ''))
    const areKept = async () => {
      const photos = await Promise.all(messageIds.map((id) => openMedia(store, id)))
      return photos.length === 2 && photos.every((photo) => photo?.info.bytes === PHOTO.length)
    }
    await until('both photos', areKept)
    await store.close()
    const told = (await officer.ofBot()).filter(({ message }) => readableText(message).includes('แนบแล้ว 2 ไฟล์'))
    expect(told).toHaveLength(1)
    expect((await program.end('SIGTERM')).code).toBe(0)
  })

  test('the program does not start where the data was, and the move is not made again', async () => {
    const { code, stderr } = await runProgram(before)
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/moved to MongoDB.*restore a backup/) })
    await expectRefusal(after, /moved to MongoDB/)
  })
})
