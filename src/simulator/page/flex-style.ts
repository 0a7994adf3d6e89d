/**
 * LINE's sizes, colours and layout words as CSS. Pure: a Flex property in, a CSS declaration out, and nothing for a value
 * that LINE would refuse, so that no text of a message ever becomes CSS.
 */
import type { FlexBlockStyle, FlexComponent } from './types.ts'

export type Css = Record<string, string | number | undefined>
type Layout = 'vertical' | 'horizontal' | 'baseline'

const SPACES: Record<string, string> = {
  none: '0',
  xs: '2px',
  sm: '4px',
  md: '8px',
  lg: '12px',
  xl: '16px',
  xxl: '20px',
}
const BORDERS: Record<string, string> = {
  none: '0',
  light: '0.5px',
  normal: '1px',
  medium: '2px',
  'semi-bold': '3px',
  bold: '4px',
}
const TEXT_SIZES: Record<string, string> = {
  xxs: '11px',
  xs: '13px',
  sm: '14px',
  md: '16px',
  lg: '19px',
  xl: '22px',
  xxl: '29px',
  '3xl': '35px',
  '4xl': '48px',
  '5xl': '74px',
}
const IMAGE_SIZES: Record<string, string> = {
  xxs: '40px',
  xs: '60px',
  sm: '80px',
  md: '100px',
  lg: '120px',
  xl: '140px',
  xxl: '160px',
  '3xl': '180px',
  '4xl': '200px',
  '5xl': '220px',
  full: '100%',
}
const BUBBLE_WIDTHS: Record<string, string> = {
  nano: '120px',
  micro: '160px',
  deca: '220px',
  hecto: '241px',
  kilo: '260px',
  mega: '300px',
  giga: '380px',
}
const JUSTIFY: Record<string, string> = {
  'flex-start': 'flex-start',
  center: 'center',
  'flex-end': 'flex-end',
  'space-between': 'space-between',
  'space-around': 'space-around',
  'space-evenly': 'space-evenly',
}
const PLACES: Record<string, string> = {
  start: 'start',
  center: 'center',
  end: 'end',
  'flex-start': 'flex-start',
  'flex-end': 'flex-end',
}
const GRAVITIES: Record<string, string> = { top: 'flex-start', center: 'center', bottom: 'flex-end' }
const SIZE = /^-?\d{1,4}(\.\d{1,4})?(px|%)$/
const COLOUR = /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i

/** A keyword of the table, or LINE's own `12px` and `40%`. */
export function length(value: string | undefined, keywords: Record<string, string> = SPACES): string | undefined {
  if (value === undefined) return undefined
  return keywords[value] ?? (SIZE.test(value) ? value : undefined)
}

export function colour(value: string | undefined): string | undefined {
  return value !== undefined && COLOUR.test(value) ? value : undefined
}

export function bubbleWidth(size = 'mega'): string {
  return BUBBLE_WIDTHS[size] ?? '300px'
}

/** How a component takes its place among its siblings. `isFirst`: no space before it unless it asks. */
export function itemStyle(component: FlexComponent, parent: FlexComponent, isFirst: boolean): Css {
  const isRow = layoutOf(parent) !== 'vertical'
  const space = length(component.margin) ?? (isFirst ? undefined : length(parent.spacing))
  return {
    ...(isRow ? { marginLeft: space } : { marginTop: space }),
    ...growth(component, isRow),
    ...(component.gravity && isRow ? { alignSelf: GRAVITIES[component.gravity] } : {}),
    ...offsets(component),
  }
}

/** In a row everything but icons and separators shares the width; in a column everything is as tall as it is. */
function growth(component: FlexComponent, isRow: boolean): Css {
  const isRigid = component.type === 'icon' || component.type === 'separator'
  const hasOwnSize = isRow ? component.width !== undefined : component.height?.endsWith('px') === true
  const share = component.flex ?? (isRow && !isRigid && !hasOwnSize ? 1 : 0)
  if (share > 0) return { flex: isRow ? `${share} ${share} 0` : `${share} 0 auto`, minWidth: '0' }
  return { flex: component.type === 'text' || component.type === 'box' ? '0 1 auto' : 'none' }
}

function offsets(component: FlexComponent): Css {
  const { position, offsetTop, offsetBottom, offsetStart, offsetEnd } = component
  if (position !== 'absolute' && !(offsetTop || offsetBottom || offsetStart || offsetEnd)) return {}
  return {
    position: position === 'absolute' ? 'absolute' : 'relative',
    top: length(offsetTop),
    bottom: length(offsetBottom),
    left: length(offsetStart),
    right: length(offsetEnd),
  }
}

export function boxStyle(box: FlexComponent): Css {
  const layout = layoutOf(box)
  return {
    flexDirection: layout === 'vertical' ? 'column' : 'row',
    alignItems: layout === 'baseline' ? 'baseline' : PLACES[box.alignItems ?? ''],
    justifyContent: JUSTIFY[box.justifyContent ?? ''],
    ...paddings(box),
    width: length(box.width, {}),
    height: length(box.height, {}),
    maxWidth: length(box.maxWidth, {}),
    maxHeight: length(box.maxHeight, {}),
    background: gradient(box) ?? colour(box.backgroundColor),
    borderRadius: length(box.cornerRadius),
    overflow: box.cornerRadius ? 'hidden' : undefined,
    ...border(box),
  }
}

/** Padding that the box asks for; what it leaves out stays with the style sheet (a bubble's blocks have their own). */
function paddings(box: FlexComponent): Css {
  const all = length(box.paddingAll)
  return {
    paddingTop: length(box.paddingTop) ?? all,
    paddingBottom: length(box.paddingBottom) ?? all,
    paddingLeft: length(box.paddingStart) ?? all,
    paddingRight: length(box.paddingEnd) ?? all,
  }
}

function border(box: FlexComponent): Css {
  const width = length(box.borderWidth, BORDERS) ?? (box.borderColor ? '1px' : undefined)
  if (!width) return {}
  return { borderWidth: width, borderStyle: 'solid', borderColor: colour(box.borderColor) ?? 'var(--line)' }
}

function gradient({ background }: FlexComponent): string | undefined {
  if (background?.type !== 'linearGradient') return undefined
  const colours = [background.startColor, background.centerColor, background.endColor].map(colour).filter(Boolean)
  const angle = /^\d{1,3}(\.\d+)?deg$/.test(background.angle ?? '') ? background.angle : '0deg'
  return colours.length > 1 ? `linear-gradient(${angle}, ${colours.join(', ')})` : undefined
}

/** For a text and for a span, which inherits what it does not say. */
export function textStyle(text: FlexComponent): Css {
  return {
    fontSize: length(text.size, TEXT_SIZES),
    fontWeight: text.weight === 'bold' ? 700 : text.weight === 'regular' ? 400 : undefined,
    fontStyle: text.style === 'italic' ? 'italic' : undefined,
    color: colour(text.color),
    textAlign: PLACES[text.align ?? ''],
    textDecoration: text.decoration === 'underline' || text.decoration === 'line-through' ? text.decoration : undefined,
    WebkitLineClamp: text.maxLines,
  }
}

export function imageStyle(image: FlexComponent): Css {
  const [width = 1, height = 1] = (image.aspectRatio ?? '1:1').split(':').map(Number)
  return {
    width: length(image.size ?? 'md', IMAGE_SIZES) ?? '100px',
    aspectRatio: width > 0 && height > 0 ? `${width} / ${height}` : '1 / 1',
    objectFit: image.aspectMode === 'cover' ? 'cover' : 'contain',
    backgroundColor: colour(image.backgroundColor),
  }
}

/** Where an image or icon narrower than its place stands. */
export function imagePlace(image: FlexComponent): Css {
  return { justifyContent: PLACES[image.align ?? 'center'] }
}

export function iconStyle(icon: FlexComponent): Css {
  const size = length(icon.size ?? 'md', TEXT_SIZES) ?? '16px'
  const [width = 1, height = 1] = (icon.aspectRatio ?? '1:1').split(':').map(Number)
  return { height: size, aspectRatio: width > 0 && height > 0 ? `${width} / ${height}` : '1 / 1' }
}

/** A primary or secondary button is filled with its colour; a link is written in it. */
export function buttonStyle(button: FlexComponent): Css {
  const own = colour(button.color)
  if (button.style === 'primary' || button.style === 'secondary') return { backgroundColor: own }
  return { color: own }
}

export function separatorStyle(separator: { color?: string }): Css {
  return { borderColor: colour(separator.color) }
}

export function blockStyle(block: FlexBlockStyle | undefined): Css {
  return {
    backgroundColor: colour(block?.backgroundColor),
    borderTop: block?.separator ? `1px solid ${colour(block.separatorColor) ?? 'var(--line)'}` : undefined,
  }
}

function layoutOf(box: FlexComponent): Layout {
  return box.layout === 'horizontal' || box.layout === 'baseline' ? box.layout : 'vertical'
}
