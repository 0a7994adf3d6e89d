/** One message object of each type against LINE's limits. */
import { checkAction, QUICK_REPLY } from './actions.ts'
import { checkFlex } from './flex.ts'
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
import { maxLengthOf, numberOf } from './table.ts'
import { checkTemplate } from './templates.ts'
import { checkFetchedUrl, type UrlRules } from './urls.ts'

type Check = (message: Fields, path: string, note: Note, rules: UrlRules) => void

const CHECKS: Readonly<Record<string, Check>> = {
  text: (message, path, note) => {
    checkText(message.text, maxLengthOf('text', 'text'), at(path, 'text'), note)
    const emojis = Array.isArray(message.emojis) ? message.emojis : []
    checkCount(emojis.length, 0, numberOf('text', 'emojis', 'maxItems'), at(path, 'emojis'), note)
  },
  textV2: checkTextV2,
  sticker: (message, path, note) => {
    for (const property of ['packageId', 'stickerId']) {
      checkText(message[property], maxLengthOf('text', 'text'), at(path, property), note)
    }
  },
  image: (message, path, note, rules) =>
    checkUrls(message, ['originalContentUrl', 'previewImageUrl'], path, note, rules),
  video: (message, path, note, rules) =>
    checkUrls(message, ['originalContentUrl', 'previewImageUrl'], path, note, rules),
  audio: (message, path, note, rules) => {
    checkUrls(message, ['originalContentUrl'], path, note, rules)
    if (typeof message.duration !== 'number') note(at(path, 'duration'), 'May not be empty')
  },
  location: checkLocation,
  imagemap: (message, path, note) =>
    checkText(message.altText, maxLengthOf('imagemap', 'altText'), at(path, 'altText'), note),
  template: (message, path, note, rules) => {
    checkText(message.altText, maxLengthOf('template', 'altText'), at(path, 'altText'), note)
    checkTemplate(message.template, at(path, 'template'), note, rules)
  },
  flex: (message, path, note, rules) => {
    checkText(message.altText, maxLengthOf('flex', 'altText'), at(path, 'altText'), note)
    checkFlex(message.contents, at(path, 'contents'), note, rules)
  },
}

export function checkMessage(message: unknown, path: string, note: Note, rules: UrlRules): void {
  if (!isFields(message)) {
    note(path, 'May not be empty')
    return
  }
  checkOneOf(message.type, Object.keys(CHECKS), at(path, 'type'), note)
  if (typeof message.type === 'string' && Object.hasOwn(CHECKS, message.type)) {
    CHECKS[message.type]?.(message, path, note, rules)
  }
  checkQuickReply(message.quickReply, at(path, 'quickReply'), note, rules)
  checkSender(message.sender, at(path, 'sender'), note, rules)
}

function checkQuickReply(quickReply: unknown, path: string, note: Note, rules: UrlRules): void {
  if (quickReply === undefined) return
  const items = isFields(quickReply) && Array.isArray(quickReply.items) ? quickReply.items : []
  checkCount(items.length, 1, numberOf('quickReply', 'items', 'maxItems'), at(path, 'items'), note)
  for (const [i, item] of items.entries()) {
    const itemPath = at(at(path, 'items'), i)
    checkAction(isFields(item) ? item.action : undefined, QUICK_REPLY, at(itemPath, 'action'), note)
    if (isFields(item) && item.imageUrl !== undefined) {
      checkFetchedUrl(item.imageUrl, maxLengthOf('quickReply', 'imageUrl'), at(itemPath, 'imageUrl'), note, rules)
    }
  }
}

function checkSender(sender: unknown, path: string, note: Note, rules: UrlRules): void {
  if (!isFields(sender)) return
  checkOptionalText(sender.name, maxLengthOf('sender', 'name'), at(path, 'name'), note)
  if (sender.iconUrl === undefined) return
  checkFetchedUrl(sender.iconUrl, maxLengthOf('sender', 'iconUrl'), at(path, 'iconUrl'), note, rules)
}

function checkUrls(message: Fields, properties: readonly string[], path: string, note: Note, rules: UrlRules): void {
  for (const property of properties) {
    const limit = maxLengthOf('image', property)
    checkFetchedUrl(message[property], limit, at(path, property), note, rules)
  }
}

function checkTextV2(message: Fields, path: string, note: Note): void {
  checkText(message.text, maxLengthOf('textV2', 'text'), at(path, 'text'), note)
  const substitution = isFields(message.substitution) ? message.substitution : {}
  const keys = Object.keys(substitution)
  checkCount(keys.length, 0, numberOf('textV2', 'substitution', 'maxItems'), at(path, 'substitution'), note)
  // doubled braces are plain braces; a single one names a substitution
  const plain = String(message.text).replace(/\{\{|\}\}/g, '')
  for (const [, key = ''] of plain.matchAll(/\{([^{}]*)\}/g)) {
    if (!Object.hasOwn(substitution, key)) note(at(path, 'text'), `No substitution for {${key}}`)
  }
  if (/[{}]/.test(plain.replace(/\{[^{}]*\}/g, ''))) note(at(path, 'text'), 'Braces must be escaped')
}

function checkLocation(message: Fields, path: string, note: Note): void {
  checkText(message.title, maxLengthOf('location', 'title'), at(path, 'title'), note)
  checkText(message.address, maxLengthOf('location', 'address'), at(path, 'address'), note)
  for (const [property, most] of [
    ['latitude', 90],
    ['longitude', 180],
  ] as const) {
    const value = message[property]
    if (typeof value !== 'number' || !(Math.abs(value) <= most)) note(at(path, property), 'Invalid value')
  }
}
