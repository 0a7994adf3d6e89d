import { describe, expect, test } from 'vitest'
import { problemsOf, renderCard, sampleOf } from '../../../src/line/index.ts'
import { wrapCard } from '../../../src/line/templates.ts'

/** One grapheme, two UTF-16 units. */
const GAM = 'กำ'
/** One grapheme, three UTF-16 units. */
const NUMFON = 'น้ำ'

const text = (value: unknown, more: object = {}) => ({ type: 'text', text: value, ...more })
const quickReplies = (actions: unknown[]) =>
  text('ถาม', { quickReply: { items: actions.map((action) => ({ type: 'action', action })) } })
const flex = (contents: unknown, altText: unknown = 'การ์ด') => ({ ...wrapCard('', {} as never), altText, contents })
const box = (contents: unknown[], more: object = {}) => ({ type: 'box', layout: 'vertical', contents, ...more })
const bubble = (contents: unknown[], more: object = {}) => ({ type: 'bubble', body: box(contents), ...more })
const button = (action: unknown) => flex(bubble([{ type: 'button', action }]))
const say = (label: string, words = 'เมนู') => ({ type: 'message', label, text: words })

const propertiesOf = (...messages: unknown[]) => problemsOf(messages).map(({ property }) => property)

/** A value at the edge passes, one more does not, and the problem names the property. */
function expectEdge(at: unknown, over: unknown, property: string): void {
  expect(problemsOf([at])).toEqual([])
  expect(propertiesOf(over)).toEqual([`messages[0].${property}`])
}

describe('edge 50: texts, each in the unit in which LINE counts it', () => {
  test('a text has 1 to 5000 UTF-16 units', () => {
    expect(propertiesOf(text(''))).toEqual(['messages[0].text'])
    expectEdge(text('ก'.repeat(5000)), text('ก'.repeat(5001)), 'text')
    expectEdge(text(GAM.repeat(2500)), text(`${GAM.repeat(2500)}ก`), 'text')
  })

  test('a quick reply’s label has 20 graphemes, whatever their UTF-16 units', () => {
    expectEdge(
      quickReplies([say(NUMFON.repeat(20))]),
      quickReplies([say(NUMFON.repeat(21))]),
      'quickReply.items[0].action.label',
    )
    expect(problemsOf([quickReplies([say('ยืนยันการส่งรายงานแล้ว')])])).toEqual([])
  })

  test('a Flex button’s label has 40', () => {
    expectEdge(button(say(GAM.repeat(40))), button(say(GAM.repeat(41))), 'contents.body.contents[0].action.label')
  })

  test('altText has 1500 UTF-16 units', () => {
    const card = bubble([text('x')])
    expectEdge(flex(card, GAM.repeat(750)), flex(card, `${GAM.repeat(750)}ก`), 'altText')
  })

  test('postback data has 300 UTF-16 units and may be empty, displayText 300 graphemes', () => {
    const tap = (over: object) => quickReplies([{ type: 'postback', label: 'ก', data: 'a', ...over }])
    const path = 'quickReply.items[0].action'
    expectEdge(tap({ data: GAM.repeat(150) }), tap({ data: `${GAM.repeat(150)}a` }), `${path}.data`)
    expectEdge(tap({ displayText: GAM.repeat(300) }), tap({ displayText: GAM.repeat(301) }), `${path}.displayText`)
    expect(problemsOf([tap({ data: '' })])).toEqual([])
    expect(propertiesOf(tap({ displayText: 'a', text: 'b' }))).toEqual([`messages[0].${path}.text`])
  })

  test('what a message action says has 300 graphemes', () => {
    expectEdge(
      quickReplies([say('ก', GAM.repeat(300))]),
      quickReplies([say('ก', GAM.repeat(301))]),
      'quickReply.items[0].action.text',
    )
  })
})

describe('counts', () => {
  test('a call has 1 to 5 messages', () => {
    expect(problemsOf([])).toEqual([{ property: 'messages', message: 'Size must be between 1 and 5' }])
    expect(problemsOf(Array(5).fill(text('x')))).toEqual([])
    expect(propertiesOf(...Array(6).fill(text('x')))).toEqual(['messages'])
  })

  test('edge 50: 13 quick replies, not 14, not none', () => {
    expectEdge(quickReplies(Array(13).fill(say('ก'))), quickReplies(Array(14).fill(say('ก'))), 'quickReply.items')
    expect(propertiesOf(quickReplies([]))).toEqual(['messages[0].quickReply.items'])
  })

  test('edge 51: 12 bubbles in a carousel, all of one size', () => {
    const carousel = (contents: unknown[]) => flex({ type: 'carousel', contents })
    expectEdge(carousel(Array(12).fill(bubble([]))), carousel(Array(13).fill(bubble([]))), 'contents.contents')
    expect(propertiesOf(carousel([bubble([], { size: 'giga' }), bubble([])]))).toEqual([
      'messages[0].contents.contents',
    ])
    expect(problemsOf([carousel([bubble([], { size: 'mega' }), bubble([])])])).toEqual([])
    expect(propertiesOf(carousel([]))).toEqual(['messages[0].contents.contents'])
  })
})

describe('actions', () => {
  const action = (over: object) => propertiesOf(quickReplies([{ label: 'ก', ...over }]))
  const path = 'messages[0].quickReply.items[0].action'

  test.each([
    ['https://example.go.th/a', true],
    ['tel:0212345678', true],
    ['https://example.go.th/เอกสาร', false],
    ['https://example.go.th/a b', false],
    ['javascript:alert(1)', false],
    ['', false],
  ])('opening %j: %s', (uri, isFine) => {
    expect(action({ type: 'uri', uri })).toEqual(isFine ? [] : [`${path}.uri`])
  })

  test.each([
    [{ initial: '2027-08-01', min: '2027-07-01', max: '2027-09-30' }, []],
    [{ min: '2027-07-01', max: '2027-07-01' }, ['max']],
    [{ initial: '2027-10-01', max: '2027-09-30' }, ['initial']],
    [{ initial: '2570-08-01' }, ['initial']],
    [{ initial: '1 ส.ค. 2570' }, ['initial']],
    [{ mode: 'day' }, ['mode']],
  ])('a date picker with %j', (over, faults) => {
    const found = action({ type: 'datetimepicker', data: 'a', mode: 'date', ...over })
    expect(found).toEqual(faults.map((fault) => `${path}.${fault}`))
  })

  test('the camera opens from a quick reply only', () => {
    expect(action({ type: 'camera' })).toEqual([])
    expect(propertiesOf(button({ type: 'camera', label: 'ถ่ายภาพ' }))).toEqual([
      'messages[0].contents.body.contents[0].action.type',
    ])
  })

  test('an unknown action, one without a label, none at all', () => {
    expect(action({ type: 'fly' })).toEqual([`${path}.type`])
    expect(propertiesOf(quickReplies([{ type: 'message', text: 'x' }]))).toEqual([`${path}.label`])
    expect(propertiesOf(quickReplies([undefined]))).toEqual([path])
  })
})

describe('edge 51: Flex', () => {
  const inBody = (component: unknown) =>
    propertiesOf(flex(bubble([component]))).map((p) => p.replace('messages[0].contents.body.', ''))

  test.each([
    ['an empty text', text(''), ['contents[0].text']],
    ['a text without text', { type: 'text' }, ['contents[0].text']],
    ['a text of null', text(null), ['contents[0].text']],
    ['a flex of NaN', text('x', { flex: Number.NaN }), ['contents[0].flex']],
    ['a colour by name', text('x', { color: 'navy' }), ['contents[0].color']],
    ['a short colour', text('x', { color: '#123' }), ['contents[0].color']],
    ['a size that is none', text('x', { size: 'huge' }), ['contents[0].size']],
    ['a margin that is none', text('x', { margin: '-4px' }), ['contents[0].margin']],
    ['a property that LINE does not know', text('x', { fontSize: 'md' }), ['contents[0].fontSize']],
    ['a layout that is none', box([], { layout: 'grid' }), ['contents[0].layout']],
    ['a box without contents', { type: 'box', layout: 'vertical' }, ['contents[0].contents']],
    ['an icon outside a baseline', { type: 'icon', url: 'https://a.th/i.png' }, ['contents[0].type']],
    [
      'a button in a baseline',
      box([{ type: 'button', action: say('ก') }], { layout: 'baseline' }),
      ['contents[0].contents[0].type'],
    ],
    ['a hole', null, ['contents[0]']],
    ['a button without an action', { type: 'button' }, ['contents[0].action']],
    ['an http picture', { type: 'image', url: 'http://a.th/i.png' }, ['contents[0].url']],
    [
      'a picture taller than three times its width',
      { type: 'image', url: 'https://a.th/i.png', aspectRatio: '1:4' },
      ['contents[0].aspectRatio'],
    ],
  ])('%s is refused', (_, component, faults) => {
    expect(inBody(component)).toEqual(faults)
  })

  test('what LINE takes is taken', () => {
    const children = [
      text('x', { color: '#12355B80', size: '18px', margin: 'md', wrap: true, maxLines: 0 }),
      { type: 'text', contents: [{ type: 'span', text: 'ส่วน', weight: 'bold' }] },
      box([{ type: 'icon', url: 'https://a.th/i.png' }, text('y')], { layout: 'baseline', spacing: 'sm' }),
      box([], { width: '60%', height: '10px', backgroundColor: '#0F766E', action: { type: 'postback', data: 'a' } }),
      { type: 'separator', margin: '4px' },
      { type: 'image', url: 'https://a.th/i.png', size: 'full', aspectRatio: '20:13', aspectMode: 'cover' },
    ]
    expect(inBody(box(children, { offsetTop: '-4px', paddingAll: '5%' }))).toEqual([])
  })

  test('a bubble has at most 30,000 bytes of UTF-8, in which a Thai character counts three', () => {
    const of = (bytes: number) => {
      const empty = Buffer.byteLength(JSON.stringify(bubble([text('')])))
      const rest = bytes - empty
      return flex(bubble([text('ก'.repeat(Math.floor(rest / 3)) + 'a'.repeat(rest % 3))]))
    }
    expectEdge(of(30_000), of(30_001), 'contents')
  })

  test('a carousel has at most 50,000', () => {
    const carousel = (letters: number) =>
      flex({ type: 'carousel', contents: Array(4).fill(bubble([text('ก'.repeat(letters))])) })
    expectEdge(carousel(4100), carousel(4200), 'contents')
  })

  test('plain http pictures of one origin are let through when it is named', () => {
    const picture = (url: string) => [flex(bubble([{ type: 'image', url }]))]
    const rules = { httpOrigin: 'http://127.0.0.1:3000' }
    expect(problemsOf(picture('http://127.0.0.1:3000/a.png'), rules)).toEqual([])
    expect(problemsOf(picture('http://127.0.0.1:3001/a.png'), rules)).toHaveLength(1)
  })
})

describe('edge 52: other messages', () => {
  const template = (value: object) => ({ type: 'template', altText: 'ก', template: value })
  const column = (actions: number, over: object = {}) => ({
    text: 'ก',
    actions: Array(actions).fill(say('ก')),
    ...over,
  })

  test.each([
    ['null', null, ''],
    ['an unknown type', { type: 'foo' }, '.type'],
    ['a type named after a property of all objects', { type: 'constructor' }, '.type'],
    ['a text that is a number', text(1), '.text'],
    [
      'an image over http',
      { type: 'image', originalContentUrl: 'http://a.th/i', previewImageUrl: 'https://a.th/i' },
      '.originalContentUrl',
    ],
    [
      'a confirmation with one action',
      template({ type: 'confirm', text: 'ก', actions: [say('ก')] }),
      '.template.actions',
    ],
    [
      'columns with unequal actions',
      template({ type: 'carousel', columns: [column(1), column(2)] }),
      '.template.columns',
    ],
    [
      '61 letters below a title',
      template({ type: 'buttons', title: 'ก', text: GAM.repeat(61), actions: [say('ก')] }),
      '.template.text',
    ],
    ['a brace that means nothing', { type: 'textV2', text: 'ก } ข' }, '.text'],
    ['a name that stands for nothing', { type: 'textV2', text: '{name}' }, '.text'],
    [
      'a place at the wrong end of the world',
      { type: 'location', title: 'ก', address: 'ก', latitude: 91, longitude: 0 },
      '.latitude',
    ],
  ])('%s is refused', (_, message, property) => {
    expect(propertiesOf(message)).toEqual([`messages[0]${property}`])
  })

  test('edge 54: escaped braces are fine', () => {
    expect(problemsOf([{ type: 'textV2', text: '{{ก}}' }])).toEqual([])
  })

  test('each problem names its message', () => {
    expect(propertiesOf(text('ก'), text(''), flex(renderCard('menu', sampleOf('menu'))))).toEqual(['messages[1].text'])
  })
})
