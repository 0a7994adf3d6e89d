/**
 * Runs the guided dialogs of the features on the pure engine: begins, continues, parks, cancels and finishes them, and
 * keeps the drafts in the conversation.
 */
import {
  type Answers,
  advance,
  begin,
  type Dialog,
  type DialogState,
  type Input,
  type Json,
  upgrade,
} from '../dialogs/index.ts'
import { cutGraphemes } from '../thai/index.ts'
import { type Conversation, cancelDraft, parkDraft, withDraft, withoutDraft } from './conversation.ts'
import { joinTexts, repliesFor } from './say.ts'
import { texts } from './texts.ts'
import type { DialogBinding, Outcome, Reply, Turn } from './types.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** As much of a draft as tells it from another. */
const SHOWN_ANSWERS = 2
const LONGEST_SHOWN = 60

/** What a turn came to: what to say and write, and the conversation afterwards. */
export interface Step {
  readonly conversation: Conversation
  readonly outcome: Outcome
}

export interface DialogRunner {
  begin(turn: Turn, conversation: Conversation, start: NonNullable<Outcome['begin']>): Promise<Step>
  /** Hands an input to the running draft. */
  input(turn: Turn, conversation: Conversation, input: Input): Promise<Step>
  /** The parked draft of that number (1: the latest) becomes the running one. */
  resumeParked(turn: Turn, conversation: Conversation, number: number): Promise<Step>
  /** Brings the draft back that was cancelled last. */
  restore(turn: Turn, conversation: Conversation): Promise<Step>
  /** Asks which of several parked drafts is meant; each is told by what was answered. */
  whichParked(turn: Turn, conversation: Conversation): Promise<Step>
  titleOf(state: DialogState): string
}

/** @param newNonce makes the random word that tells one run of a dialog from the next */
export function createDialogRunner(bindings: readonly DialogBinding[], newNonce: () => string): DialogRunner {
  const byId = new Map(bindings.map((binding) => [binding.dialogId, binding]))
  const titleOf = (state: DialogState) => byId.get(state.dialogId)?.title ?? state.dialogId

  async function start(
    turn: Turn,
    conversation: Conversation,
    { dialogId, given, at }: NonNullable<Outcome['begin']>,
  ): Promise<Step> {
    const running = conversation.draft
    const isSameAgain = running?.dialogId === dialogId && Object.keys(given ?? {}).length === 0
    if (isSameAgain) return withNote(texts.draftAlreadyOpen, await input(turn, conversation, { kind: 'resume' }))
    const binding = byId.get(dialogId)
    if (!binding) throw new Error(`no feature brings the dialog ${dialogId}`)
    const defined = await binding.define(turn, given ?? {})
    if (!defined.ok) return { conversation, outcome: defined.refusal }
    const state = begin(defined.dialog, { nonce: newNonce(), given: given ?? {}, at, now: turn.now })
    const step = await run(turn, withDraft(parkDraft(conversation), state), binding, defined.dialog, { kind: 'begin' })
    if (running) return withNote(texts.parkedForOther(titleOf(running)), step)
    const parked = conversation.parked.length
    return parked > 0 ? withNote(texts.alsoParked(parked), step) : step
  }

  async function input(turn: Turn, conversation: Conversation, given: Input): Promise<Step> {
    const { draft } = conversation
    const binding = draft && byId.get(draft.dialogId)
    if (!binding) return { conversation: withoutDraft(conversation), outcome: sayText(texts.dialogGone) }
    const defined = await binding.define(turn, valuesOf(draft.answers))
    if (!defined.ok) return { conversation: withoutDraft(conversation), outcome: defined.refusal }
    return run(turn, conversation, binding, defined.dialog, given)
  }

  async function run(
    turn: Turn,
    conversation: Conversation,
    binding: DialogBinding,
    dialog: Dialog,
    given: Input,
  ): Promise<Step> {
    if (!conversation.draft) throw new Error('a dialog runs without its draft')
    const advanced = advance(dialog, conversation.draft, given, turn.now)
    const isReview = advanced.say.some((say) => say.kind === 'review')
    const values = valuesOf(advanced.state.answers)
    const warning = isReview ? await binding.warn?.(turn, values) : undefined
    const says = advanced.say.map((say) => (say.kind === 'review' && warning ? { ...say, warning } : say))
    const asked = repliesFor(says, advanced.state.nonce)
    const preview = isReview ? await binding.preview?.(turn, values) : undefined
    const replies = [...(preview ?? []), ...asked]
    const moved = withDraft(conversation, advanced.state)
    // A dialog that ended by an answer (no consent) keeps nothing; a cancelled one can be brought back.
    if (advanced.done === 'cancelled' && given.kind !== 'cancel')
      return { conversation: withoutDraft(moved), outcome: { replies: withWays(replies, texts.buttons.menu) } }
    if (advanced.done === 'cancelled') {
      const hint: Reply = { kind: 'text', text: texts.cancelledCanRestore }
      const said = withWays(joinTexts([...replies, hint]), texts.buttons.restore, texts.buttons.menu)
      return { conversation: cancelDraft(moved), outcome: { replies: said } }
    }
    if (advanced.done === 'parked') {
      const said = withWays(replies, texts.buttons.resume, texts.buttons.menu)
      return { conversation: parkDraft(moved), outcome: { replies: said } }
    }
    if (advanced.done === 'confirmed') {
      const outcome = await binding.finish(turn, values)
      return { conversation: withoutDraft(moved), outcome: { ...outcome, replies: [...replies, ...outcome.replies] } }
    }
    const changes = advanced.refused === undefined ? [] : (binding.noteRefusal?.(turn, advanced.refused) ?? [])
    return { conversation: moved, outcome: { replies, changes } }
  }

  async function resumeParked(turn: Turn, conversation: Conversation, number: number): Promise<Step> {
    const chosen = conversation.parked[number - 1]
    if (!chosen) return { conversation, outcome: sayText(texts.noParked) }
    const parked = conversation.parked.filter((draft) => draft !== chosen)
    return input(turn, withDraft(parkDraft({ ...conversation, parked }), chosen), { kind: 'resume' })
  }

  async function restore(turn: Turn, conversation: Conversation): Promise<Step> {
    const { cancelled, ...rest } = conversation
    if (!cancelled) return { conversation, outcome: sayText(texts.nothingToRestore) }
    return withNote(texts.restored, await input(turn, withDraft(parkDraft(rest), cancelled), { kind: 'resume' }))
  }

  async function whichParked(turn: Turn, conversation: Conversation): Promise<Step> {
    const lines = await Promise.all(conversation.parked.map((draft) => tellDraft(turn, draft)))
    const text = texts.whichDraft(lines.map((line, index) => `${index + 1}. ${line}`))
    const ways = lines.map((_, index) => texts.resumeNumber(index + 1))
    return { conversation, outcome: { replies: withWays([{ kind: 'text', text }], ...ways, texts.buttons.menu) } }
  }

  /** 'รายงานกิจกรรม — เชียงราย – บ่อแก้ว · ชื่อกิจกรรม (2 วันก่อน)': two drafts of one dialog look alike otherwise. */
  async function tellDraft(turn: Turn, draft: DialogState): Promise<string> {
    const defined = await byId.get(draft.dialogId)?.define(turn, valuesOf(draft.answers))
    const shown = defined?.ok ? firstAnswers(defined.dialog, upgrade(defined.dialog, draft, turn.now), turn.now) : []
    const days = Math.floor((turn.now.getTime() - Date.parse(draft.touchedAt)) / DAY_MS)
    return texts.draftSince(titleOf(draft), shown.join(' · '), days)
  }

  return { begin: start, input, resumeParked, restore, whichParked, titleOf }
}

function firstAnswers(dialog: Dialog, { answers }: DialogState, now: Date): string[] {
  const shown = dialog.steps.flatMap((step) => {
    const answer = answers[step.id]
    return answer && 'value' in answer && !step.carried ? [step.show(answer.value, { answers, now })] : []
  })
  return shown.slice(0, SHOWN_ANSWERS).map((text) => cutGraphemes(text, LONGEST_SHOWN))
}

/** The last thing said gets buttons for what can be typed next. */
function withWays(replies: readonly Reply[], ...words: string[]): Reply[] {
  const buttons = words.map((word) => ({ label: word, say: word }))
  return replies.map((reply, index) => (index === replies.length - 1 ? { ...reply, buttons } : reply))
}

export function sayText(text: string): Outcome {
  return { replies: [{ kind: 'text', text, buttons: [{ label: texts.buttons.menu, say: texts.buttons.menu }] }] }
}

function withNote(note: string, step: Step): Step {
  const replies = joinTexts([{ kind: 'text', text: note }, ...step.outcome.replies])
  return { ...step, outcome: { ...step.outcome, replies } }
}

function valuesOf(answers: Answers): Record<string, Json> {
  const given = Object.entries(answers).flatMap(([id, answer]) =>
    'value' in answer ? [[id, answer.value] as const] : [],
  )
  return Object.fromEntries(given)
}
