import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { choiceTyped } from '../../../src/bot/chosen.ts'
import type { Actor, Memory, Outcome, Turn } from '../../../src/bot/types.ts'
import { type Guide, guideCollections, openGuide } from '../../../src/guide/index.ts'
import { latestOpenQuestions } from '../../../src/guide/open-questions.ts'
import { composeReplies } from '../../../src/line/index.ts'
import { createLog } from '../../../src/log.ts'
import { fillEmptyRegister, pairs } from '../../../src/pairs/index.ts'
import { peopleCollections } from '../../../src/people/index.ts'
import { openStore, type Store } from '../../../src/store/index.ts'
import { normaliseCommand } from '../../../src/thai/index.ts'

const log = createLog('silent')
let folder: string
let store: Store
let guide: Guide
let now: Date
let memory: Memory

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guide-'))
  store = await openStore({ sqliteFile: join(folder, 'store.db') }, [pairs, ...guideCollections, ...peopleCollections])
  now = new Date('2026-11-20T02:00:00Z')
  memory = {}
  await fillEmptyRegister(store, now)
  guide = await openGuide({ log })
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const turnOf = (userId = 'Uguest', actor?: Partial<Actor>) =>
  ({ userId, memory, now, read: store, actor }) as unknown as Turn

/** Writes what the bot would write, and returns everything that LINE would be sent. */
async function settle(outcome: Outcome): Promise<string> {
  await store.transaction((tx) => {
    for (const change of outcome.changes ?? []) change(tx)
  })
  memory = outcome.remember ?? memory
  return JSON.stringify(composeReplies(outcome.replies, { log }))
}

/** A number stands for what was offered last, as in the bot. */
async function says(text: string, userId?: string): Promise<string> {
  const chosen = choiceTyped(text, memory, now)
  return chosen === undefined ? settle(await guide.answer(turnOf(userId), text)) : taps(chosen)
}

async function types(word: string, actor?: Partial<Actor>): Promise<string> {
  const command = guide.feature.commands?.find(({ match }) => match(normaliseCommand(word)) !== undefined)
  if (!command) throw new Error(`${word} is no command`)
  return settle(await command.run(turnOf('Uguest', actor), true))
}

async function taps(data: string): Promise<string> {
  const params = new URLSearchParams(data)
  const postback = guide.feature.postbacks?.find(({ action }) => action === params.get('a'))
  if (!postback) throw new Error(`${data} is no button`)
  return settle(await postback.run(turnOf(), params))
}

describe('what the documents do not answer', () => {
  test('is said to be not found, with whom to ask', async () => {
    expect(await says('ร้านอาหารจีนแถวศาลากลางเชียงใหม่เปิดกี่โมง')).toMatch(/ไม่พบคำตอบในเอกสาร|นอกขอบเขต/)
    expect(await says('ป้ายหน้าเมืองพี่เมืองน้องใช้สีฟ้าเข้มเบอร์ใด')).toMatch(/ไม่พบคำตอบในเอกสาร.*กองการต่างประเทศ/)
  })

  test("goes on the admins' list once, however often and however politely it is asked", async () => {
    await says('ป้ายหน้าเมืองพี่เมืองน้องใช้สีฟ้าเข้มเบอร์ใด', 'Uone')
    await says('ป้ายหน้าเมืองพี่เมืองน้อง  ใช้สีฟ้าเข้มเบอร์ใดคะ?', 'Utwo')
    const [open, ...others] = await latestOpenQuestions(store, 10)
    expect(others).toEqual([])
    expect(open).toMatchObject({ question: 'ป้ายหน้าเมืองพี่เมืองน้องใช้สีฟ้าเข้มเบอร์ใด', times: 2, askedBy: ['Uone', 'Utwo'] })
  })

  test('what was answered or refused is not on it', async () => {
    await says('ต้องจัดกิจกรรมปีละกี่ครั้ง')
    await says('หวยออกอะไร')
    expect(await latestOpenQuestions(store, 10)).toEqual([])
  })

  test('only an admin sees the list', async () => {
    await says('ป้ายหน้าเมืองพี่เมืองน้องใช้สีฟ้าเข้มเบอร์ใด')
    expect(await types('คำถามค้าง', { role: 'officer', provinces: ['น่าน'] })).not.toContain('สีฟ้าเข้ม')
    expect(await types('คำถามค้าง', { role: 'admin', provinces: [] })).toContain('สีฟ้าเข้ม')
  })
})

test('an answer shows its document, how sure it is, and the way on', async () => {
  const shown = await says('มติ ครม เมืองพี่เมืองน้อง วันที่เท่าไหร่')
  expect(shown).toMatch(/10 ต\.ค\. 2561/)
  expect(shown).toMatch(/ที่มา.*19 ธ\.ค\. 2561/)
  expect(shown).toContain('ความแน่นอน: ระบุไว้ในเอกสาร')
  expect(shown).toContain('a=answer&id=cabinet-resolution-2561&full=1')
})

test('the whole answer is read by tapping or by typing', async () => {
  await says('เมืองพี่เมืองน้องคืออะไร')
  const typed = await says('ขอรายละเอียด')
  expect(typed).toBe(await taps('a=answer&id=sister-city-definition&full=1'))
})

test('a button of an entry that is gone says so', async () => {
  expect(await taps('a=answer&id=gone')).toContain('คำตอบนี้ไม่มีแล้ว')
})

test('a short question is understood after the one before, and not half an hour later', async () => {
  await says('กับจีนมีกี่คู่')
  expect(await says('เวียดนามล่ะ')).toContain('จำนวนคู่กับเวียดนาม')
  await says('ใครเป็นคนเซ็นฝั่งไทย')
  expect(await says('แล้วรองผู้ว่าล่ะ')).toContain('ใครเป็นผู้ลงนามฝ่ายไทย')
  await says('ใครเป็นคนเซ็นฝั่งไทย')
  now = new Date('2026-11-20T03:00:00Z')
  await says('แล้วรองผู้ว่าล่ะ')
  expect(memory.question).toBe('แล้วรองผู้ว่าล่ะ')
})

test('what is asked back is answered by its number', async () => {
  expect(await says('เพชรมีคู่กับเมืองไหน')).toContain('2. เพชรบูรณ์')
  expect(await says('๒')).toContain('เพชรบูรณ์ – หลวงพระบาง')
})

test('between near answers a person chooses, by number as well', async () => {
  const knowledge = join(folder, 'knowledge')
  await mkdir(knowledge)
  await writeFile(join(knowledge, 'sources.yaml'), 'plan: { title: แผน, kind: document }')
  for (const id of ['north', 'south']) {
    const frontMatter = { id, kind: 'fact', topic: 'plan', certainty: 'A', questions: [`แผนภาค ${id}`], keywords: [] }
    const entry = { ...frontMatter, title: `แผน ${id}`, short: `คำตอบ ${id}`, sources: [{ id: 'plan' }] }
    await writeFile(join(knowledge, `${id}.md`), `---\n${JSON.stringify(entry)}\n---\nฉบับเต็ม ${id}`)
  }
  guide = await openGuide({ log, folder: knowledge })
  expect(await says('แผนภาคอะไร')).toMatch(/หมายถึงเรื่องใด.*1\. แผน north.*2\. แผน south/)
  expect(await says('2')).toContain('คำตอบ south')
})

describe('the steps', () => {
  test('are cards to walk through, each labelled as a summary with its details', async () => {
    const shown = await types('ขั้นตอน')
    expect(shown).toContain('"type":"carousel"')
    expect(shown.match(/สรุปจากเอกสารที่มี ไม่ใช่ลำดับขั้นตามมติ ครม\. ฉบับเต็ม/g)?.length).toBeGreaterThan(6)
    expect(shown).toContain('a=answer&id=step-01&full=1')
  })

  test('go on to the rest, and back to the first', async () => {
    await types('ขั้นตอน')
    const rest = await taps('a=steps&from=8')
    expect(rest).toContain('ข้อ 8 จาก 13')
    expect(rest).toContain('a=steps&from=1')
    expect(await taps('a=steps&from=99')).toContain('ข้อ 1 จาก 13')
  })
})

test('menu and help are as they are for this person', async () => {
  expect(await types('เมนู')).not.toContain('รายงานกิจกรรม')
  expect(await types('เมนู', { role: 'officer', provinces: ['น่าน'] })).toContain('รายงานกิจกรรม')
  expect(await types('ช่วยเหลือ')).toContain('ลงทะเบียน')
  expect(await types('ช่วยเหลือ', { role: 'admin', provinces: [] })).toContain('คำถามค้าง')
})

describe('in the middle of a dialog', () => {
  test.each([
    'โครงการแลกเปลี่ยนเยาวชน',
    'ขั้นตอนการสถาปนาความสัมพันธ์',
    'เชียงราย ยูนนาน',
    'ต้องปรับปรุงเรื่องงบประมาณ',
    'ใครก็ได้',
    'อยากกินอะไร',
  ])('%s is no question', async (text) => {
    expect(await guide.sideAnswer(text, store, now)).toBeUndefined()
  })

  test('a question that is surely one is answered', async () => {
    expect(JSON.stringify(await guide.sideAnswer('ต้องจัดกิจกรรมปีละกี่ครั้ง', store, now))).toContain('อย่างน้อยปีละ 1 ครั้ง')
    expect(JSON.stringify(await guide.sideAnswer('ตอนนี้ปีงบอะไร', store, now))).toContain('ปีงบประมาณ 2570')
  })
})

test('every entry fits a card, short and in full', async () => {
  const warnings: unknown[] = []
  const strict = { ...log, error: (details: unknown) => void warnings.push(details) } as typeof log
  for (const id of guide.entryIds) {
    for (const full of ['', '&full=1']) {
      const outcome = await guide.feature.postbacks?.[0]?.run(turnOf(), new URLSearchParams(`a=answer&id=${id}${full}`))
      composeReplies(outcome?.replies ?? [], { log: strict })
    }
  }
  expect(guide.entryIds.length).toBeGreaterThan(60)
  expect(warnings).toEqual([])
})
