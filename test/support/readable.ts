/** What a person can read and tap in a LINE message: texts, altTexts, texts inside Flex, and the labels of Flex buttons. */

type Json = Readonly<Record<string, unknown>>

type Tap = { readonly text: string } | { readonly data: string; readonly displayText?: string }

export interface Tappable {
  readonly label: string
  readonly action: Tap
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The texts of a message, without the labels of quick replies: they are not part of what it says. */
export function readableText(message: unknown): string {
  return collect(message, (node) => [
    ...(typeof node.altText === 'string' ? [node.altText] : []),
    ...(typeof node.text === 'string' && (node.type === 'text' || node.type === 'span') ? [node.text] : []),
    ...(node.type === 'button' && isObject(node.action) && typeof node.action.label === 'string'
      ? [node.action.label]
      : []),
  ]).join('\n')
}

/** Everything that can be tapped, quick replies included. */
export function tappable(message: unknown): Tappable[] {
  return collect(message, (node) => tapOf(node.action), true)
}

function tapOf(action: unknown): Tappable[] {
  if (!isObject(action) || typeof action.label !== 'string') return []
  const { type, label, text, data, displayText } = action
  if (type === 'message' && typeof text === 'string') return [{ label, action: { text } }]
  const isData = (type === 'postback' || type === 'datetimepicker') && typeof data === 'string'
  if (!isData) return []
  return [{ label, action: { data, displayText: typeof displayText === 'string' ? displayText : undefined } }]
}

function collect<Found>(value: unknown, look: (node: Json) => Found[], withQuickReplies = false): Found[] {
  if (Array.isArray(value)) return value.flatMap((each) => collect(each, look, withQuickReplies))
  if (!isObject(value)) return []
  const inside = Object.entries(value).flatMap(([key, child]) =>
    key === 'quickReply' && !withQuickReplies ? [] : collect(child, look, withQuickReplies),
  )
  return [...look(value), ...inside]
}
