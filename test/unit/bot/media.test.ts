import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { media, mediaFeature, openMedia, wantMedia } from '../../../src/bot/media.ts'
import { createMediaKeeper, type MediaKeeper } from '../../../src/bot/media-keeper.ts'
import type { Turn } from '../../../src/bot/types.ts'
import { ManualClock } from '../../../src/clock.ts'
import type { FileRef } from '../../../src/dialogs/index.ts'
import type { ContentOutcome } from '../../../src/line/index.ts'
import { createLog } from '../../../src/log.ts'
import { openStore, type Store } from '../../../src/store/index.ts'

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
const content = (bytes: Buffer, contentType = 'image/gif'): ContentOutcome => ({ kind: 'content', bytes, contentType })

let folder: string
let store: Store
let clock: ManualClock
let keeper: MediaKeeper
/** What LINE says of a message's content, one a call; the last one again and again. */
let answers: Map<string, (ContentOutcome | (() => Promise<ContentOutcome>))[]>
let asked: string[]
let lost: string[]
const onLost = async (messageId: string) => void lost.push(messageId)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-'))
  store = await openStore({ sqliteFile: join(folder, 'store.sqlite') }, [media])
  clock = new ManualClock('2026-11-19T03:00:00Z')
  answers = new Map()
  asked = []
  lost = []
  keeper = createMediaKeeper({ store, clock, log: createLog('silent'), content: answer, onLost })
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function answer(messageId: string): Promise<ContentOutcome> {
  asked.push(messageId)
  const list = answers.get(messageId) ?? [{ kind: 'gone' }]
  const next = list.length > 1 ? list.shift() : list[0]
  return typeof next === 'function' ? next() : (next ?? { kind: 'gone' })
}

async function wants(messageId: string, over: Partial<FileRef> = {}): Promise<void> {
  const changes = await wantMedia(store, { messageId, kind: 'image', ...over }, clock.now())
  await store.transaction((tx) => {
    for (const change of changes) change(tx)
  })
}

async function unsends(messageId: string): Promise<void> {
  const turn = { event: { kind: 'unsend', messageId }, read: store, now: clock.now() } as unknown as Turn
  const outcome = await mediaFeature(async () => undefined).on?.unsend?.(turn)
  await store.transaction((tx) => {
    for (const change of outcome?.changes ?? []) change(tx)
  })
}

async function passes(seconds: number): Promise<void> {
  clock.forward(seconds * 1_000)
  await keeper.keepUp()
}

const kept = async (messageId: string) => {
  const file = await openMedia(store, messageId)
  return file && { ...file.info, content: await buffer(file.stream) }
}
const statusOf = async (messageId: string) => (await store.get(media, messageId))?.status

describe('edge 30: what LINE answers', () => {
  test('is kept as it came, with the type of its bytes', async () => {
    answers.set('1', [content(GIF, 'image/jpeg')])
    await wants('1')
    await passes(0)
    expect(await kept('1')).toMatchObject({ contentType: 'image/gif', content: GIF })
    await passes(60)
    expect(asked).toEqual(['1'])
  })

  test.each([
    ['still prepares it', { kind: 'not-ready' }],
    ['breaks off half-way', { kind: 'uncertain', why: 'reset' }],
    ['is out of reach', { kind: 'unreached', why: 'ECONNREFUSED' }],
    ['does not take the token', { kind: 'unauthorised' }],
    ['is empty', content(Buffer.alloc(0))],
    ['is the page of a proxy', content(Buffer.from('<html>sign in</html>'), 'text/html; charset=utf-8')],
  ] satisfies [string, ContentOutcome][])('%s: nothing is kept, and it is asked again', async (_what, outcome) => {
    answers.set('1', [outcome, content(GIF)])
    await wants('1')
    await passes(0)
    expect(await kept('1')).toBeUndefined()
    expect(await statusOf('1')).toBe('wanted')
    await passes(60)
    expect(await kept('1')).toMatchObject({ content: GIF })
  })

  test.each([{ kind: 'gone' }, { kind: 'too-large' }, { kind: 'unusable' }] satisfies ContentOutcome[])(
    '%j: it is not asked for again, and is told of once',
    async (outcome) => {
      answers.set('1', [outcome])
      await wants('1')
      await passes(0)
      await passes(3_600)
      expect([asked, lost]).toEqual([['1'], ['1']])
      expect(await statusOf('1')).toBe('gone')
    },
  )

  test('is not waited for for ever, but a token that is renewed after a day is in time', async () => {
    answers.set('1', [{ kind: 'not-ready' }])
    answers.set('2', [{ kind: 'unauthorised' }])
    await wants('1')
    await wants('2')
    for (let at = 0; at < 100; at += 1) await passes(600)
    expect(await statusOf('1')).toBe('gone')
    answers.set('2', [content(GIF)])
    await passes(600)
    expect(await statusOf('2')).toBe('stored')
  })

  test('a download that hangs keeps no other waiting', async () => {
    answers.set('1', [() => new Promise(() => {})])
    answers.set('2', [content(GIF)])
    await wants('1')
    await wants('2')
    void passes(0)
    while ((await statusOf('2')) !== 'stored') await new Promise((resolve) => setImmediate(resolve))
    expect(await statusOf('1')).toBe('wanted')
  })
})

describe('the same bytes', () => {
  beforeEach(async () => {
    for (const messageId of ['1', '2']) {
      answers.set(messageId, [content(GIF)])
      await wants(messageId)
    }
    await passes(0)
  })

  test('are one content, whoever sent them', async () => {
    const [first, second] = [await kept('1'), await kept('2')]
    expect(first?.id).toBe(second?.id)
    expect(first?.sha256).toHaveLength(64)
  })

  test('stay until the last who sent them has taken them back', async () => {
    const id = (await kept('1'))?.id ?? ''
    await unsends('1')
    await passes(1)
    expect(await kept('1')).toBeUndefined()
    expect(await kept('2')).toMatchObject({ content: GIF })
    await unsends('2')
    await passes(1)
    expect(await store.files.get(id)).toBeUndefined()
  })
})

describe('edge 23: a message that was taken back', () => {
  test('before its photo came is never asked for', async () => {
    await unsends('1')
    await wants('1')
    await passes(60)
    expect(asked).toEqual([])
    expect(await statusOf('1')).toBe('removed')
  })

  test('while its photo is on the way leaves nothing behind', async () => {
    answers.set('1', [
      async () => {
        await unsends('1')
        return content(GIF)
      },
    ])
    await wants('1')
    await passes(0)
    await passes(1)
    expect(await statusOf('1')).toBe('removed')
    const { createHash } = await import('node:crypto')
    expect(await store.files.get(`media-${createHash('sha256').update(GIF).digest('hex')}`)).toBeUndefined()
  })

  test('of a submitted report stays, and its sender is told where', async () => {
    const turn = { event: { kind: 'unsend', messageId: '1' }, read: store, now: clock.now() } as unknown as Turn
    const outcome = await mediaFeature(async (_turn, fileId) => `R2570-000001 of ${fileId}`).on?.unsend?.(turn)
    expect(outcome?.changes ?? []).toEqual([])
    expect(outcome?.replies).toMatchObject([{ text: expect.stringContaining('R2570-000001 of line-1') }])
  })
})

describe('edge 28: a file’s name', () => {
  test.each([
    ['../../etc/passwd', '__.._etc_passwd.gif'],
    ['C:\\autoexec.bat', 'C__autoexec.bat.gif'],
    ['รูป กิจกรรม.gif', 'รูป กิจกรรม.gif'],
    ['a\u0000b\r\nc', 'a_b__c.gif'],
    ['.htaccess', '_htaccess.gif'],
  ])('%j is kept as %j', async (name, safe) => {
    answers.set('1', [content(GIF)])
    await wants('1', { kind: 'file', name })
    await passes(0)
    expect((await kept('1'))?.name).toBe(safe)
  })

  test('of 300 Thai letters is cut, and keeps its ending', async () => {
    answers.set('1', [content(GIF)])
    await wants('1', { kind: 'file', name: 'ก'.repeat(300) })
    await passes(0)
    expect((await kept('1'))?.name).toBe(`${'ก'.repeat(100)}.gif`)
  })

  test('that says PDF does not make a PDF of a program', async () => {
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])
    answers.set('1', [content(program, 'application/pdf')])
    await wants('1', { kind: 'file', name: 'รายงาน.pdf' })
    await passes(0)
    expect((await kept('1'))?.contentType).not.toBe('application/pdf')
  })
})
