/** Edge 59: what a log must never hold, whatever went wrong while it was written. */
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Fault } from '../../src/simulator/index.ts'
import { textEvent } from '../support/events.ts'
import { ACCESS_TOKEN, CHANNEL_SECRET, type LineProgram, openLineProgram } from '../support/line-program.ts'
import { signatureOf } from '../support/webhook-post.ts'

const KINDS: Fault['kind'][] = ['reset', 'error500', 'html', 'truncated', 'empty', 'conflict', 'rateLimit']
const WORDS = 'คำถามลับที่ไม่ควรอยู่ในบันทึก'
const NAME = '../../ชื่อไฟล์ลับ.jpg'

let program: LineProgram
const secrets = new Set([ACCESS_TOKEN, CHANNEL_SECRET, WORDS, 'ชื่อไฟล์ลับ'])

beforeAll(async () => {
  program = await openLineProgram({ logLevel: 'trace', lineTimeoutMs: 150 })
  const { platform } = program
  for (const { userId } of platform.personas) secrets.add(userId)
  for (const kind of KINDS) {
    platform.faults.add({ on: 'reply', kind })
    platform.faults.add({ on: 'push', kind })
    platform.faults.add({ on: 'content', kind })
    await talks()
  }
  platform.faults.add({ on: 'reply', kind: 'unauthorized', times: 3 })
  await talks()
  await refusals()
  await brokenStore()
}, 60_000)
afterAll(() => program.close())

/** Phones that write, and strangers whose tokens LINE does not know. */
async function talks(): Promise<void> {
  const { platform, clock } = program
  await platform.phone('guest').say(WORDS)
  await platform.phone('guest').sendFile(Buffer.from('bytes'), NAME)
  await posts(textEvent(WORDS), textEvent('เมนู', { replyToken: undefined }))
  clock.forward(10_000)
  await platform.moveClock({ to: '2026-11-19' })
  await program.idle()
}

async function posts(...events: ReturnType<typeof textEvent>[]): Promise<void> {
  for (const { replyToken, source } of events) {
    if (typeof replyToken === 'string') secrets.add(replyToken)
    const { userId } = source as { userId?: string }
    if (userId) secrets.add(userId)
  }
  secrets.add(signatureOf(JSON.stringify({ events }), CHANNEL_SECRET))
  await program.post({ events })
  await program.idle()
}

async function refusals(): Promise<void> {
  await program.post({ events: [textEvent(WORDS)] }, { signature: 'x'.repeat(44) })
  await program.post(`{"events": "${WORDS}`)
  await program.post({ destination: `U${'a'.repeat(32)}`, events: [textEvent(WORDS)] })
  await program.post(`"${WORDS.repeat(20_000)}"`)
}

async function brokenStore(): Promise<void> {
  const db = new DatabaseSync(program.sqliteFile, { timeout: 5_000 })
  db.exec('ALTER TABLE conversations RENAME TO lost')
  await program.post({ events: [textEvent(WORDS)] })
  await program.idle()
  db.exec('ALTER TABLE lost RENAME TO conversations')
  db.close()
}

it('edge 59: holds no token, secret, reply token, signature, full user id, file name or word of anybody', () => {
  const logged = program.logged()
  // A log that says nothing would hold nothing.
  for (const told of ['called LINE', 'event stored', 'is tried again', 'webhook refused', '"level":50']) {
    expect(logged).toContain(told)
  }
  expect(secrets.size).toBeGreaterThan(20)
  expect([...secrets].filter((secret) => logged.includes(secret))).toEqual([])
})
