/** A program that cannot run as it was set up says why, a line a problem, and ends. */
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { outbox } from '../../src/line/index.ts'
import { people } from '../../src/people/index.ts'
import { openStore } from '../../src/store/index.ts'
import { Page } from '../support/chatter.ts'
import { type Exit, endPrograms, runProgram, type Settings, startProgram } from '../support/program.ts'
import { type StorePlace, storeKinds } from '../support/store-kinds.ts'
import { newFolder, type TempFolder } from '../support/temp-folder.ts'

const LINE: Settings = { LINE_CHANNEL_SECRET: 'secret', LINE_CHANNEL_ACCESS_TOKEN: 'token' }
/** Nobody listens there: a program in LINE mode starts without LINE, and says so in its log. */
const NOWHERE: Settings = { LINE_API_BASE_URL: 'http://127.0.0.1:9', LOG_LEVEL: 'silent' }

let folder: TempFolder
beforeAll(async () => {
  folder = await newFolder()
})
afterAll(() => folder.remove())
afterEach(endPrograms)

const run = (settings: Settings) => runProgram({ DATA_DIR: folder.path, ...settings })

function expectRefusal({ code, stdout, stderr }: Exit, ...problems: readonly RegExp[]): void {
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  const lines = stderr.trim().split('\n')
  expect(lines).toHaveLength(problems.length)
  for (const [n, problem] of problems.entries()) expect(lines[n]).toMatch(problem)
}

describe('the start is refused, with one line a problem and no stack trace', () => {
  const wrong: readonly [why: string, settings: Settings, ...problems: RegExp[]][] = [
    ['two values that cannot be right', { PORT: 'abc', LOG_LEVEL: 'loud' }, /^PORT /, /^LOG_LEVEL /],
    ['one credential alone', { LINE_CHANNEL_SECRET: 'secret' }, /^LINE_CHANNEL_ACCESS_TOKEN is missing/],
    ['an empty secret', { ...LINE, LINE_CHANNEL_SECRET: '' }, /^LINE_CHANNEL_SECRET is set but empty/],
    ['an http address for LINE', { ...LINE, PUBLIC_URL: 'http://example.go.th' }, /^PUBLIC_URL .*https/],
    ['a database without LINE', { MONGODB_URI: 'mongodb://127.0.0.1:9/x' }, /^MONGODB_URI .*SIMULATOR=1/],
  ]
  test.each(wrong)('%s', async (_why, settings, ...problems) => {
    expectRefusal(await run(settings), ...problems)
  })
})

describe('a DATA_DIR that cannot be made', () => {
  test('below a file', async () => {
    await writeFile(`${folder.path}/a-file`, '')
    expectRefusal(await run({ DATA_DIR: `${folder.path}/a-file/data` }), /cannot be opened .*set DATA_DIR/)
  })

  test.skipIf(!existsSync('/proc/self'))('where the system takes no folders, as under /proc', async () => {
    expectRefusal(await run({ DATA_DIR: '/proc/sistercity/data' }), /cannot be opened .*set DATA_DIR/)
  })
})

describe('one program on an embedded store', () => {
  test('a second one is refused, and may start as soon as the first was killed', async () => {
    const own = await newFolder()
    const settings = { DATA_DIR: own.path, ...LINE, ...NOWHERE }
    const first = startProgram(settings)
    await first.ready
    expectRefusal(await run(settings), /store\.sqlite is in use by another running program.*MONGODB_URI/)
    await first.end('SIGKILL')
    const second = startProgram(settings)
    await second.ready
    expect((await second.end('SIGTERM')).code).toBe(0)
    await own.remove()
  })
})

for (const kind of await storeKinds()) {
  describe.skipIf(kind.isMissing)(`on ${kind.name}`, () => {
    let own: TempFolder
    let place: StorePlace
    let settings: Settings
    beforeEach(async () => {
      own = await newFolder()
      place = await kind.newPlace()
      const mongo: Settings = 'mongodbUri' in place.options ? { MONGODB_URI: place.options.mongodbUri } : {}
      settings = { DATA_DIR: own.path, ...mongo }
    })
    afterEach(async () => {
      await place.remove()
      await own.remove()
    })

    test('a port that another program has is said in one line, and no process is left', async () => {
      const other = createServer()
      await once(other.listen(0, '127.0.0.1'), 'listening')
      const { port } = other.address() as AddressInfo
      expectRefusal(
        await run({ ...settings, SIMULATOR: '1', PORT: String(port) }),
        new RegExp(`^PORT ${port} .*in use`),
      )
      other.close()
    })

    test('the store of the simulator is refused to LINE; in the same folder LINE knows nothing of what was played', async () => {
      const playing = startProgram({ ...settings, SIMULATOR: '1' })
      const page = new Page(await playing.ready)
      await page.chatter('officer-chiangrai').says('คู่ของฉัน')
      await playing.end('SIGTERM')

      const simulators = 'MONGODB_URI' in settings ? settings : { DATA_DIR: `${own.path}/simulator` }
      expectRefusal(await run({ ...simulators, ...LINE, ...NOWHERE }), /simulator.*DATA_DIR or MONGODB_URI/)

      const real = startProgram({ DATA_DIR: own.path, ...LINE, ...NOWHERE })
      await real.ready
      await real.end('SIGTERM')
      const store = await openStore({ sqliteFile: `${own.path}/store.sqlite` }, [people, outbox])
      const left = [store.count(people, 'byUserId', []), store.count(outbox, 'byKey', [])]
      expect(await Promise.all(left)).toEqual([0, 0])
      await store.close()
    })
  })
}
