/** A Flex container against LINE's rules: its structure, the format of every leaf, its size in bytes. */
import { checkAction, FLEX_BUTTON, FLEX_OTHER } from './actions.ts'
import { BLOCK_STYLE, BUBBLE, CHILDREN, COMPONENTS, GRADIENT, type Properties } from './flex-components.ts'
import { at, checkCount, checkOneOf, type Fields, isFields, type Note } from './problem.ts'
import { maxBytesOf, maxLengthOf, numberOf } from './table.ts'
import { checkFetchedUrl, type UrlRules } from './urls.ts'

interface Walk {
  readonly note: Note
  readonly rules: UrlRules
}

export function checkFlex(container: unknown, path: string, note: Note, rules: UrlRules): void {
  const walk = { note, rules }
  if (!isFields(container)) {
    note(path, 'May not be empty')
    return
  }
  if (container.type === 'carousel') checkCarousel(container, path, walk)
  else checkBubble(container, path, walk)
}

function checkCarousel(carousel: Fields, path: string, walk: Walk): void {
  const bubbles = Array.isArray(carousel.contents) ? carousel.contents : []
  checkCount(bubbles.length, 1, numberOf('flex carousel', 'contents', 'maxItems'), at(path, 'contents'), walk.note)
  for (const [i, bubble] of bubbles.entries()) checkBubble(bubble, at(at(path, 'contents'), i), walk)
  if (new Set(bubbles.map((bubble) => (isFields(bubble) ? (bubble.size ?? 'mega') : ''))).size > 1) {
    walk.note(at(path, 'contents'), 'All bubbles must have the same size')
  }
  checkBytes(carousel, maxBytesOf('flex carousel'), path, walk.note)
}

function checkBubble(bubble: unknown, path: string, walk: Walk): void {
  if (!isFields(bubble)) {
    walk.note(path, 'May not be empty')
    return
  }
  checkOneOf(bubble.type, ['bubble'], at(path, 'type'), walk.note)
  checkProperties(bubble, BUBBLE, path, walk.note)
  for (const block of ['header', 'body', 'footer']) checkChild(bubble[block], ['box'], at(path, block), walk)
  checkChild(bubble.hero, ['box', 'image', 'video'], at(path, 'hero'), walk)
  checkStyles(bubble.styles, at(path, 'styles'), walk.note)
  if (bubble.action !== undefined) checkAction(bubble.action, FLEX_OTHER, at(path, 'action'), walk.note)
  checkBytes(bubble, maxBytesOf('flex bubble'), path, walk.note)
}

function checkStyles(styles: unknown, path: string, note: Note): void {
  if (styles === undefined) return
  if (!isFields(styles)) {
    note(path, 'Invalid property')
    return
  }
  for (const [block, style] of Object.entries(styles)) {
    if (!isFields(style)) note(at(path, block), 'Invalid property')
    else checkProperties(style, BLOCK_STYLE, at(path, block), note)
  }
}

/** @param allowed the component types that may stand here; undefined stands for nothing, which is allowed */
function checkChild(component: unknown, allowed: readonly string[], path: string, walk: Walk): void {
  if (component === undefined) return
  if (!isFields(component)) {
    walk.note(path, 'Invalid property')
    return
  }
  const { type } = component
  checkOneOf(type, allowed, at(path, 'type'), walk.note)
  const properties = typeof type === 'string' && allowed.includes(type) ? COMPONENTS[type] : undefined
  if (!properties) return
  checkProperties(component, properties, path, walk.note)
  CHECKS[String(type)]?.(component, path, walk)
  if (component.action !== undefined && type !== 'button') {
    checkAction(component.action, FLEX_OTHER, at(path, 'action'), walk.note)
  }
}

const CHECKS: Readonly<Record<string, (component: Fields, path: string, walk: Walk) => void>> = {
  box: checkBox,
  text: checkTextComponent,
  button: (button, path, { note }) => checkAction(button.action, FLEX_BUTTON, at(path, 'action'), note),
  image: (image, path, walk) => checkUrl(image.url, at(path, 'url'), walk),
  icon: (icon, path, walk) => checkUrl(icon.url, at(path, 'url'), walk),
  video: (video, path, walk) => {
    checkUrl(video.url, at(path, 'url'), walk)
    checkUrl(video.previewUrl, at(path, 'previewUrl'), walk)
    if (video.altContent === undefined) walk.note(at(path, 'altContent'), 'May not be empty')
    checkChild(video.altContent, ['box', 'image'], at(path, 'altContent'), walk)
  },
}

function checkUrl(url: unknown, path: string, { note, rules }: Walk): void {
  checkFetchedUrl(url, maxLengthOf('flex image', 'url'), path, note, rules)
}

function checkBox(box: Fields, path: string, walk: Walk): void {
  if (box.layout === undefined) walk.note(at(path, 'layout'), 'May not be empty')
  if (!Array.isArray(box.contents)) {
    walk.note(at(path, 'contents'), 'May not be empty')
    return
  }
  const allowed = CHILDREN[String(box.layout)] ?? []
  for (const [i, child] of box.contents.entries()) {
    checkChild(child ?? null, allowed, at(at(path, 'contents'), i), walk)
  }
  if (box.background === undefined) return
  if (!isFields(box.background)) walk.note(at(path, 'background'), 'Invalid property')
  else checkProperties(box.background, GRADIENT, at(path, 'background'), walk.note)
}

function checkTextComponent(text: Fields, path: string, walk: Walk): void {
  if (text.text === undefined && text.contents === undefined) walk.note(at(path, 'text'), 'May not be empty')
  if (text.contents === undefined) return
  if (!Array.isArray(text.contents)) {
    walk.note(at(path, 'contents'), 'Invalid property')
    return
  }
  for (const [i, span] of text.contents.entries()) {
    checkChild(span ?? null, ['span'], at(at(path, 'contents'), i), walk)
  }
}

/** Unknown properties are refused as LINE refuses them, and null or NaN fits no format. */
function checkProperties(fields: Fields, properties: Properties, path: string, note: Note): void {
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || name === 'type') continue
    if (!Object.hasOwn(properties, name)) note(at(path, name), 'Unknown property')
    else if (value === null || !properties[name]?.(value)) note(at(path, name), 'Invalid property')
  }
}

function checkBytes(container: Fields, maxBytes: number, path: string, note: Note): void {
  const bytes = Buffer.byteLength(JSON.stringify(container), 'utf8')
  if (bytes > maxBytes) note(path, `Size must be at most ${maxBytes} bytes, is ${bytes}`)
}
