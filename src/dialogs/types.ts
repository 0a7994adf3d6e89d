/**
 * A guided dialog as data: an ordered list of steps with ids. The engine (`advance.ts`) is one pure function over these
 * types and knows neither LINE nor the store nor what the dialog is about.
 */

/** What may be stored as an answer: plain JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

export type Answered = { value: Json } | { skipped: true }
export type Answers = Readonly<Record<string, Answered>>

export interface StepContext {
  readonly answers: Answers
  readonly now: Date
}

export interface Choice {
  /** What is stored when it is chosen, and travels in the button. At most 60 characters. */
  readonly value: string
  /** At most 20 graphemes, so that it fits a quick reply. */
  readonly label: string
  /** A longer wording for the numbered list in the text; default: the label. */
  readonly text?: string
}

/** What a step asks. The engine adds the numbers of the choices and the hint how to skip, go back or cancel. */
export interface Ask {
  readonly text: string
  /** What is said instead when the question is put once more right after it was read; default: the text. */
  readonly again?: string
  /** Shown numbered (1 ..), and as buttons; always answerable by number, Thai or Arabic, or by the label's words. */
  readonly choices?: readonly Choice[]
  /** Offers LINE's date picker, with calendar days YYYY-MM-DD. */
  readonly pickDay?: { readonly initial?: string; readonly min?: string; readonly max?: string }
  /** Offers camera and album. */
  readonly takesFiles?: true
}

export interface FileRef {
  readonly messageId: string
  readonly kind: 'image' | 'video' | 'audio' | 'file'
  readonly name?: string
}

/** What a step's `parse` gets: what a person typed, picked or sent. */
export type Given =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly value: string }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'files'; readonly files: readonly FileRef[] }

export type Parsed =
  | {
      readonly ok: true
      readonly value: Json
      /** The answer is not complete: stay in this step and say this. */
      readonly more?: string
      /** What follows from a complete answer; said before the next question. */
      readonly note?: string
    }
  /**
   * A Thai sentence: what was wrong, and an example of what to type. `ends`: the person does not want to go on (no
   * consent), so the dialog ends as 'cancelled' with that sentence instead of asking again. `refused`: what was asked for
   * without a right to it, for the audit log.
   */
  | { readonly ok: false; readonly say: string; readonly ends?: true; readonly refused?: string }

/** One choice more that answers several questions at once, such as what is the same as last time. */
export interface Offer {
  readonly choice: Choice
  /** By step id; a step that has an answer keeps its own. */
  readonly answers: Readonly<Record<string, Json>>
}

export interface Step {
  /** Stored; never renamed, never an index. */
  readonly id: string
  /** Its name in the review card. */
  readonly label: string
  ask(context: StepContext): Ask
  /** Asked together with the question, so that it costs nobody a message who does not take it. */
  offer?(context: StepContext): Offer | undefined
  /** Never throws for what a person typed. A choice picked by button, number or label arrives as kind 'choice'. */
  parse(given: Given, context: StepContext): Parsed
  /** The stored value in words, for the review card. */
  show(value: Json, context: StepContext): string
  /** The step is asked only when this holds (of the answers so far). */
  when?(context: StepContext): boolean
  /** Never asked and never shown: the value comes with `given` and is handed out with the answers. */
  readonly carried?: true
  /** `ข้าม` is allowed. */
  readonly optional?: boolean
  /** Whether the review has a line for this answer; default: it has. One that only leads to other questions says nothing itself. */
  isInReview?(answer: Answered): boolean
}

export interface Dialog {
  readonly id: string
  /** Raised when steps change their meaning; stored answers that still parse are kept. */
  readonly version: number
  /** 'รายงานกิจกรรม' */
  readonly title: string
  readonly steps: readonly Step[]
  /** Lines above the review (what follows from the answers, such as the fiscal year). */
  reviewNote?(context: StepContext): string | undefined
  /** Ends as confirmed with its last answer, without a review: for questions that are kept nowhere and lead to an answer. */
  readonly endsWithoutReview?: true
}

/** Stored with the conversation, as JSON. */
export interface DialogState {
  readonly dialogId: string
  readonly version: number
  /** Random, carried by every button of this run of the dialog. */
  readonly nonce: string
  readonly answers: Answers
  /** The step that was asked last, or 'review'. */
  readonly asking: string
  /** Answers read from the first line or a button, not yet asked. ISO instants, UTC. */
  readonly startedAt: string
  readonly touchedAt: string
}

/** What reaches the engine. */
export type Input =
  | { readonly kind: 'begin' }
  /** Comes back to a draft after a pause: says where it stands and asks again. */
  | { readonly kind: 'resume' }
  /** Says the current question once more, as after a side question. */
  | { readonly kind: 'again' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'button'; readonly nonce: string; readonly stepId: string; readonly value: string }
  | { readonly kind: 'day'; readonly nonce: string; readonly stepId: string; readonly day: string }
  | { readonly kind: 'files'; readonly files: readonly FileRef[] }
  /** A sticker, a place, a contact: nothing a step can use. */
  | { readonly kind: 'unusable' }
  | { readonly kind: 'back' | 'skip' | 'cancel' | 'park' | 'confirm' }
  /**
   * 'แก้ข้อ 3' (number as in the review), the review card's button (step id), or 'ขอแก้วันที่' (words of a label). `orAnswer`
   * is what was typed: the answer after all, when it names no step.
   */
  | { readonly kind: 'edit'; readonly item: number | string; readonly orAnswer?: string }
  /** 'เอ๊ย ผิด': the last answer was a slip. */
  | { readonly kind: 'mistaken' }

/** What the engine wants said; `bot/dialog-runner.ts` turns it into messages. */
export type Say =
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'ask'
      readonly stepId: string
      /** The whole question as text, numbered choices included: it can be answered by typing alone. */
      readonly text: string
      readonly ask: Ask
      readonly canSkip: boolean
      readonly canGoBack: boolean
    }
  | {
      readonly kind: 'review'
      readonly title: string
      readonly note?: string
      /** What to look at before confirming, such as a record that seems to be the same. */
      readonly warning?: string
      readonly items: readonly {
        readonly number: number
        readonly stepId: string
        readonly label: string
        readonly shown: string
      }[]
    }

export interface Advanced {
  readonly state: DialogState
  readonly say: readonly Say[]
  /** 'confirmed': hand `state.answers` to whoever owns the dialog. 'cancelled' and 'parked': it stops here, state kept by the caller. */
  readonly done?: 'confirmed' | 'cancelled' | 'parked'
  /** What the person asked for without a right to it: the step's word, or the value of a button that was never offered. */
  readonly refused?: string
}
