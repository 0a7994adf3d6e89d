/**
 * Two programs on one store, each a process of its own: what an admin publishes or withdraws through one of them, the other
 * answers from with the very next question, and one that starts later as well.
 */
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { Chatter } from '../support/chatter.ts'
import { type LinePlatform, openLinePlatform } from '../support/line-platform.ts'
import { endPrograms, freePort, runProgram, type Settings, startProgram } from '../support/program.ts'
import { type StorePlace, storeKinds } from '../support/store-kinds.ts'
import { newFolder, type TempFolder } from '../support/temp-folder.ts'

const QUESTION = 'ป้ายหน้าเมืองพี่เมืองน้องใช้สีฟ้าเข้มเบอร์ใด'
const ANSWER = 'ใช้สีน้ำเงินเข้มตามแบบป้ายของจังหวัด'
const NOT_FOUND = 'ไม่พบคำตอบในเอกสาร'

for (const kind of await storeKinds()) {
  describe.skipIf(kind.isMissing)(`two processes on ${kind.name}`, { timeout: 120_000 }, () => {
    let folder: TempFolder
    let place: StorePlace
    let line: LinePlatform
    let settings: Settings
    let first: string
    let second: string
    let admin: Chatter
    let officer: Chatter

    beforeAll(async () => {
      folder = await newFolder()
      place = await kind.newPlace()
      line = await openLinePlatform()
      const mongo: Settings = 'mongodbUri' in place.options ? { MONGODB_URI: place.options.mongodbUri } : {}
      settings = { DATA_DIR: folder.path, ...line.settings, ...mongo }
      first = await starts()
      second = await starts()
      await line.serve(first)
      officer = await line.newcomer('officer')
      admin = await line.newcomer('admin')
      await becomesAdmin()
    }, 120_000)
    afterAll(async () => {
      await endPrograms()
      await line?.close()
      await place?.remove()
      await folder?.remove()
    })

    const starts = async () => startProgram({ ...settings, PORT: String(await freePort()) }).ready

    async function becomesAdmin(): Promise<void> {
      const { stdout } = await runProgram(settings, ['node', 'src/commands/invite.ts', '--role', 'admin', '--json'])
      const { code } = JSON.parse(stdout) as { code: string }
      await admin.saysAll(`ลงทะเบียน ${code}`, 'ยินยอม', 'สมหญิง ส่วนกลาง', 'นักวิเทศสัมพันธ์', 'ยืนยัน')
    }

    /** From here on LINE's webhooks reach that process, as a load balancer may send them anywhere. */
    async function asksAt(origin: string, expected: string): Promise<void> {
      await line.serve(origin)
      await officer.says(QUESTION)
      await officer.sees(expected)
    }

    test('a question that neither can answer is on the list of both', async () => {
      await asksAt(first, NOT_FOUND)
      await asksAt(second, NOT_FOUND)
      await admin.says('คำถามค้าง')
      await admin.sees('ถาม 2 ครั้ง')
    })

    test('what is published at the first answers the next question at the second', async () => {
      await line.serve(first)
      await admin.saysAll('คำถามค้าง 1', '1', ANSWER, 'ข้าม', 'หนังสือจังหวัดตัวอย่าง', 'ข้าม', '5 พ.ย. 2569', '1', 'ข้าม')
      await admin.says('ยืนยัน')
      await admin.sees('เผยแพร่คำตอบแล้ว')
      await asksAt(second, ANSWER)
      await asksAt(first, ANSWER)
    })

    test('so does one that starts afterwards', async () => {
      await asksAt(await starts(), ANSWER)
    })

    test('what is withdrawn at the second is no longer answered at the first', async () => {
      await line.serve(second)
      await admin.saysAll('ถอนคำตอบ admin-0001', 'จังหวัดยกเลิกแบบป้ายแล้ว', 'วันนี้', 'ยืนยัน')
      await admin.sees('ถอนคำตอบ')
      await asksAt(first, NOT_FOUND)
      await asksAt(second, NOT_FOUND)
    })
  })
}
