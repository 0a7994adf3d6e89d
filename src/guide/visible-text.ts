/**
 * All that a person can read in messages: texts, altTexts, the texts of Flex cards and the labels of their buttons; not the
 * labels of quick replies. In one spelling, so that it can be compared.
 */
import { normalise } from '../thai/index.ts'

export function visibleText(messages: readonly unknown[]): string {
  return messages
    .flatMap(textsIn)
    .flatMap((text) => text.split('\n'))
    .map(normalise)
    .filter((line) => line !== '')
    .join('\n')
}

function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn)
  if (typeof node !== 'object' || node === null) return []
  const { type, text, altText, action, ...rest } = node as Record<string, unknown>
  const own = [altText, text].filter((each) => typeof each === 'string')
  const label = type === 'button' ? (action as { label?: unknown } | undefined)?.label : undefined
  const { quickReply: _, ...children } = rest
  return [...own, ...(typeof label === 'string' ? [label] : []), ...Object.values(children).flatMap(textsIn)]
}
