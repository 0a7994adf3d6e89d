/** Log lines are written together, in their order, and none is lost when the program ends. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog } from '../../src/log.ts'
import { LogOutput } from '../../src/log-output.ts'

describe('the log on standard output', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function opened() {
    const written: string[][] = []
    const messages = (text: string) =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).msg)
    return { written, log: createLog('info', new LogOutput({ write: (text) => written.push(messages(text)) })) }
  }

  it('gathers what is said in the same moment', () => {
    const { log, written } = opened()
    log.info('ก')
    log.info('ข')
    expect(written).toEqual([])
    vi.advanceTimersByTime(20)
    log.info('ค')
    vi.advanceTimersByTime(20)
    vi.advanceTimersByTime(1_000)
    expect(written).toEqual([['ก', 'ข'], ['ค']])
  })

  it('writes a warning at once, after what was said before it', () => {
    const { log, written } = opened()
    log.info('ก')
    log.warn('ข')
    log.error('ค')
    expect(written).toEqual([['ก', 'ข'], ['ค']])
    vi.advanceTimersByTime(1_000)
    expect(written).toHaveLength(2)
  })
})

describe('a program that ends', () => {
  const run = (body: string) => {
    const log = `import { createLog } from '${new URL('../../src/log.ts', import.meta.url)}'; const log = createLog('info');`
    return promisify(execFile)(process.execPath, ['--input-type=module', '-e', `${log} ${body}`])
  }

  it.each(['', 'process.exit(0)'])('has written what it logged last: %j', async (end) => {
    const { stdout } = await run(`log.info('ก'); log.info('ข'); ${end}`)
    expect(stdout.trimEnd().split('\n')).toEqual([expect.stringContaining('ก'), expect.stringContaining('ข')])
  })
})
