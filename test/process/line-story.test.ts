/**
 * The story that the program exists for, with LINE credentials set: the bot is a process of its own, LINE is another
 * platform, and nothing passes between them but signed webhooks and API calls.
 */
import { afterAll, beforeAll, describe, test } from 'vitest'
import { dayOf, fiscalYearOf, fiscalYearRange } from '../../src/thai/index.ts'
import type { Chatter } from '../support/chatter.ts'
import { type LinePlatform, openLinePlatform } from '../support/line-platform.ts'
import { endPrograms, freePort, type Program, runProgram, type Settings, startProgram } from '../support/program.ts'
import { type StorePlace, storeKinds } from '../support/store-kinds.ts'
import { newFolder, type TempFolder } from '../support/temp-folder.ts'

const YEAR = fiscalYearOf(dayOf(new Date()))
const SEPTEMBER = `${fiscalYearRange(YEAR).to.slice(0, 4)}-09-01`

for (const kind of await storeKinds()) {
  describe.skipIf(kind.isMissing)(`the story with LINE, on ${kind.name}`, { timeout: 120_000 }, () => {
    let folder: TempFolder
    let place: StorePlace
    let line: LinePlatform
    let settings: Settings
    let program: Program
    let guest: Chatter
    let officer: Chatter
    let supervisor: Chatter
    let admin: Chatter

    beforeAll(async () => {
      folder = await newFolder()
      place = await kind.newPlace()
      line = await openLinePlatform()
      const mongo: Settings = 'mongodbUri' in place.options ? { MONGODB_URI: place.options.mongodbUri } : {}
      settings = { DATA_DIR: folder.path, PORT: String(await freePort()), ...line.settings, ...mongo }
      program = startProgram(settings)
      await line.serve(await program.ready)
      guest = await line.newcomer('guest')
    })
    afterAll(async () => {
      await endPrograms()
      await line?.close()
      await place?.remove()
      await folder?.remove()
    })

    async function member(name: string, role: string, ...provinces: string[]): Promise<Chatter> {
      const where = provinces.flatMap((province) => ['--province', province])
      const { stdout } = await runProgram(settings, [
        'node',
        'src/commands/invite.ts',
        '--role',
        role,
        ...where,
        '--json',
      ])
      const { code } = JSON.parse(stdout) as { code: string }
      const person = await line.newcomer(name)
      await person.saysAll(`ลงทะเบียน ${code}`, 'ยินยอม', name, 'นักวิเคราะห์นโยบายและแผน', 'ยืนยัน')
      await person.sees(name)
      return person
    }

    test('a guest gets an answer with its source, and can neither report nor see figures', async () => {
      await guest.says('อยากทำเมืองพี่เมืองน้องต้องเริ่มอย่างไร')
      await guest.sees(/ที่มา|อ้างอิง/)
      await guest.says('รายงานกิจกรรม')
      await guest.sees('ลงทะเบียน')
    })

    test('people register with invitation codes', async () => {
      officer = await member('สมศรี เหนือดี', 'officer', 'เชียงราย')
      supervisor = await member('สมชาย กำกับดี', 'supervisor', 'เชียงราย')
      admin = await member('สมหญิง ส่วนกลาง', 'admin')
    })

    test('an officer reports an activity, with a question in the middle, and the program is killed in between', async () => {
      await officer.says('รายงานกิจกรรม')
      await officer.taps('มณฑลยูนนาน')
      await officer.says('ต้องจัดกิจกรรมปีละกี่ครั้ง')
      await officer.sees('อย่างน้อยปีละ')
      await officer.sees('ชื่อกิจกรรม')
      await officer.saysAll('แลกเปลี่ยนเยาวชนเชียงราย–ยูนนาน', '๑')
      await officer.sees('วันที่')
      // On MongoDB a new process would wait for the claims of the dead one: the crash test does.
      if (kind.name === 'SQLite') {
        await program.end('SIGKILL')
        program = startProgram(settings)
        await program.ready
      }
      await officer.says('วันนี้')
      await officer.sees(String(YEAR))
      await officer.saysAll('1', 'นครคุนหมิง', 'เยาวชน 30 คนได้แลกเปลี่ยนวัฒนธรรมและภาษา', 'ข้าม')
      await officer.sees('แลกเปลี่ยนเยาวชนเชียงราย–ยูนนาน')
      await officer.says('ยืนยัน')
      await officer.sees(`R${YEAR}-000001`)
    })

    test('in September the other pair is reminded of, and the supervisor after the officer', async () => {
      await Promise.all([officer.looksUp(), supervisor.looksUp()])
      await runProgram(settings, ['node', 'src/commands/remind.ts', '--as-of', SEPTEMBER])
      await officer.sees('ยังไม่พบรายงานกิจกรรมในระบบ')
      await officer.sees('เชียงรุ่ง')
      await supervisor.sees('เชียงรุ่ง')
      await officer.doesNotSee('เชียงราย – มณฑลยูนนาน')
    })

    test('an admin asks for the year; the supervisor may not', async () => {
      await admin.says('สรุป')
      await admin.sees(String(YEAR))
      await admin.sees('รายงานที่ส่งแล้วทั้งหมด 1 รายงาน')
      await supervisor.says(`สรุป ${YEAR}`)
      await supervisor.sees(/สิทธิ|ผู้ดูแล/)
    })
  })
}
