/** The formats of Flex properties (https://developers.line.biz/en/reference/messaging-api/#flex-message): each says whether a value fits. */

export type Fits = (value: unknown) => boolean

const matches =
  (pattern: RegExp): Fits =>
  (value) =>
    typeof value === 'string' && pattern.test(value)

export const oneOf =
  (...words: readonly string[]): Fits =>
  (value) =>
    typeof value === 'string' && words.includes(value)

const either =
  (...formats: readonly Fits[]): Fits =>
  (value) =>
    formats.some((fits) => fits(value))

const pixels = matches(/^\d+(\.\d+)?px$/)
const percent = matches(/^(100|\d{1,2})(\.\d+)?%$/)
const signedPixels = matches(/^-?\d+(\.\d+)?px$/)
const keywords = oneOf('none', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl')
const sizes = ['xxs', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '3xl', '4xl', '5xl']

export const anyBoolean: Fits = (value) => typeof value === 'boolean'
export const wholeNumber: Fits = (value) => Number.isInteger(value) && Number(value) >= 0
export const color = matches(/^#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/)
export const spacing = either(keywords, pixels)
export const padding = either(keywords, pixels, percent)
export const offset = either(keywords, signedPixels, percent)
export const extent = either(pixels, percent)
export const borderWidth = either(oneOf('none', 'light', 'normal', 'medium', 'semi-bold', 'bold'), pixels)
export const fontSize = either(oneOf(...sizes), pixels)
export const imageSize = either(oneOf(...sizes, 'full'), pixels, percent)
export const iconSize = either(oneOf(...sizes), pixels)
export const position = oneOf('relative', 'absolute')
export const align = oneOf('start', 'end', 'center')
export const gravity = oneOf('top', 'bottom', 'center')
export const lineSpacing = pixels

/** `{width}:{height}`, each 1 to 100000, the height at most three times the width. */
export const aspectRatio: Fits = (value) => {
  const [, width, height] = /^(\d{1,6}):(\d{1,6})$/.exec(String(value)) ?? []
  const [w, h] = [Number(width), Number(height)]
  return w >= 1 && h >= 1 && w <= 100_000 && h <= 100_000 && h <= w * 3
}
