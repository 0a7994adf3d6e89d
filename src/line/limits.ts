/**
 * Whether LINE would take these messages, by `limits.json`: the bot asks before it sends, and the simulator's platform
 * answers its 400s with the same function.
 */
import { checkMessage } from './limits/messages.ts'
import { checkCount, type Problem } from './limits/problem.ts'
import { numberOf } from './limits/table.ts'
import type { UrlRules } from './limits/urls.ts'

export type { Problem } from './limits/problem.ts'

/**
 * @param messages the `messages` of a reply or a push, as they will be sent
 * @param rules LINE's own by default; `httpOrigin` lets images of that one http origin pass
 * @returns what is wrong, in the manner of LINE's error details; empty when nothing is
 */
export function problemsOf(messages: readonly unknown[], rules: UrlRules = {}): Problem[] {
  const problems: Problem[] = []
  const note = (property: string, message: string) => problems.push({ property, message })
  const min = numberOf('reply', 'messages', 'minItems')
  checkCount(messages.length, min, numberOf('reply', 'messages', 'maxItems'), 'messages', note)
  for (const [i, message] of messages.entries()) checkMessage(message, `messages[${i}]`, note, rules)
  return problems
}
