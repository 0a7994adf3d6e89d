/** The buttons below an answer. LINE shows those of the last message only, and at most 13; all they do can be typed. */
import type { messagingApi } from '@line/bot-sdk'
import type { Button } from '../bot/types.ts'
import type { Log } from '../log.ts'
import { Recent } from '../recent.ts'
import type { LineMessage } from './api.ts'
import { actionOf } from './card-actions.ts'
import { numberOf } from './limits/table.ts'
import { problemsOf } from './limits.ts'

const MOST = numberOf('quickReply', 'items', 'maxItems')

/** As JSON: buttons that were checked. */
const fitting = new Recent<true>(500)

/** Buttons that are there twice, or that the card above them has already, are shown once; what LINE would refuse is left out. */
export function withQuickReplies(
  messages: readonly LineMessage[],
  buttons: readonly Button[],
  log: Log,
): LineMessage[] {
  const last = messages.at(-1)
  if (!last || buttons.length === 0) return [...messages]
  const offered = new Set<unknown>()
  if (last.type !== 'text') addLabels(last, offered)
  const wanted = buttons.filter(({ label }) => !offered.has(label))
  const items = itemsOf(wanted, log)
  if (items.length === 0) return [...messages]
  return [...messages.slice(0, -1), { ...last, quickReply: { items } }]
}

function itemsOf(buttons: readonly Button[], log: Log): messagingApi.QuickReplyItem[] {
  const items = new Map<string, messagingApi.QuickReplyItem>()
  for (const button of buttons) {
    const item: messagingApi.QuickReplyItem = { type: 'action', action: actionOf(button, 'quick reply') }
    const name = JSON.stringify(item)
    const problems = fitting.get(name) ? [] : problemsOf([{ type: 'text', text: '-', quickReply: { items: [item] } }])
    if (problems.length > 0) {
      log.error({ problems }, 'a button does not fit LINE’s limits and is left out')
      continue
    }
    fitting.set(name, true)
    items.set(name, item)
  }
  return [...items.values()].slice(0, MOST)
}

/** The labels of all that can be tapped inside a message. */
function addLabels(part: unknown, labels: Set<unknown>): void {
  if (typeof part !== 'object' || part === null) return
  if ('action' in part && isLabelled(part.action)) labels.add(part.action.label)
  for (const child of Object.values(part)) addLabels(child, labels)
}

function isLabelled(action: unknown): action is { label: unknown } {
  return typeof action === 'object' && action !== null && 'label' in action
}
