/** The commands beside a running program: what one process writes, the other tells people. */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outbox } from '../../src/line/index.ts'
import { duties, firedReminders } from '../../src/reminders/duty.ts'
import { openStore } from '../../src/store/index.ts'
import { dayOf, fiscalYearOf, fiscalYearRange } from '../../src/thai/index.ts'
import { Page } from '../support/chatter.ts'
import {
  type Exit,
  endPrograms,
  freePort,
  type Program,
  runProgram,
  type Settings,
  startProgram,
} from '../support/program.ts'
import { newFolder, type TempFolder } from '../support/temp-folder.ts'

/** In the year after this one: nobody has been reminded of it yet, whenever this test runs. */
const AS_OF = `${fiscalYearRange(fiscalYearOf(dayOf(new Date())) + 1).to.slice(0, 4)}-09-01`
/** The contract's 2 s, and what a machine takes that is busy with other tests. */
const SENT_WITHIN_MS = 6_000

const REMINDERS = [outbox, duties, firedReminders]

const HEADER =
  'pair_id,list_no,province_th,partner_th,partner_en,country_iso,signed_be,signed_on,status,instrument,signed_by_level,raw_name,name_certainty,pair_certainty,as_of,source,note'
const GOOD_ROW = 'SC900,,เชียงราย,เมืองทดสอบ,Testville,JP,2560,,signed,mou,province,,A,A,2026-01-01,a test,'
const BAD_ROW = 'SC901,,เชียงราย,เมืองที่สอง,Second,JP,2560,,perhaps,mou,province,,A,A,2026-01-01,a test,'

describe('beside a running program', { timeout: 120_000 }, () => {
  let folder: TempFolder
  let settings: Settings
  let program: Program
  let page: Page

  const command = (name: string, ...args: string[]): Promise<Exit> =>
    runProgram(settings, ['node', `src/commands/${name}.ts`, ...args])

  function expectRefusal({ code, stdout, stderr }: Exit, ...lines: readonly RegExp[]): void {
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    const said = stderr.trim().split('\n')
    expect(said).toHaveLength(lines.length)
    for (const [n, line] of lines.entries()) expect(said[n]).toMatch(line)
  }

  beforeAll(async () => {
    folder = await newFolder()
    settings = { DATA_DIR: folder.path, PORT: String(await freePort()) }
    program = startProgram(settings)
    page = new Page(await program.ready)
  })
  afterAll(async () => {
    await endPrograms()
    await folder.remove()
  })

  describe('npm run invite', () => {
    test('refuses a role or a province that does not exist, in one line', async () => {
      expectRefusal(await command('invite', '--role', 'king', '--province', 'เชียงราย'), /king/)
      expectRefusal(await command('invite', '--role', 'officer', '--province', 'เมืองทอง'), /เมืองทอง/)
      expectRefusal(await command('invite', '--province', 'เชียงราย'), /usage/)
    })

    test('draws no QR code without an account of LINE, and makes no invitation then', async () => {
      const picture = join(folder.path, 'invitation.png')
      expectRefusal(await command('invite', '--role', 'admin', '--qr', picture), /no invitation was made/)
    })

    test('makes a code that works in the chat at once', async () => {
      const args = ['--role', 'officer', '--province', 'เชียงราย', '--province', 'พะเยา', '--json']
      const made = await runProgram(settings, ['npm', 'run', '--silent', 'invite', '--', ...args])
      const { code, ...rest } = JSON.parse(made.stdout) as { code: string }
      expect(rest).toEqual({ role: 'officer', provinces: ['เชียงราย', 'พะเยา'], expiresAt: expect.stringMatching(/Z$/) })

      const { phone } = (await page.do('phones', { name: 'สมศรี' })) as { phone: { id: string } }
      const newcomer = page.chatter(phone.id)
      await newcomer.sees('สวัสดี')
      await newcomer.saysAll(`ลงทะเบียน ${code}`, 'ยินยอม', 'สมศรี ใจดี', 'นักวิเคราะห์นโยบายและแผน', 'ยืนยัน')
      await newcomer.sees('เจ้าหน้าที่จังหวัด (เชียงราย, พะเยา)')
      await newcomer.says('คู่ของฉัน')
      await newcomer.sees('ยูนนาน')
    })
  })

  describe('npm run remind', () => {
    /** How much there is of all that a sweep writes. */
    async function written(): Promise<number[]> {
      const store = await openStore({ sqliteFile: join(folder.path, 'simulator/store.sqlite') }, REMINDERS)
      const counts = await Promise.all([
        store.count(outbox, 'byKey', []),
        store.count(duties, 'byYear', []),
        store.count(firedReminders, 'onceForDuty', []),
      ])
      await store.close()
      return counts
    }

    test('refuses a day that is none', async () => {
      expectRefusal(await command('remind', '--as-of', '2027-09-31'), /2027-09-31/)
    })

    test('as a dry run says who would get what, and writes nothing', async () => {
      const before = await written()
      const { stdout } = await command('remind', '--as-of', AS_OF, '--dry-run', '--json')
      const planned = JSON.parse(stdout)
      expect(planned).toMatchObject({ asOf: AS_OF, dryRun: true })
      expect(planned.messages.map(({ audience }: { audience: string }) => audience)).toContain('supervisor')
      expect(planned.messages.every(({ result }: { result: string }) => result === 'would-store')).toBe(true)
      expect(await written()).toEqual(before)
    })

    test('stores messages that the running program sends within seconds; a second run sends nothing', async () => {
      const officer = page.chatter('officer-chiangmai')
      await officer.looksUp()
      const first = JSON.parse((await command('remind', '--as-of', AS_OF, '--json')).stdout)
      await officer.sees('ยังไม่พบรายงานกิจกรรมในระบบ', SENT_WITHIN_MS)
      expect(first.messages.length).toBeGreaterThan(1)

      const second = JSON.parse((await command('remind', '--as-of', AS_OF, '--json')).stdout)
      expect(second.messages).toEqual([])
    })
  })

  describe('npm run import-pairs', () => {
    const file = async (...rows: string[]): Promise<string> => {
      const path = join(folder.path, 'pairs.csv')
      await writeFile(path, [HEADER, ...rows].join('\n'))
      return path
    }

    test('names a bad row by its line and changes nothing, not even by the good ones', async () => {
      expectRefusal(
        await command('import-pairs', await file(GOOD_ROW, BAD_ROW)),
        /^line 3: .*status/,
        /nothing was changed/,
      )
      const plan = await command('import-pairs', await file(GOOD_ROW), '--dry-run')
      expect(plan.stdout).toBe('would add SC900\n1 new, 0 changed, 0 as they were (dry run: nothing written)\n')
    })

    test('takes pairs in, which the chat shows at once', async () => {
      const officer = page.chatter('officer-chiangrai')
      await officer.says('เชียงรายมีคู่กับเมืองไหนบ้าง')
      expect(await officer.reads()).not.toContain('เมืองทดสอบ')
      expect((await command('import-pairs', await file(GOOD_ROW))).stdout).toContain('added SC900')
      await officer.says('เชียงรายมีคู่กับเมืองไหนบ้าง')
      await officer.sees('เมืองทดสอบ')
    })
  })

  describe('npm run backup and npm run restore', () => {
    test('a backup of the running program brings its reports back; a store in use is not replaced', async () => {
      const officer = page.chatter('officer-chiangrai')
      await officer.saysAll('รายงานกิจกรรม', '1', 'แลกเปลี่ยนเยาวชน ครั้งที่ 3', '1', 'เมื่อวาน', '1', 'ศาลากลางจังหวัด')
      await officer.saysAll('เยาวชน 30 คนได้แลกเปลี่ยนภาษา', 'ข้าม', 'ยืนยัน')
      await officer.sees(/R\d{4}-000001/)
      const copy = join(folder.path, 'copy.sqlite')
      expect(await command('backup', copy)).toMatchObject({ code: 0 })
      expectRefusal(await command('restore', copy), /in use/)

      await program.end('SIGTERM')
      const lost = ['store.sqlite', 'store.sqlite-wal', 'store.sqlite-shm']
      await Promise.all(lost.map((name) => rm(join(folder.path, 'simulator', name), { force: true })))
      expect(await command('restore', copy)).toMatchObject({ code: 0 })

      program = startProgram(settings)
      await program.ready
      const admin = page.chatter('admin')
      await admin.says('สรุป')
      await admin.sees('รายงานที่ส่งแล้วทั้งหมด 1 รายงาน')
    })
  })
})
