/** The bot's buttons as LINE's actions: for quick replies, and for what can be tapped in a card. */
import type { messagingApi } from '@line/bot-sdk'
import type { Button } from '../bot/types.ts'
import { remembered } from '../recent.ts'
import { cutGraphemes } from '../thai/index.ts'
import { maxLengthOf } from './limits/table.ts'

/** A card's button can also open a web page. */
export type CardButton = Button | { readonly label: string; readonly opens: string }

export type ButtonPlace = 'quick reply' | 'flex button'

const labelsOf = (place: ButtonPlace) =>
  remembered((label) => cutGraphemes(label.toWellFormed(), maxLengthOf('action.label', place).max))

/** The same few labels stand below every answer. */
const LABELS: Readonly<Record<ButtonPlace, (label: string) => string>> = {
  'quick reply': labelsOf('quick reply'),
  'flex button': labelsOf('flex button'),
}

/** LINE shows in the chat what a tap meant; the label is cut to what fits the place. */
export function actionOf(button: CardButton, place: ButtonPlace): messagingApi.Action {
  const label = LABELS[place](button.label)
  if ('say' in button) return { type: 'message', label, text: button.say }
  if ('pickDay' in button) return { type: 'datetimepicker', label, data: button.data, mode: 'date', ...button.pickDay }
  if ('data' in button) return { type: 'postback', label, data: button.data, displayText: shownOf(button) }
  if (button.opens === 'camera' || button.opens === 'cameraRoll') return { type: button.opens, label }
  return { type: 'uri', label, uri: button.opens }
}

function shownOf({ label, shows = label }: { label: string; shows?: string }): string {
  return cutGraphemes(shows.toWellFormed(), maxLengthOf('postback', 'displayText').max)
}

/** Buttons stand in a card's data as they are; everything else there is words, numbers and lists. */
export function isButton(value: unknown): value is CardButton {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Record<string, unknown>
  return typeof fields.label === 'string' && ['say', 'data', 'opens'].some((does) => typeof fields[does] === 'string')
}
