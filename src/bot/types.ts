/**
 * What passes between the journey of a message and the features: an event comes in as a `Turn`, an `Outcome` goes out.
 * A feature says nothing and writes nothing itself; `bot/work.ts` stores its changes and its replies in one transaction.
 */
import type { Dialog, FileRef, Json } from '../dialogs/index.ts'
import type { Reader, Transaction } from '../store/index.ts'

export type Role = 'officer' | 'supervisor' | 'admin'

/** Who is talking, when registered and active. An officer's and a supervisor's `provinces` are all they may see; an admin sees all. */
export interface Actor {
  readonly personId: string
  readonly userId: string
  readonly role: Role
  readonly provinces: readonly string[]
  readonly name: string
}

/** One webhook event of LINE, in our words. */
export type BotEvent = {
  /** LINE's webhookEventId. */
  readonly id: string
  readonly occurredAt: Date
  readonly userId: string
} & (
  | { readonly kind: 'text'; readonly messageId: string; readonly text: string }
  | { readonly kind: 'file'; readonly file: FileRef; readonly set?: { readonly index: number; readonly total: number } }
  | { readonly kind: 'postback'; readonly data: string; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'follow' }
  | { readonly kind: 'unfollow' }
  | { readonly kind: 'unsend'; readonly messageId: string }
  /** A sticker, a place: something that was said, without words. */
  | { readonly kind: 'wordless'; readonly what: string }
)

/** What this person was just talking about, for follow-up questions such as "ลาวละ". */
export interface Memory {
  readonly question?: string
  readonly entryId?: string
  /** What was offered, numbered from 1: postback data, to be taken by typing the number. */
  readonly choices?: readonly string[]
  /** ISO instant (UTC). */
  readonly at?: string
}

export interface Turn {
  readonly event: BotEvent
  readonly userId: string
  /** undefined: a guest. */
  readonly actor?: Actor
  readonly memory: Memory
  readonly now: Date
  /** Reads inside the transaction that will hold the outcome. */
  readonly read: Reader
}

/** A button below a message, shown as a quick reply; everything it does can be typed as well. Labels: at most 20 graphemes. */
export type Button =
  | { readonly label: string; readonly say: string }
  | { readonly label: string; readonly data: string; readonly shows?: string }
  | {
      readonly label: string
      readonly data: string
      readonly pickDay: { readonly initial?: string; readonly min?: string; readonly max?: string }
    }
  | { readonly label: string; readonly opens: 'camera' | 'cameraRoll' }

export type Reply =
  | { readonly kind: 'text'; readonly text: string; readonly buttons?: readonly Button[] }
  /**
   * A Flex card: `card` names a template in flex-messages/, `data` is what the template is filled with. `altText` says
   * the same in short and is what stands in the chat list; `fallback` (default: altText) is sent when the card does not
   * fit LINE's limits.
   */
  | {
      readonly kind: 'card'
      readonly card: string
      readonly data: Readonly<Record<string, unknown>>
      readonly altText: string
      readonly fallback?: string
      readonly buttons?: readonly Button[]
    }

/** A write to be made in the transaction that stores the outcome. */
export type Change = (tx: Transaction) => void

/**
 * How deep a push may reach into the month's messages: a courtesy only while plenty are left, what is urgent to the last
 * one, everything else down to a reserve (line/quota.ts).
 */
export type Worth = 'courtesy' | 'usual' | 'urgent'

export interface Outcome {
  readonly replies: readonly Reply[]
  /** What the replies are worth as a push, should their reply token die first. Default: 'usual'. */
  readonly worth?: Worth
  readonly changes?: readonly Change[]
  readonly remember?: Memory
  /** Drafts and what was talked about are emptied: the person had their data erased. */
  readonly forgets?: true
  /** Starts a dialog by its id, with answers that are known already; `at`: the step among them that is to be changed. */
  readonly begin?: {
    readonly dialogId: string
    readonly given?: Readonly<Record<string, Json>>
    readonly at?: string
  }
  /** Messages to other people. `key` makes it once-only: the same key is never sent twice. */
  readonly pushes?: readonly Push[]
}

export interface Push {
  readonly key: string
  readonly userId: string
  readonly replies: readonly Reply[]
  /** Default: 'usual'. */
  readonly worth?: Worth
}

/**
 * Words that work anywhere. `match` gets the text normalised (thai/normalise.ts) and trimmed of spaces and full stops. It tells by
 * the text alone, not by the day or the person: what it gives is kept for the next who types the same (bot/readings.ts).
 */
export interface Command<Match = unknown> {
  readonly name: string
  /**
   * Whether this text is meant as the command even while a dialog waits for an answer, where 'สรุปผลการเยือน' may be one.
   * Default: only the name itself.
   */
  isMeantInDialog?(text: string): boolean
  match(text: string): Match | undefined
  /** Where the words alone do not tell: whether this person can mean it now. Else the text goes on as if it had not matched. */
  appliesTo?(turn: Turn, match: Match): boolean
  run(turn: Turn, match: Match): Promise<Outcome>
}

/** A button of a card: `data` is a query string whose `a` is this action, such as `a=steps&n=3`; at most 300 characters. */
export interface Postback {
  readonly action: string
  run(turn: Turn, params: URLSearchParams): Promise<Outcome>
}

/** A dialog and what becomes of it. */
export interface DialogBinding {
  readonly dialogId: string
  /** What it is called in the chat, such as 'รายงานกิจกรรม'. */
  readonly title: string
  /**
   * The dialog as it is for this person now (their pairs, their province), or a refusal.
   * @param answers what is answered already: what was needed for it alone need not be looked up any more
   */
  define(
    turn: Turn,
    answers: Readonly<Record<string, Json>>,
  ): Promise<{ readonly ok: true; readonly dialog: Dialog } | { readonly ok: false; readonly refusal: Outcome }>
  /** What the answers would come to, shown above their review. */
  preview?(turn: Turn, answers: Readonly<Record<string, Json>>): Promise<readonly Reply[]>
  /** What to look at before confirming, such as a record that seems to be the same; stands on top of the review. */
  warn?(turn: Turn, answers: Readonly<Record<string, Json>>): Promise<string | undefined>
  /** Called when the person has confirmed. Rights are checked again here. */
  finish(turn: Turn, answers: Readonly<Record<string, Json>>): Promise<Outcome>
  /** What to write when somebody asked for what they have no right to, such as a pair of another province. */
  noteRefusal?(turn: Turn, what: string): readonly Change[]
}

/** What a feature brings to the bot; `app.ts` lists them. */
export interface Feature {
  readonly commands?: readonly Command[]
  readonly postbacks?: readonly Postback[]
  readonly dialogs?: readonly DialogBinding[]
  /** Events that are not said: follow, unfollow, unsend. */
  readonly on?: Partial<Record<'follow' | 'unfollow' | 'unsend', (turn: Turn) => Promise<Outcome>>>
}

/** Stores a push in the outbox with the transaction at hand: it is sent if, and only if, that transaction holds. */
export type EnqueuePush = (tx: Transaction, push: Push) => void

/** A link to a file that was kept for whoever asked; `ok: false`: nobody outside can reach this program, so there is none. */
type SharedFile =
  | { readonly ok: true; readonly url: string; readonly expiresAt: Date; readonly changes: readonly Change[] }
  | { readonly ok: false }
export type ShareFile = (
  turn: Turn,
  file: {
    readonly name: string
    readonly contentType: string
    readonly bytes: Uint8Array
    /** How long what it shows is good for; default: a day. */
    readonly until?: Date
    /** It lets somebody in: the store itself cannot show it, only its link can. */
    readonly isSecret?: boolean
  },
) => Promise<SharedFile>

/** A file that somebody sent, for whoever may see the record it belongs to; `url` opens it for a day. */
export interface SentFile {
  readonly messageId: string
  /** coming: not fetched yet. lost: LINE did not have it any more. */
  readonly state: 'kept' | 'coming' | 'lost'
  /** Only of what is kept, and only where people outside reach this program. */
  readonly url?: string
}

export interface MediaDesk {
  open(
    turn: Turn,
    messageIds: readonly string[],
  ): Promise<{ readonly files: readonly SentFile[]; readonly changes: readonly Change[] }>
  /** Other messages that brought the very same bytes. */
  sameAs(read: Reader, messageId: string): Promise<readonly string[]>
  /** Of these messages, those whose file LINE did not have any more. */
  lostOf(read: Reader, messageIds: readonly string[]): Promise<readonly string[]>
}
