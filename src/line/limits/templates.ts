/** LINE's template messages: buttons, confirm, carousel, image carousel. */
import { checkAction, IMAGE_CAROUSEL, type Place, TEMPLATE } from './actions.ts'
import {
  at,
  checkCount,
  checkOneOf,
  checkOptionalText,
  checkText,
  type Fields,
  isFields,
  type Note,
} from './problem.ts'
import { type LengthLimit, maxLengthOf, numberOf } from './table.ts'
import { checkFetchedUrl, type UrlRules } from './urls.ts'

const SHORT_WITH_TITLE = 60

type Check = (template: Fields, path: string, note: Note, rules: UrlRules) => void

const CHECKS: Readonly<Record<string, Check>> = {
  buttons: (template, path, note, rules) => {
    checkPanel(template, 'buttons template', path, note, rules)
    checkActions(template.actions, 1, numberOf('buttons template', 'actions', 'maxItems'), at(path, 'actions'), note)
  },
  confirm: (template, path, note) => {
    const two = numberOf('confirm template', 'actions', 'exact')
    checkText(template.text, maxLengthOf('confirm template', 'text'), at(path, 'text'), note)
    checkActions(template.actions, two, two, at(path, 'actions'), note)
  },
  carousel: checkCarousel,
  image_carousel: checkImageCarousel,
}

export function checkTemplate(template: unknown, path: string, note: Note, rules: UrlRules): void {
  if (!isFields(template)) {
    note(path, 'May not be empty')
    return
  }
  checkOneOf(template.type, Object.keys(CHECKS), at(path, 'type'), note)
  if (typeof template.type === 'string' && Object.hasOwn(CHECKS, template.type)) {
    CHECKS[template.type]?.(template, path, note, rules)
  }
}

function checkPanel(panel: Fields, object: string, path: string, note: Note, rules: UrlRules): void {
  const hasTop = panel.title !== undefined || panel.thumbnailImageUrl !== undefined
  const full = maxLengthOf(object, 'text')
  const text: LengthLimit = hasTop ? { ...full, max: SHORT_WITH_TITLE } : full
  checkText(panel.text, text, at(path, 'text'), note)
  checkOptionalText(panel.title, maxLengthOf(object, 'title'), at(path, 'title'), note)
  if (panel.thumbnailImageUrl !== undefined) {
    const limit = maxLengthOf('image', 'originalContentUrl')
    checkFetchedUrl(panel.thumbnailImageUrl, limit, at(path, 'thumbnailImageUrl'), note, rules)
  }
}

function checkActions(actions: unknown, min: number, max: number, path: string, note: Note): void {
  const list = Array.isArray(actions) ? actions : []
  checkCount(list.length, min, max, path, note)
  for (const [i, action] of list.entries()) checkAction(action, TEMPLATE, at(path, i), note)
}

function checkCarousel(template: Fields, path: string, note: Note, rules: UrlRules): void {
  const columns = columnsOf(template, 'carousel template', path, note)
  for (const [i, column] of columns.entries()) {
    const columnPath = at(at(path, 'columns'), i)
    checkPanel(column, 'carousel column', columnPath, note, rules)
    const max = numberOf('carousel column', 'actions', 'maxItems')
    checkActions(column.actions, 1, max, at(columnPath, 'actions'), note)
  }
  const shapes = columns.map(
    ({ actions, title, thumbnailImageUrl }) =>
      `${Array.isArray(actions) ? actions.length : 0} ${title === undefined} ${thumbnailImageUrl === undefined}`,
  )
  if (new Set(shapes).size > 1) note(at(path, 'columns'), 'All columns must have the same actions, title and image')
}

function checkImageCarousel(template: Fields, path: string, note: Note, rules: UrlRules): void {
  const place: Place = IMAGE_CAROUSEL
  for (const [i, column] of columnsOf(template, 'image carousel', path, note).entries()) {
    const columnPath = at(at(path, 'columns'), i)
    const limit = maxLengthOf('image', 'originalContentUrl')
    checkFetchedUrl(column.imageUrl, limit, at(columnPath, 'imageUrl'), note, rules)
    checkAction(column.action, place, at(columnPath, 'action'), note)
  }
}

function columnsOf(template: Fields, object: string, path: string, note: Note): Fields[] {
  const columns = Array.isArray(template.columns) ? template.columns.filter(isFields) : []
  checkCount(columns.length, 1, numberOf(object, 'columns', 'maxItems'), at(path, 'columns'), note)
  return columns
}
