import { describe, expect, test } from 'vitest'
import type { Button, Reply } from '../../../src/bot/types.ts'
import { composeReplies, problemsOf } from '../../../src/line/index.ts'
import { splitText } from '../../../src/line/split-text.ts'
import { createLog } from '../../../src/log.ts'

const silent = createLog('silent')
const compose = (replies: readonly Reply[]) =>
  composeReplies(replies, { log: silent }) as unknown as Record<string, unknown>[]

const text = (words: string, buttons?: readonly Button[]): Reply => ({ kind: 'text', text: words, buttons })
const card = (title: string, more: Partial<Extract<Reply, { kind: 'card' }>> = {}): Reply => ({
  kind: 'card',
  card: 'notice',
  data: { title },
  altText: title,
  ...more,
})
const say = (label: string): Button => ({ label, say: label })

const labelsOf = (message: Record<string, unknown> | undefined) =>
  (message?.quickReply as { items: { action: { label: string } }[] } | undefined)?.items.map(
    ({ action }) => action.label,
  )

describe('a card that LINE would refuse is said in words', () => {
  test.each([
    ['there is no such card', { card: 'nosuch' }],
    ['its data has a field it does not know', { data: { titel: 'x' } }],
    ['it is too large', { data: { title: 'x', body: 'ก'.repeat(10_000) } }],
    [
      'a picker’s last day comes before its first',
      { data: { buttons: [{ label: 'x', data: 'a', pickDay: { min: '2027-02-01', max: '2027-01-01' } }] } },
    ],
  ])('because %s', (_, more) => {
    expect(compose([card('ชื่อ', { ...more, fallback: 'ในคำ' })])).toEqual([{ type: 'text', text: 'ในคำ' }])
  })

  test('by its altText when nothing else was given, and with its buttons', () => {
    const [message] = compose([card('ชื่อ', { card: 'nosuch', buttons: [say('เมนู')] })])
    expect(message).toMatchObject({ type: 'text', text: 'ชื่อ' })
    expect(labelsOf(message)).toEqual(['เมนู'])
  })
})

describe('a card that fits', () => {
  test('carries the altText, cut to LINE’s 1500 units at a whole character', () => {
    const [message] = compose([card('ก', { altText: 'น้ำ'.repeat(600) })])
    expect(message).toMatchObject({ type: 'flex', altText: 'น้ำ'.repeat(500) })
  })

  test('says something in the chat list even without one', () => {
    expect(compose([card('ก', { altText: ' ' })])[0]?.altText).not.toBe('')
  })
})

describe('buttons', () => {
  test('edge 53: stand below the last message only, those of the last reply first', () => {
    const messages = compose([text('หนึ่ง', [say('ก')]), text('สอง', [say('ข')])])
    expect(messages.map(labelsOf)).toEqual([undefined, ['ข', 'ก']])
  })

  test('are at most 13; the same one twice is shown once', () => {
    const many = Array.from({ length: 20 }, (_, i) => say(`${i}`))
    expect(labelsOf(compose([text('ก', [...many, ...many])])[0])).toHaveLength(13)
    expect(labelsOf(compose([text('ก', [say('ก'), say('ก')])])[0])).toEqual(['ก'])
  })

  test('that the card has itself are not repeated below it, and those of a card said in words are', () => {
    const buttons = [say('เมนู'), say('สรุป')]
    const shown = card('ก', { data: { title: 'ก', buttons: [say('สรุป')] }, buttons })
    const broken = card('ก', { card: 'nosuch', buttons })
    expect([shown, broken].map((reply) => labelsOf(compose([reply])[0]))).toEqual([['เมนู'], ['เมนู', 'สรุป']])
  })

  test('a label is cut to 20 graphemes and keeps its vowels and tone marks', () => {
    expect(labelsOf(compose([text('ก', [say('น้ำ'.repeat(20)), say('น้ำ'.repeat(21))])])[0])).toEqual([
      'น้ำ'.repeat(20),
      `${'น้ำ'.repeat(19)}…`,
    ])
  })

  test('one that LINE would refuse is left out and the others stay', () => {
    const buttons = [{ label: 'ยาว', data: 'x'.repeat(301) }, { label: '', say: 'x' }, say('เมนู')]
    expect(labelsOf(compose([text('ก', buttons)])[0])).toEqual(['เมนู'])
  })

  test('camera and date picker', () => {
    const buttons: Button[] = [
      { label: 'ถ่ายภาพ', opens: 'camera' },
      { label: 'วัน', data: 'a', pickDay: { min: '2027-01-01' } },
    ]
    expect(compose([text('ก', buttons)])[0]?.quickReply).toEqual({
      items: [
        { type: 'action', action: { type: 'camera', label: 'ถ่ายภาพ' } },
        { type: 'action', action: { type: 'datetimepicker', label: 'วัน', data: 'a', mode: 'date', min: '2027-01-01' } },
      ],
    })
  })
})

describe('edge 53: at most five messages', () => {
  const textsOf = (messages: Record<string, unknown>[]) => messages.map((message) => message.text ?? message.altText)

  test('five stay as they are', () => {
    expect(compose(['1', '2', '3', '4', '5'].map((words) => text(words)))).toHaveLength(5)
  })

  test('neighbouring texts become one', () => {
    const messages = compose(['1', '2', '3', '4', '5', '6'].map((words) => text(words)))
    expect(textsOf(messages)).toEqual(['1\n\n2\n\n3\n\n4\n\n5\n\n6'])
  })

  test('of seven cards the last become words, the first stay cards, and nothing is lost', () => {
    const messages = compose(
      [1, 2, 3, 4, 5, 6, 7].map((n) => card(`${n}`, { fallback: `คำ ${n}`, buttons: [say(`${n}`)] })),
    )
    expect(textsOf(messages)).toEqual(['1', '2', '3', '4', 'คำ 5\n\nคำ 6\n\nคำ 7'])
    expect(labelsOf(messages[4])).toEqual(['7', '6', '5', '4', '3', '2', '1'])
  })

  test('what is longer than five texts is cut, and says so', () => {
    const messages = compose([text('ก '.repeat(15_000))])
    expect(messages).toHaveLength(5)
    expect(messages[4]?.text).toMatch(/ยาวเกิน/)
    expect(problemsOf(messages)).toEqual([])
  })
})

describe('text', () => {
  test('without words is not sent', () => {
    expect(compose([text(' \n ')])).toEqual([])
    expect(compose([])).toEqual([])
  })

  test('is split at 5000 UTF-16 units, never inside a character', () => {
    const messages = compose([text('น้ำ'.repeat(3000))])
    expect(messages.map(({ text: words }) => (words as string).length)).toEqual([4998, 4002])
    expect(messages.map(({ text: words }) => words).join('')).toBe('น้ำ'.repeat(3000))
  })

  test('is split at a line’s end, or between words, when one is near', () => {
    expect(splitText('aaaa aaa\nbbb', 10)).toEqual(['aaaa aaa', 'bbb'])
    expect(splitText('aaaa aaaa bbb', 10)).toEqual(['aaaa aaaa', 'bbb'])
    expect(splitText('a bbbbbbbbbbbbb', 10)).toEqual(['a bbbbbbbb', 'bbbbb'])
    expect(splitText('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 12)).toEqual(['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'])
    expect(splitText(`e${'\u0301'.repeat(30)}`, 10).join('')).toHaveLength(31)
  })
})
