/** Links to files: each for as long as what it shows is good for, and no longer. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFileSharer, fileLinks, openFileLink } from '../../../src/bot/file-links.ts'
import { seal, unseal } from '../../../src/bot/sealed-file.ts'
import type { Turn } from '../../../src/bot/types.ts'
import { openStore, type Store } from '../../../src/store/index.ts'

const NOW = new Date('2026-11-19T03:00:00Z')
const FILE = { name: 'a.txt', contentType: 'text/plain', bytes: Buffer.from('ลงทะเบียน ABCD-EFGH') }
const hoursOn = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)

let folder: string
let store: Store
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'links-'))
  store = await openStore({ sqliteFile: join(folder, 'store.sqlite') }, [fileLinks])
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const turnOf = (eventId: string) => ({ event: { id: eventId }, userId: 'U1', now: NOW }) as unknown as Turn

async function shares(over: { until?: Date; isSecret?: boolean } = {}, eventId = 'e1'): Promise<string> {
  const shared = await createFileSharer(store, 'https://sister.example')(turnOf(eventId), { ...FILE, ...over })
  if (!shared.ok) throw new Error('nothing was shared')
  await store.transaction((tx) => {
    for (const change of shared.changes) change(tx)
  })
  return shared.url.split('/').at(-1) ?? ''
}

async function read(token: string, at: Date): Promise<string | undefined> {
  const opened = await openFileLink(store, token, at)
  return opened && (await buffer(opened.stream)).toString()
}

test('opens for a day', async () => {
  const token = await shares()
  expect(await read(token, hoursOn(23))).toBe(FILE.bytes.toString())
  expect(await read(token, hoursOn(24))).toBeUndefined()
  expect(await read('another', NOW)).toBeUndefined()
})

test('opens for as long as what it shows is good for, and other links that are made do not end it', async () => {
  const token = await shares({ until: hoursOn(14 * 24) })
  await shares({}, 'e2')
  expect(await read(token, hoursOn(14 * 24 - 1))).toBe(FILE.bytes.toString())
  expect(await read(token, hoursOn(14 * 24))).toBeUndefined()
})

test('a secret lies in the store so that only its link can read it', async () => {
  const token = await shares({ isSecret: true })
  const lying = await store.files.get('export-e1')
  expect(lying && (await buffer(lying.stream)).includes('ABCD')).toBe(false)
  expect(await openFileLink(store, token, NOW)).toMatchObject({ name: 'a.txt', bytes: FILE.bytes.length })
  expect(await read(token, NOW)).toBe(FILE.bytes.toString())
})

test('a secret whose event is worked again is read by the link that was sent', async () => {
  await createFileSharer(store, 'https://sister.example')(turnOf('e1'), { ...FILE, isSecret: true })
  expect(await read(await shares({ isSecret: true }), NOW)).toBe(FILE.bytes.toString())
})

test('what was sealed opens with no other token', () => {
  expect(unseal(seal(FILE.bytes, 'one'), 'one')).toEqual(FILE.bytes)
  expect(() => unseal(seal(FILE.bytes, 'one'), 'two')).toThrow()
})
