/** What a chat still holds of a message that its sender took back: a photo goes from every draft that it was sent for. */
import type { Answers, DialogState, Json } from '../dialogs/index.ts'
import type { Conversation } from './conversation.ts'

type Answered = Answers[string]

export function withoutFile(conversation: Conversation, messageId: string): Conversation {
  const { draft, parked, cancelled } = conversation
  const drafts = [draft, ...parked, cancelled].filter((each) => each !== undefined)
  if (!drafts.some((each) => holds(each.answers, messageId))) return conversation
  const clean = (state: DialogState): DialogState => ({ ...state, answers: cleaned(state.answers, messageId) })
  return {
    ...conversation,
    ...(draft && { draft: clean(draft) }),
    ...(cancelled && { cancelled: clean(cancelled) }),
    parked: parked.map(clean),
  }
}

function holds(answers: Answers, messageId: string): boolean {
  return Object.values(answers).some((answer) => filesOf(answer)?.some((file) => isOf(file, messageId)))
}

function cleaned(answers: Answers, messageId: string): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([step, answer]): [string, Answered] => {
      const files = filesOf(answer)
      if (!files?.some((file) => isOf(file, messageId))) return [step, answer]
      const left = files.filter((file) => !isOf(file, messageId))
      return [step, left.length > 0 ? { value: left } : { skipped: true }]
    }),
  )
}

/** The messages whose files this chat's drafts hold. */
export function messagesWithFiles({ draft, parked, cancelled }: Conversation): string[] {
  const drafts = [draft, ...parked, cancelled].filter((each) => each !== undefined)
  const files = drafts.flatMap(({ answers }) => Object.values(answers).flatMap((answer) => filesOf(answer) ?? []))
  return files.flatMap((file) => messageIdOf(file) ?? [])
}

function filesOf(answer: Answered): Json[] | undefined {
  return 'value' in answer && Array.isArray(answer.value) ? answer.value : undefined
}

function isOf(file: Json, messageId: string): boolean {
  return messageIdOf(file) === messageId
}

function messageIdOf(file: Json): string | undefined {
  const isFile = typeof file === 'object' && file !== null && 'messageId' in file
  return isFile && typeof file.messageId === 'string' ? file.messageId : undefined
}
