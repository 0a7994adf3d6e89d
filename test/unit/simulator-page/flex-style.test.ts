import { describe, expect, test } from 'vitest'
import {
  bubbleWidth,
  buttonStyle,
  colour,
  imageStyle,
  itemStyle,
  length,
  textStyle,
} from '../../../src/simulator/page/flex-style.ts'

const column = { type: 'box', layout: 'vertical', spacing: 'md' } as const
const row = { type: 'box', layout: 'horizontal', spacing: 'md' } as const

describe('what is not a size or a colour never becomes CSS', () => {
  test.each(['red', '#12345', 'url(//evil)', '#fff;position:fixed'])('colour %s', (value) => {
    expect(colour(value)).toBeUndefined()
  })

  test.each(['10em', 'calc(1px)', '1px;color:red', 'huge'])('length %s', (value) => {
    expect(length(value)).toBeUndefined()
  })
})

test("LINE's words for sizes, and its own pixels and percents", () => {
  expect(length('xl')).toBe('16px')
  expect(length('7.5px')).toBe('7.5px')
  expect(length('40%')).toBe('40%')
  expect(textStyle({ type: 'text', size: 'xxl', weight: 'bold' })).toMatchObject({ fontSize: '29px', fontWeight: 700 })
  expect(bubbleWidth('kilo')).toBe('260px')
  expect(bubbleWidth()).toBe('300px')
})

test('space stands before every component but the first, and its own margin wins', () => {
  expect(itemStyle({ type: 'text' }, column, true).marginTop).toBeUndefined()
  expect(itemStyle({ type: 'text' }, column, false).marginTop).toBe('8px')
  expect(itemStyle({ type: 'text', margin: 'none' }, column, false).marginTop).toBe('0')
  expect(itemStyle({ type: 'text' }, row, false).marginLeft).toBe('8px')
})

test('in a row components share the width, unless they ask for none or have their own', () => {
  expect(itemStyle({ type: 'text' }, row, true).flex).toBe('1 1 0')
  expect(itemStyle({ type: 'text', flex: 5 }, row, true).flex).toBe('5 5 0')
  expect(itemStyle({ type: 'text', flex: 0 }, row, true).flex).toBe('0 1 auto')
  expect(itemStyle({ type: 'box', width: '40%' }, row, true).flex).toBe('0 1 auto')
  expect(itemStyle({ type: 'icon' }, row, true).flex).toBe('none')
})

test('the colour of a button is its ground when it is filled, and its letters when it is a link', () => {
  expect(buttonStyle({ type: 'button', style: 'primary', color: '#067a3e' })).toEqual({ backgroundColor: '#067a3e' })
  expect(buttonStyle({ type: 'button', color: '#067a3e' })).toEqual({ color: '#067a3e' })
})

test('an image without a sensible aspect ratio is square', () => {
  expect(imageStyle({ type: 'image', aspectRatio: '20:13' }).aspectRatio).toBe('20 / 13')
  expect(imageStyle({ type: 'image', aspectRatio: '0:x' }).aspectRatio).toBe('1 / 1')
})
