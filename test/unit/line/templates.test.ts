import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardNames, checkCards, problemsOf, renderCard, sampleOf } from '../../../src/line/index.ts'
import { wrapCard } from '../../../src/line/templates.ts'

const shown = (card: string, data: Record<string, unknown>) => JSON.stringify(renderCard(card, data))

/** Every text in a card, in reading order. */
function textsIn(component: unknown): string[] {
  if (Array.isArray(component)) return component.flatMap(textsIn)
  if (typeof component !== 'object' || component === null) return []
  const { text, action: _tap, ...rest } = component as { text?: unknown; action?: unknown }
  return [...(typeof text === 'string' ? [text] : []), ...Object.values(rest).flatMap(textsIn)]
}

describe('data that does not belong to the card', () => {
  test('a card that is not there is named', () => {
    expect(() => renderCard('nosuch', {})).toThrow('no card nosuch')
    expect(() => renderCard('constructor', {})).toThrow('no card constructor')
  })

  test.each([
    [{ titel: 'x' }, 'answer.titel'],
    [{ title: {} }, 'answer.title'],
    [{ title: Number.NaN }, 'answer.title'],
    [{ lines: 'x' }, 'answer.lines'],
    [{ lines: [['x']] }, 'answer.lines[0]'],
    [{ buttons: [{ label: 'does nothing' }] }, 'answer.buttons[0]'],
  ])('%j is refused by its name', (data, field) => {
    expect(() => renderCard('answer', data)).toThrow(field)
  })
})

describe('every card', () => {
  test('passes LINE’s limits with its sample, so the program starts', () => {
    expect(() => checkCards()).not.toThrow()
  })

  test.each(cardNames())('%s shows any words as they are, and reads none of them as JSON or as a template', (card) => {
    const evil = [`$${'{title}'}`, '{"$eval":"1+1"}', '"},{"type":"text"', '\u0000\u202e', '👩‍🌾 นํ้า', '\ud83e']
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...evil), fc.string({ unit: 'grapheme', minLength: 1 })), (words) => {
        const message = wrapCard('x', renderCard(card, replaceWords(sampleOf(card), words) as Record<string, unknown>))
        expect(problemsOf([message])).toEqual([])
        const said = words.toWellFormed()
        if (said.trim() !== '') expect(textsIn(message).some((text) => text.includes(said))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

/** The sample with other words in place of all texts; what a button does and where a picture is stays. */
function replaceWords(value: unknown, words: string): unknown {
  if (typeof value === 'string') return value.startsWith('https:') ? value : words
  if (Array.isArray(value)) return value.map((item) => replaceWords(item, words))
  if (typeof value !== 'object' || value === null || isButton(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceWords(item, words)]))
}

const isButton = (value: object) => ['say', 'data', 'opens'].some((does) => does in value)

describe('what is empty', () => {
  test('is not there: no text without words, no box without contents, no button without an action', () => {
    const card = renderCard('pairs', { title: 'คู่', text: '  ', pairs: [{ name: 'เชียงราย', facts: ['', 'ลงนาม'] }] })
    expect(textsIn(card)).toEqual(['คู่', 'เชียงราย', 'ลงนาม'])
    expect(card).not.toHaveProperty('footer')
    expect(JSON.stringify(card)).not.toContain('"action"')
    expect(problemsOf([wrapCard('x', card)])).toEqual([])
  })

  test('null and undefined are empty too', () => {
    expect(textsIn(renderCard('notice', { title: 'ก', body: undefined, note: null }))).toEqual(['ก'])
  })

  test('a bar of nought per cent stays', () => {
    const sections = [{ title: 'จีน', rows: [{ label: 'ก', value: '0', percent: 0 }] }]
    expect(shown('summary', { title: 'สรุป', sections })).toContain('"width":"0%"')
  })
})

describe('buttons', () => {
  const actionsIn = (buttons: unknown[]) =>
    (
      renderCard('answer', { title: 'ก', buttons }) as unknown as { footer: { contents: { action: unknown }[] } }
    ).footer.contents.map(({ action }) => action)

  test('become LINE’s actions', () => {
    const pickDay = { initial: '2027-08-01', min: '2027-07-01', max: '2027-09-30' }
    expect(
      actionsIn([
        { label: 'เมนู', say: 'เมนู' },
        { label: 'รายงาน', data: 'a=report', shows: 'รายงานกิจกรรม' },
        { label: 'วัน', data: 'a=plan', pickDay },
        { label: 'เอกสาร', opens: 'https://example.go.th/a.pdf' },
      ]),
    ).toEqual([
      { type: 'message', label: 'เมนู', text: 'เมนู' },
      { type: 'postback', label: 'รายงาน', data: 'a=report', displayText: 'รายงานกิจกรรม' },
      { type: 'datetimepicker', label: 'วัน', data: 'a=plan', mode: 'date', ...pickDay },
      { type: 'uri', label: 'เอกสาร', uri: 'https://example.go.th/a.pdf' },
    ])
  })

  test('a label is cut to 40 graphemes', () => {
    const [action] = actionsIn([{ label: 'น้ำ'.repeat(50), say: 'x' }]) as { label: string }[]
    expect(action?.label).toBe(`${'น้ำ'.repeat(39)}…`)
  })
})
