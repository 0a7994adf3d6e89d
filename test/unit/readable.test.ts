import { expect, test } from 'vitest'
import { readableText, tappable } from '../support/readable.ts'

const card = {
  type: 'flex',
  altText: 'สรุป',
  contents: {
    type: 'bubble',
    body: { type: 'box', contents: [{ type: 'text', text: 'แม่สาย' }] },
    footer: { type: 'box', contents: [{ type: 'button', action: { type: 'message', label: 'เมนู', text: 'ซ่อน' } }] },
  },
  quickReply: { items: [{ action: { type: 'message', label: 'ขั้นตอน', text: 'ขั้นตอน' } }] },
}

test('a person reads texts, altTexts, Flex texts and Flex buttons, not quick replies', () => {
  expect(readableText(card).split('\n')).toEqual(['สรุป', 'แม่สาย', 'เมนู'])
})

test('a person taps buttons of cards and quick replies', () => {
  expect(tappable(card).map(({ label }) => label)).toEqual(['เมนู', 'ขั้นตอน'])
})
