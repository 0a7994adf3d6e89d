/** How the program ends, and what it leaves behind: nothing. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LinePlatform, openLinePlatform } from '../support/line-platform.ts'
import { endPrograms, freePort, startProgram } from '../support/program.ts'
import { newFolder } from '../support/temp-folder.ts'
import { until } from '../support/until.ts'

const CONTRACT_MS = 10_000

let folder: Awaited<ReturnType<typeof newFolder>>
beforeEach(async () => {
  folder = await newFolder()
})
afterEach(async () => {
  await endPrograms()
  await folder.remove()
})

describe('SIGTERM', { timeout: 120_000 }, () => {
  test('to npm start ends everything with 0, although somebody looks at the page', async () => {
    const program = startProgram({ DATA_DIR: folder.path }, ['npm', 'start'])
    const origin = await program.ready
    const events = await fetch(`${origin}/simulator/api/events`)
    expect(events.headers.get('content-type')).toContain('text/event-stream')

    const asked = performance.now()
    const { code, stderr } = await program.end('SIGTERM')
    expect({ code, stderr }).toMatchObject({ code: 0 })
    expect(performance.now() - asked).toBeLessThan(CONTRACT_MS)
    await until('no process of it', () => !program.hasDescendants(), 2_000)
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow()
  })

  describe('with LINE', () => {
    let line: LinePlatform
    beforeEach(async () => {
      line = await openLinePlatform()
    })
    afterEach(() => line.close())

    test('while a call to LINE hangs: it ends in time, and the answer is given by the next start, once', async () => {
      const settings = { DATA_DIR: folder.path, PORT: String(await freePort()), ...line.settings }
      const program = startProgram(settings)
      await line.serve(await program.ready)
      const guest = await line.newcomer('guest')
      line.simulator.faults.add({ on: 'reply', kind: 'hang' })
      await guest.looksUp()
      await guest.phone.say('ขั้นตอน')
      await line.simulator.settled()
      await until('the call that hangs', () => line.simulator.traffic().some((each) => each.responseBody === '(hang)'))

      const asked = performance.now()
      expect(await program.end('SIGTERM')).toMatchObject({ code: 0 })
      expect(performance.now() - asked).toBeLessThan(CONTRACT_MS)
      expect(await guest.reads()).toBe('')

      await startProgram(settings).ready
      await guest.sees('ขั้นตอน')
      await guest.says('เมนู')
      const calls = new Set((await guest.ofBot()).map((message) => message.requestId))
      expect(calls.size, 'the greeting, the steps, the menu').toBe(3)
    })

    test('before it is ready ends it at once', async () => {
      line.simulator.faults.add({ on: 'info', kind: 'hang' })
      const program = startProgram({ DATA_DIR: folder.path, ...line.settings })
      await until('its first call', () => line.simulator.traffic().length > 0)
      expect(await program.end('SIGTERM')).toMatchObject({ code: 0 })
    })
  })
})
