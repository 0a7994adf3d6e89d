/** Where the words of an answer are kept: in its row, or once for all who are told the same. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createMailbox, type Mailbox, NotKept } from '../../../src/bot/mailbox.ts'
import type { Reply } from '../../../src/bot/types.ts'
import { ManualClock } from '../../../src/clock.ts'
import { asCommon } from '../../../src/common-replies.ts'
import { createWordings, outbox, type Sender, wordings } from '../../../src/line/index.ts'
import { openStore, type Store } from '../../../src/store/index.ts'

const clock = new ManualClock('2026-11-21T02:00:00Z')
const sender = { loseTrack: () => {} } as Sender
let folder: string
let store: Store
let mailbox: Mailbox
let composed: number

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mailbox-'))
  store = await openStore({ sqliteFile: join(folder, 'store.sqlite') }, [outbox, wordings])
  composed = 0
  const compose = (replies: readonly Reply[]) => {
    composed += 1
    return replies
  }
  mailbox = createMailbox({ compose, wordings: createWordings(store, clock), sender, clock, owner: 'p' })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

let count = 0
const answer = (replies: readonly Reply[]) =>
  store.transaction((tx) => {
    count += 1
    const now = clock.now()
    const event = {
      id: `event${count}`,
      userId: 'U1',
      occurredAt: now,
      receivedAt: now,
      status: 'waiting' as const,
      rev: 1,
    }
    return mailbox.enqueueReply(tx, event, replies)
  })

const [hello, name] = [
  { kind: 'text', text: 'สวัสดี' },
  { kind: 'text', text: 'คุณสมชาย' },
] as const

it('keeps what everybody is told once, and composes it once', async () => {
  const replies = asCommon([hello])
  const [first] = await answer(replies)
  const [second] = await answer(replies)
  expect(first).toMatchObject({ messagesJson: '', wording: second?.wording })
  expect(await store.find(wordings, 'byId', [])).toMatchObject([{ messagesJson: JSON.stringify([hello]) }])
  expect(composed).toBe(1)
})

it('keeps what is said to one person in the row alone, also when it begins as what everybody is told', async () => {
  const [row] = await answer([...asCommon([hello]), name])
  expect(row?.messagesJson).toBe(JSON.stringify([hello, name]))
  expect(await store.find(wordings, 'byId', [])).toEqual([])
})

it('tells a store that refuses from an answer that cannot be made', async () => {
  const refusing = { keep: () => Promise.reject(new Error('no primary')) }
  const compose = (replies: readonly Reply[]) => replies
  mailbox = createMailbox({ compose, wordings: refusing, sender, clock, owner: 'p' })
  await expect(answer(asCommon([hello]))).rejects.toThrow(NotKept)
  expect(await answer([name])).toHaveLength(1)
})

it('stores nothing for an answer that says nothing', async () => {
  expect(await answer([])).toEqual([])
  expect(await store.find(outbox, 'byKey', [])).toEqual([])
})
