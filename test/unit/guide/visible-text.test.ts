import { expect, test } from 'vitest'
import { visibleText } from '../../../src/guide/visible-text.ts'

test('a person reads texts, altTexts, Flex texts and Flex buttons, not quick replies', () => {
  const flex = {
    type: 'flex',
    altText: 'สรุป ๑',
    contents: {
      type: 'bubble',
      body: { type: 'box', contents: [{ type: 'text', text: 'เเม่\u200bสาย' }] },
      footer: { type: 'box', contents: [{ type: 'button', action: { type: 'message', label: 'เมนู', text: 'ซ่อน' } }] },
    },
  }
  const text = { type: 'text', text: 'สวัสดี', quickReply: { items: [{ action: { label: 'ขั้นตอน', text: 'ขั้นตอน' } }] } }
  expect(visibleText([flex, text]).split('\n')).toEqual(['สรุป 1', 'แม่สาย', 'เมนู', 'สวัสดี'])
})
