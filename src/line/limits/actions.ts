/** What a button may do, and how long its label may be in the place where it stands. */
import { at, checkOneOf, checkOptionalText, checkText, type Fields, isFields, type Note } from './problem.ts'
import { isTooLong, maxLengthOf } from './table.ts'
import { checkOpenedUri } from './urls.ts'

/** Where the action stands: the `property` of `action.label` in limits.json, whether a label is needed, and what is not possible there. */
export interface Place {
  readonly name: string
  readonly needsLabel: boolean
  readonly excludes: readonly string[]
}

const PHONE_ONLY = ['camera', 'cameraRoll', 'location']

export const QUICK_REPLY: Place = { name: 'quick reply', needsLabel: true, excludes: ['richmenuswitch'] }
export const FLEX_BUTTON: Place = { name: 'flex button', needsLabel: true, excludes: ['richmenuswitch', ...PHONE_ONLY] }
export const FLEX_OTHER: Place = { name: 'flex other', needsLabel: false, excludes: ['richmenuswitch', ...PHONE_ONLY] }
export const TEMPLATE: Place = {
  name: 'template (not image carousel)',
  needsLabel: true,
  excludes: ['richmenuswitch', ...PHONE_ONLY],
}
export const IMAGE_CAROUSEL: Place = { ...TEMPLATE, name: 'template image carousel', needsLabel: false }
export const RICH_MENU: Place = { name: 'rich menu', needsLabel: false, excludes: PHONE_ONLY }

type Check = (action: Fields, path: string, note: Note) => void

const CHECKS: Readonly<Record<string, Check>> = {
  postback: checkPostback,
  message: (action, path, note) =>
    checkText(action.text, maxLengthOf('message action', 'text'), at(path, 'text'), note),
  uri: (action, path, note) => checkOpenedUri(action.uri, maxLengthOf('uri action', 'uri'), at(path, 'uri'), note),
  datetimepicker: checkDatetimePicker,
  clipboard: (action, path, note) =>
    checkText(action.clipboardText, maxLengthOf('clipboard', 'clipboardText'), at(path, 'clipboardText'), note),
  camera: () => {},
  cameraRoll: () => {},
  location: () => {},
  richmenuswitch: (action, path, note) =>
    checkText(action.richMenuAliasId, { max: 32, unit: 'utf16' }, at(path, 'richMenuAliasId'), note),
}

export function checkAction(action: unknown, place: Place, path: string, note: Note): void {
  if (!isFields(action)) {
    note(path, 'May not be empty')
    return
  }
  const known = Object.keys(CHECKS).filter((type) => !place.excludes.includes(type))
  checkOneOf(action.type, known, at(path, 'type'), note)
  const limit = maxLengthOf('action.label', place.name)
  const check = place.needsLabel ? checkText : checkOptionalText
  check(action.label, limit, at(path, 'label'), note)
  if (typeof action.type === 'string' && known.includes(action.type)) CHECKS[action.type]?.(action, path, note)
}

function checkPostback(action: Fields, path: string, note: Note): void {
  checkData(action.data, 'postback', path, note)
  for (const [property, named] of [
    ['displayText', 'displayText'],
    ['text', 'text (deprecated)'],
    ['fillInText', 'fillInText'],
  ] as const) {
    checkOptionalText(action[property], maxLengthOf('postback', named), at(path, property), note)
  }
  if (action.displayText !== undefined && action.text !== undefined) {
    note(at(path, 'text'), 'displayText and text cannot both be set')
  }
}

/** Postback data may be an empty string, but has to be there. */
function checkData(data: unknown, object: 'postback' | 'datetimepicker', path: string, note: Note): void {
  const limit = maxLengthOf(object, 'data')
  if (typeof data !== 'string') note(at(path, 'data'), 'May not be empty')
  else if (isTooLong(data, limit)) note(at(path, 'data'), `Length must be between 0 and ${limit.max}`)
}

const MODES: Readonly<Record<string, RegExp>> = {
  date: /^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$|^2100-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  time: /^([01]\d|2[0-3]):[0-5]\d$/,
  datetime: /^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d$/,
}

function checkDatetimePicker(action: Fields, path: string, note: Note): void {
  checkData(action.data, 'datetimepicker', path, note)
  checkOneOf(action.mode, Object.keys(MODES), at(path, 'mode'), note)
  const format = typeof action.mode === 'string' ? MODES[action.mode] : undefined
  if (!format) return
  const { initial, min, max } = action
  for (const [property, value] of Object.entries({ initial, min, max })) {
    if (value !== undefined && !format.test(String(value))) note(at(path, property), 'Invalid format')
  }
  checkOrder(min, max, at(path, 'max'), 'max must be greater than min', note)
  if (initial !== min) checkOrder(min, initial, at(path, 'initial'), 'initial must not be before min', note)
  if (initial !== max) checkOrder(initial, max, at(path, 'initial'), 'initial must not be after max', note)
}

/** The formats compare as texts. */
function checkOrder(earlier: unknown, later: unknown, path: string, message: string, note: Note): void {
  if (typeof earlier === 'string' && typeof later === 'string' && earlier >= later) note(path, message)
}
