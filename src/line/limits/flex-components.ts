/** What each Flex component may hold: its properties with their formats, what it needs, and which components may stand in it. */
import {
  align,
  anyBoolean,
  aspectRatio,
  borderWidth,
  color,
  extent,
  type Fits,
  fontSize,
  gravity,
  iconSize,
  imageSize,
  lineSpacing,
  offset,
  oneOf,
  padding,
  position,
  spacing,
  wholeNumber,
} from './flex-values.ts'

export type Properties = Readonly<Record<string, Fits>>

/** Checked elsewhere, by more than their format. */
const elsewhere: Fits = () => true

const placed: Properties = {
  position,
  offsetTop: offset,
  offsetBottom: offset,
  offsetStart: offset,
  offsetEnd: offset,
}
const lettered: Properties = {
  text: (value) => typeof value === 'string' && value !== '',
  size: fontSize,
  color,
  weight: oneOf('regular', 'bold'),
  style: oneOf('normal', 'italic'),
  decoration: oneOf('none', 'underline', 'line-through'),
}

const box: Properties = {
  ...placed,
  layout: oneOf('horizontal', 'vertical', 'baseline'),
  contents: elsewhere,
  action: elsewhere,
  background: elsewhere,
  flex: wholeNumber,
  spacing,
  margin: spacing,
  backgroundColor: color,
  borderColor: color,
  borderWidth,
  cornerRadius: spacing,
  width: extent,
  maxWidth: extent,
  height: extent,
  maxHeight: extent,
  paddingAll: padding,
  paddingTop: padding,
  paddingBottom: padding,
  paddingStart: padding,
  paddingEnd: padding,
  justifyContent: oneOf('center', 'flex-start', 'flex-end', 'space-between', 'space-around', 'space-evenly'),
  alignItems: oneOf('center', 'flex-start', 'flex-end'),
}

const button: Properties = {
  ...placed,
  action: elsewhere,
  flex: wholeNumber,
  margin: spacing,
  color,
  style: oneOf('primary', 'secondary', 'link'),
  gravity,
  height: oneOf('md', 'sm'),
  adjustMode: oneOf('shrink-to-fit'),
  scaling: anyBoolean,
}

const image: Properties = {
  ...placed,
  url: elsewhere,
  action: elsewhere,
  flex: wholeNumber,
  margin: spacing,
  align,
  gravity,
  size: imageSize,
  aspectRatio,
  aspectMode: oneOf('fit', 'cover'),
  backgroundColor: color,
  animated: anyBoolean,
}

const text: Properties = {
  ...placed,
  ...lettered,
  contents: elsewhere,
  action: elsewhere,
  flex: wholeNumber,
  margin: spacing,
  align,
  gravity,
  wrap: anyBoolean,
  lineSpacing,
  maxLines: wholeNumber,
  adjustMode: oneOf('shrink-to-fit'),
  scaling: anyBoolean,
}

export const COMPONENTS: Readonly<Record<string, Properties>> = {
  box,
  button,
  image,
  text,
  span: lettered,
  icon: { ...placed, url: elsewhere, size: iconSize, aspectRatio, margin: spacing, scaling: anyBoolean },
  video: { url: elsewhere, previewUrl: elsewhere, altContent: elsewhere, aspectRatio, action: elsewhere },
  separator: { margin: spacing, color },
  filler: { flex: wholeNumber },
}

/** Which components a box may hold, by its layout. */
export const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  horizontal: ['box', 'button', 'image', 'text', 'separator', 'filler'],
  vertical: ['box', 'button', 'image', 'text', 'separator', 'filler'],
  baseline: ['icon', 'text', 'filler'],
}

export const BUBBLE: Properties = {
  direction: oneOf('ltr', 'rtl'),
  size: oneOf('nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga'),
  styles: elsewhere,
  header: elsewhere,
  hero: elsewhere,
  body: elsewhere,
  footer: elsewhere,
  action: elsewhere,
}

export const BLOCK_STYLE: Properties = { backgroundColor: color, separator: anyBoolean, separatorColor: color }

export const GRADIENT: Properties = {
  angle: (value) => typeof value === 'string' && /^\d{1,3}(\.\d+)?deg$/.test(value),
  startColor: color,
  endColor: color,
  centerColor: color,
  centerPosition: (value) => typeof value === 'string' && /^(100|\d{1,2})(\.\d+)?%$/.test(value),
}
