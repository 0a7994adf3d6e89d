/** A database whose nodes go away under a running program: it says so, bears it, and goes on by itself. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Chatter } from '../support/chatter.ts'
import { textEvent } from '../support/events.ts'
import { type LinePlatform, openLinePlatform } from '../support/line-platform.ts'
import { withDatabase } from '../support/mongod.ts'
import { findMongod } from '../support/mongod-binary.ts'
import { endPrograms, type Program, startProgram } from '../support/program.ts'
import { ReplicaSet } from '../support/replica-set.ts'
import { newFolder, type TempFolder } from '../support/temp-folder.ts'
import { until } from '../support/until.ts'
import { exchange, postWebhook } from '../support/webhook-post.ts'

/** LINE's own deadline for a webhook. */
const LINE_WAITS_MS = 2_000
const CONTRACT_MS = 10_000

/** There, a skipped file would pass unseen. */
const isMissing = process.env.CI !== 'true' && !(await findMongod(() => {}).catch(() => undefined))

describe.skipIf(isMissing)('a replica set that has lost its majority', { timeout: 120_000 }, () => {
  let folder: TempFolder
  let set: ReplicaSet
  let line: LinePlatform
  let program: Program
  let origin: string
  let guest: Chatter

  beforeAll(async () => {
    folder = await newFolder()
    set = await ReplicaSet.start(() => {})
    line = await openLinePlatform()
    const MONGODB_URI = withDatabase(set.uri, 'sistercity')
    program = startProgram({ DATA_DIR: folder.path, MONGODB_URI, LOG_LEVEL: 'silent', ...line.settings })
    origin = await program.ready
    await line.serve(origin)
    guest = await line.newcomer('guest')
  })
  afterAll(async () => {
    await endPrograms()
    await line?.close()
    await set?.stop()
    await folder?.remove()
  })

  const loseMajority = () => Promise.all(set.nodes.slice(0, 2).map((node) => node.kill()))
  const isReady = async () => (await exchange(`${origin}/readyz`)).status === 200

  /** How long it took, and what came of it. */
  async function timed<T>(work: Promise<T>): Promise<{ result: T; ms: number }> {
    const started = performance.now()
    return { result: await work, ms: performance.now() - started }
  }

  test('edge 17: a webhook is 503 before LINE gives up waiting, and /readyz says why', async () => {
    await loseMajority()
    const { channelSecret } = { channelSecret: line.settings.LINE_CHANNEL_SECRET ?? '' }
    for (const round of ['at once', 'and again']) {
      const webhook = await timed(postWebhook(origin, channelSecret, { events: [textEvent('เมนู')] }))
      expect(webhook.result.status, round).toBe(503)
      expect(webhook.ms, round).toBeLessThan(LINE_WAITS_MS)
    }
    const ready = await timed(exchange(`${origin}/readyz`))
    expect(ready.result).toMatchObject({ status: 503 })
    expect(ready.result.body).toContain('the store does not answer')
    expect(ready.ms).toBeLessThan(LINE_WAITS_MS)
    expect((await exchange(`${origin}/healthz`)).status).toBe(200)
  })

  test('what was said meanwhile is answered once when it is back, without anybody’s help', async () => {
    await guest.looksUp()
    await guest.phone.say('ขั้นตอน')
    for (const node of set.nodes) if (!node.isRunning) await node.start()
    await set.whenWhole()
    await until('the program to be ready', isReady, 30_000)
    await guest.sees(/ขั้นตอน/)
    await guest.says('เมนู')
    const answered = (await guest.ofBot()).map((message) => message.requestId)
    expect(new Set(answered).size, 'the greeting and two answers').toBe(3)
  })

  test('SIGTERM ends the program in time although nothing can be written', async () => {
    await loseMajority()
    const { result, ms } = await timed(program.end('SIGTERM'))
    expect(result.code).toBe(0)
    expect(ms).toBeLessThan(CONTRACT_MS)
  })
})
