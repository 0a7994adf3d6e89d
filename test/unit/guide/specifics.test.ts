/** What a question names exactly must be told by the answer: over the real entries. */
import { expect, test } from 'vitest'
import { decide } from '../../../src/guide/decide.ts'
import { loadEntries } from '../../../src/guide/entry.ts'
import { KNOWLEDGE_FOLDER } from '../../../src/guide/guide.ts'
import { createSearch } from '../../../src/guide/search.ts'

const loaded = loadEntries(KNOWLEDGE_FOLDER)
const knowledge = { entries: new Map(loaded.map((entry) => [entry.id, entry])), search: createSearch(loaded) }
const answerTo = (question: string) => {
  const decision = decide(question, knowledge, [])
  return decision.kind === 'entry' ? decision.entry.id : decision.kind
}

test.each([
  ['ครม. 10 ต.ค. 2561 ว่าอย่างไร', 'cabinet-resolution-2561'],
  ['ครม. 10 ต.ค. 2562 ว่าอย่างไร', 'resolutions-other-days'],
  ['มติ ครม. 8 ส.ค. 2560', 'resolutions-before-2561'],
  ['มติ ครม. 8 ส.ค. 2562', 'resolutions-other-days'],
  ['หนังสือ มท 0204.1/ว 1595 เรื่องอะไร', 'plan-letters'],
  ['หนังสือ มท 0204.1/ว 9999 เรื่องอะไร', 'none'],
  ['ขั้นที่ 13 คืออะไร', 'step-13'],
  ['ขั้นที่ 15 คืออะไร', 'none'],
  ['แผน 2567-2571 มีกี่แนวทาง', 'plan-after-2566'],
])('%s → %s', (question, id) => {
  expect(answerTo(question)).toBe(id)
})

test('what is near is offered with a “not found”, and nothing of another date', () => {
  const decision = decide('หนังสือ มท 0204.1/ว 9999 เรื่องอะไร', knowledge, [])
  expect(decision).toMatchObject({ kind: 'none', near: [] })
})
