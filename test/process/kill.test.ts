/** kill -9 in the middle of a dialog: the simulator and the bot end together, and both go on where they were. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chatter, Page } from '../support/chatter.ts'
import { endPrograms, freePort, type Program, type Settings, startProgram } from '../support/program.ts'
import { newFolder, type TempFolder } from '../support/temp-folder.ts'

const DAY_MS = 24 * 60 * 60 * 1000

describe('edge 18: kill -9 in the middle of a dialog, then a new start', { timeout: 120_000 }, () => {
  let folder: TempFolder
  let settings: Settings
  let program: Program
  let page: Page
  let officer: Chatter

  beforeAll(async () => {
    folder = await newFolder()
    settings = { DATA_DIR: folder.path, PORT: String(await freePort()) }
    program = startProgram(settings)
    page = new Page(await program.ready)
    officer = page.chatter('officer-chiangrai')
  })
  afterAll(async () => {
    await endPrograms()
    await folder.remove()
  })

  test('the clock and all chats are as they were, and the word that was just said is answered', async () => {
    await officer.sees('ยินดีต้อนรับ')
    await officer.saysAll('รายงานกิจกรรม', '1', 'แลกเปลี่ยนเยาวชน ครั้งที่ ๑')
    await page.do('clock', { days: 3 })
    await officer.looksUp()
    await officer.phone.say('๑')
    const before = await page.state()
    await program.end('SIGKILL')

    program = startProgram(settings)
    await program.ready
    await officer.sees('วันที่')
    const after = await page.state()
    expect(Date.parse(after.now)).toBeGreaterThanOrEqual(Date.parse(before.now))
    expect(Date.parse(after.now)).toBeGreaterThan(Date.now() + 2.9 * DAY_MS)
    for (const { id, messages } of before.phones) {
      const now = after.phones.find((phone) => phone.id === id)?.messages ?? []
      expect(now.slice(0, messages.length)).toEqual(messages)
    }
  })

  test('the draft goes on with the next question, and each word has one answer', async () => {
    await officer.saysAll('เมื่อวาน', '1', 'ศาลากลางจังหวัดเชียงราย', 'เยาวชน 30 คนได้แลกเปลี่ยนภาษา', 'ข้าม')
    await officer.sees('ครั้งที่ ๑')
    await program.end('SIGKILL')
    program = startProgram(settings)
    await program.ready
    await officer.says('ยืนยัน')
    await officer.sees(/R\d{4}-000001/)

    const words = (await officer.phone.messages()).filter((message) => message.from === 'user')
    const answers = new Set((await officer.ofBot()).map((message) => message.requestId))
    expect(answers.size, 'the greeting, and an answer to each word').toBe(1 + words.length)
  })
})
