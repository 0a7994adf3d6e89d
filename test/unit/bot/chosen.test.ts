/** What was offered is taken by its number, while it is fresh. */
import { expect, test } from 'vitest'
import { choiceTyped } from '../../../src/bot/chosen.ts'

const at = '2026-11-20T02:00:00Z'
const memory = { choices: ['a=answer&id=one', 'a=answer&id=two'], at }
const soon = new Date('2026-11-20T02:30:00Z')

test('an offered choice is taken by its number, Thai or Arabic, and no other number is', () => {
  expect(['2', '๒', ' 2.', 'ข้อ 2', '3', '0', '2 คู่'].map((text) => choiceTyped(text, memory, soon))).toEqual([
    ...Array(4).fill('a=answer&id=two'),
    ...Array(3).fill(undefined),
  ])
})

test('half an hour later a number means nothing any more', () => {
  expect(choiceTyped('2', memory, new Date('2026-11-20T02:31:00Z'))).toBeUndefined()
  expect(choiceTyped('2', { choices: memory.choices }, soon)).toBeUndefined()
})
