/**
 * Two programs on one store, each a process of its own: what an admin publishes or withdraws through one of them, the other
 * answers from with the very next question, and one that starts later as well. On MongoDB both run at once; an embedded store
 * is one program's alone, so there each takes over from the other.
 */
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { Chatter } from '../support/chatter.ts'
import { type LinePlatform, openLinePlatform } from '../support/line-platform.ts'
import { endPrograms, freePort, type Program, runProgram, type Settings, startProgram } from '../support/program.ts'
import { type StorePlace, storeKinds } from '../support/store-kinds.ts'
import { newFolder, type TempFolder } from '../support/temp-folder.ts'

const QUESTION = 'ป้ายหน้าเมืองพี่เมืองน้องใช้สีฟ้าเข้มเบอร์ใด'
const ANSWER = 'ใช้สีน้ำเงินเข้มตามแบบป้ายของจังหวัด'
const NOT_FOUND = 'ไม่พบ'

for (const kind of await storeKinds()) {
  describe.skipIf(kind.isMissing)(`two processes on ${kind.name}`, { timeout: 120_000 }, () => {
    let folder: TempFolder
    let place: StorePlace
    let line: LinePlatform
    let settings: Settings
    let running: Program[] = []
    let admin: Chatter
    let officer: Chatter

    beforeAll(async () => {
      folder = await newFolder()
      place = await kind.newPlace()
      line = await openLinePlatform()
      const mongo: Settings = 'mongodbUri' in place.options ? { MONGODB_URI: place.options.mongodbUri } : {}
      settings = { DATA_DIR: folder.path, ...line.settings, ...mongo }
      await startsAnother()
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

    /** From here on LINE's webhooks reach a process that has just started. */
    async function startsAnother(): Promise<void> {
      if ('sqliteFile' in place.options) await Promise.all(running.map((program) => program.end('SIGTERM')))
      running.push(startProgram({ ...settings, PORT: String(await freePort()) }))
      await line.serve((await running.at(-1)?.ready) ?? '')
    }

    /** From here on they reach the other process, as a load balancer may send them anywhere. */
    async function movesToTheOther(): Promise<void> {
      if ('sqliteFile' in place.options || running.length === 1) return startsAnother()
      running = running.toReversed()
      await line.serve((await running.at(-1)?.ready) ?? '')
    }

    async function becomesAdmin(): Promise<void> {
      const { stdout } = await runProgram(settings, ['node', 'src/commands/invite.ts', '--role', 'admin', '--json'])
      const { code } = JSON.parse(stdout) as { code: string }
      await admin.saysAll(`ลงทะเบียน ${code}`, 'ยินยอม', 'สมหญิง ส่วนกลาง', 'นักวิเทศสัมพันธ์', 'ยืนยัน')
    }

    async function isAnswered(expected: string): Promise<void> {
      await officer.says(QUESTION)
      await officer.sees(expected)
    }

    test('a question that neither can answer is on the list of both', async () => {
      await isAnswered(NOT_FOUND)
      await movesToTheOther()
      await isAnswered(NOT_FOUND)
      await admin.says('คำถามค้าง')
      await admin.sees('ถาม 2 ครั้ง')
    })

    test('what is published at one answers the next question at the other', async () => {
      await admin.saysAll('คำถามค้าง 1', '1', ANSWER, 'ข้าม', 'หนังสือจังหวัดตัวอย่าง', 'ข้าม', '5 พ.ย. 2569', '1', 'ข้าม')
      await admin.says('ยืนยัน')
      await admin.sees('เผยแพร่คำตอบแล้ว')
      await movesToTheOther()
      await isAnswered(ANSWER)
      await movesToTheOther()
      await isAnswered(ANSWER)
    })

    test('so does one that starts afterwards', async () => {
      await startsAnother()
      await isAnswered(ANSWER)
    })

    test('what is withdrawn at one is no longer answered at the other', async () => {
      await admin.saysAll('ถอนคำตอบ admin-0001', 'จังหวัดยกเลิกแบบป้ายแล้ว', 'วันนี้', 'ยืนยัน')
      await admin.sees('ถอนคำตอบ')
      await movesToTheOther()
      await isAnswered(NOT_FOUND)
    })
  })
}
