/** The desk beside a store: who may, what is written, and that every process answers from it at once. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor, DialogBinding, Outcome, Turn } from '../../../src/bot/types.ts'
import { addVersions, allVersions, knowledgeVersions } from '../../../src/guide/desk/versions.ts'
import { loadEntries } from '../../../src/guide/entry.ts'
import { KNOWLEDGE_FOLDER } from '../../../src/guide/guide.ts'
import {
  exportKnowledge,
  type Guide,
  guideCollections,
  importKnowledge,
  openGuide,
  planKnowledgeImport,
} from '../../../src/guide/index.ts'
import { latestOpenQuestions } from '../../../src/guide/open-questions.ts'
import { composeReplies } from '../../../src/line/index.ts'
import { createLog } from '../../../src/log.ts'
import { pairs } from '../../../src/pairs/index.ts'
import { auditEntries, peopleCollections } from '../../../src/people/index.ts'
import { openStore, type Store } from '../../../src/store/index.ts'
import { type StorePlace, storeKinds } from '../../support/store-kinds.ts'

const log = createLog('silent')
const collections = [pairs, ...guideCollections, ...peopleCollections]
const now = new Date('2026-11-20T02:00:00Z')
const QUESTION = 'ป้ายหน้าเมืองพี่เมืองน้องใช้สีฟ้าเข้มเบอร์ใด'
const admin: Actor = { personId: 'p-admin', userId: 'Uadmin', role: 'admin', provinces: [], name: 'ผู้ดูแล' }
const officer: Actor = { personId: 'p-officer', userId: 'Uofficer', role: 'officer', provinces: ['น่าน'], name: 'จนท.' }
const written = {
  short: 'ใช้สีน้ำเงินเข้มตามแบบป้าย',
  document: 'หนังสือจังหวัดตัวอย่าง',
  documentDate: '5 พ.ย. 2569',
  certainty: 'A',
  title: 'สีของป้าย',
  validity: '',
  holdsFrom: '2026-11-20',
}

const turnOf = (read: Store, actor?: Actor, at = now) =>
  ({ userId: actor?.userId ?? 'Uguest', actor, memory: {}, now: at, read }) as unknown as Turn

async function settle(store: Store, outcome: Outcome): Promise<string> {
  await store.transaction((tx) => {
    for (const change of outcome.changes ?? []) change(tx)
  })
  return JSON.stringify(composeReplies(outcome.replies, { log }))
}

const asks = async (guide: Guide, store: Store, question: string, at = now) =>
  settle(store, await guide.answer(turnOf(store, undefined, at), question))

function dialogOf(guide: Guide, id: string): DialogBinding {
  const binding = guide.feature.dialogs?.find(({ dialogId }) => dialogId === id)
  if (!binding) throw new Error(`no dialog ${id}`)
  return binding
}

for (const kind of await storeKinds()) {
  describe.skipIf(kind.isMissing)(`two processes on ${kind.name}`, () => {
    let place: StorePlace
    let stores: Store[] = []
    beforeAll(async () => {
      place = await kind.newPlace()
      stores = [await openStore(place.options, collections), await openStore(place.options, collections)]
    })
    afterAll(async () => {
      for (const store of stores) await store.close()
      await place.remove()
    })

    test('both answer the next question from what was published at one of them, and so does one that starts later', async () => {
      const [here, there] = stores as [Store, Store]
      const [mine, other] = [await openGuide({ log }), await openGuide({ log })]
      expect(await asks(mine, here, QUESTION)).toContain('ไม่พบ')
      expect(await asks(other, there, QUESTION)).toContain('ไม่พบ')
      const [open] = await latestOpenQuestions(here, 1)
      const answers = { ...written, question: QUESTION, questionId: open?.id ?? '' }
      const outcome = await dialogOf(mine, 'knowledge-answer').finish(turnOf(here, admin), answers)
      await settle(here, outcome)
      expect(outcome.pushes?.map(({ userId }) => userId)).toEqual(['Uguest'])
      for (const [guide, store] of [
        [mine, here],
        [other, there],
        [await openGuide({ log }), there],
      ] as const) {
        expect(await asks(guide, store, QUESTION)).toContain('ใช้สีน้ำเงินเข้ม')
      }
      expect(await latestOpenQuestions(there, 9)).toEqual([])
    })
  })
}

describe('one process', () => {
  let folder: string
  let store: Store
  let guide: Guide

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'desk-'))
    store = await openStore({ sqliteFile: join(folder, 'store.db') }, collections)
    guide = await openGuide({ log })
  })
  afterEach(async () => {
    await store.close()
    await rm(folder, { recursive: true })
  })

  const publish = async (answers: Record<string, unknown>, actor: Actor = admin) => {
    const outcome = await dialogOf(guide, 'knowledge-answer').finish(turnOf(store, actor), answers as never)
    return settle(store, outcome)
  }

  describe('who is no admin', () => {
    test('can neither begin nor finish either dialog, and the audit log says so', async () => {
      for (const id of ['knowledge-answer', 'knowledge-withdraw']) {
        const defined = await dialogOf(guide, id).define(turnOf(store, officer), {})
        expect(defined.ok).toBe(false)
        if (!defined.ok) await settle(store, defined.refusal)
        await settle(
          store,
          await dialogOf(guide, id).finish(turnOf(store, officer), { ...written, entryId: 'step-01' }),
        )
      }
      expect(await allVersions(store)).toEqual([])
      const refusals = await store.find(auditEntries, 'byActionAndTime', ['refused'])
      expect(refusals.map(({ actor, note }) => `${actor} ${note}`).sort()).toEqual([
        'p-officer knowledge.publish',
        'p-officer knowledge.publish',
        'p-officer knowledge.withdraw',
        'p-officer knowledge.withdraw',
      ])
    })
  })

  test('of two who correct the same version the second is told, and nothing of theirs is written', async () => {
    const correction = { ...written, entryId: 'kpi-yearly-activity', baseNumber: 0, keepSources: 'keep' }
    expect(await publish(correction)).toContain('ฉบับที่ 1')
    expect(await publish({ ...correction, short: 'อีกคนแก้ไปพร้อมกัน' })).toContain('มีผู้แก้คำตอบ')
    expect(await allVersions(store)).toHaveLength(1)
  })

  test('a stored version says who, when and for which question; the audit log tells of it too', async () => {
    await publish({ ...written, question: QUESTION })
    expect(await allVersions(store)).toMatchObject([
      { entryId: 'admin-0001', number: 1, by: 'p-admin', at: now, note: QUESTION, status: 'published' },
    ])
    expect(await store.find(auditEntries, 'byActionAndTime', ['knowledge.published'])).toHaveLength(1)
    await publish({ ...written, question: 'ป้ายต้องสูงกี่เมตร' })
    expect((await allVersions(store)).map(({ entryId }) => entryId)).toEqual(['admin-0001', 'admin-0002'])
  })

  test('what was written for a question answers it even where the register or the calendar would have', async () => {
    const question = 'เชียงรายมีคู่กับเมืองไหนบ้าง'
    await publish({ ...written, question })
    expect(await asks(guide, store, `${question}ครับ`)).toContain('ใช้สีน้ำเงินเข้ม')
  })

  test('an answer to a local body holds their rule, in the chat and in the preview', async () => {
    const answers = { ...written, question: 'อบต. ใช้ป้ายสีใด' }
    const preview = await dialogOf(guide, 'knowledge-answer').preview?.(turnOf(store, admin), answers)
    expect(JSON.stringify(preview)).toContain('มิได้มีผลผูกพันรัฐบาลไทย')
    await publish(answers)
    expect(await asks(guide, store, 'อบต. ใช้ป้ายสีใด')).toContain('มิได้มีผลผูกพันรัฐบาลไทย')
  })

  test('a version that cannot be read is passed over, and the rest is answered', async () => {
    const version = {
      entryId: 'broken',
      number: 1,
      status: 'published',
      holdsFrom: '2026-11-20',
      at: now,
      by: 'x',
    } as const
    const add = await addVersions(store, [{ ...version, markdown: 'no front matter' }])
    await store.transaction((tx) => add(tx))
    expect(await asks(guide, store, 'ต้องจัดกิจกรรมปีละกี่ครั้ง')).toContain('อย่างน้อยปีละ 1 ครั้ง')
  })

  describe('Markdown files', () => {
    test('one that is wrong is named, and nothing of the folder is taken in', async () => {
      const source = join(folder, 'bad')
      await mkdir(source)
      const good = await readFile(join(KNOWLEDGE_FOLDER, 'step-01.md'), 'utf8')
      await writeFile(join(source, 'step-01.md'), good.replace('title: ', 'title: ใหม่ '))
      await writeFile(join(source, 'wrong.md'), 'no front matter')
      await writeFile(
        join(source, 'step-02.md'),
        good.replace('id: step-01', 'id: step-02').replace('id: s1,', 'id: nowhere,'),
      )
      await expect(importKnowledge(store, source, now)).rejects.toMatchObject({
        problems: [expect.stringContaining('step-02.md'), expect.stringContaining('wrong.md'), 'nothing was changed'],
      })
      expect(await store.find(knowledgeVersions, 'byEntry', [])).toEqual([])
      await expect(importKnowledge(store, join(folder, 'nowhere'), now)).rejects.toThrow('cannot be read')
    })

    test('an export holds the whole set: shipped files to the byte, and what admins wrote', async () => {
      await publish({ ...written, question: QUESTION })
      const out = join(folder, 'out')
      expect((await exportKnowledge(store, out, now)).fromStore).toEqual(['admin-0001'])
      expect(await readdir(out)).toHaveLength(loadEntries(KNOWLEDGE_FOLDER).length + 1)
      expect(await readFile(join(out, 'step-01.md'))).toEqual(await readFile(join(KNOWLEDGE_FOLDER, 'step-01.md')))
      expect(loadEntries(out).find(({ id }) => id === 'admin-0001')?.sources[0]?.title).toBe('หนังสือจังหวัดตัวอย่าง')
      expect(await planKnowledgeImport(store, out, now)).toMatchObject({ added: [], changed: [] })
    })

    test('what was changed in a file answers the next question, as a version of its own', async () => {
      const out = join(folder, 'out')
      await exportKnowledge(store, out, now)
      const file = join(out, 'kpi-yearly-activity.md')
      const text = await readFile(file, 'utf8')
      await writeFile(file, text.replace('อย่างน้อยปีละ 1 ครั้ง', 'อย่างน้อยปีละ 1 ครั้ง (ทบทวนแล้ว)'))
      expect(await importKnowledge(store, out, now)).toMatchObject({ added: [], changed: ['kpi-yearly-activity'] })
      expect(await asks(guide, store, 'ต้องจัดกิจกรรมปีละกี่ครั้ง')).toContain('ทบทวนแล้ว')
      expect(await allVersions(store)).toMatchObject([{ by: 'import', number: 1 }])
    })

    test('a withdrawn entry is not in the export, and is named', async () => {
      const withdrawal = {
        entryId: 'kpi-yearly-activity',
        baseNumber: 0,
        reason: 'มีแผนใหม่แล้ว',
        holdsFrom: '2026-11-20',
      }
      await settle(store, await dialogOf(guide, 'knowledge-withdraw').finish(turnOf(store, admin), withdrawal))
      expect((await exportKnowledge(store, join(folder, 'out'), now)).withdrawn).toEqual(['kpi-yearly-activity'])
      expect(await readdir(join(folder, 'out'))).not.toContain('kpi-yearly-activity.md')
    })
  })
})
