/**
 * What the page knows, and the one pure function that changes it. A message is shown once: an event that repeats an id
 * (a reconnect, a refresh) replaces the line that is there.
 */
import type { ChatEntry, LineAction, PageSnapshot, Phone, TrafficEntry } from './types.ts'

type OpenDialog = { kind: 'clock' } | { kind: 'add-phone' } | { kind: 'date'; phoneId: string; action: LineAction }

export interface PageState {
  ready: boolean
  connected: boolean
  now: string
  botName: string
  phones: readonly Phone[]
  /** The phone that a small screen shows. */
  activePhone: string
  unread: Readonly<Record<string, number>>
  loading: Readonly<Record<string, number>>
  /** How often each phone's owner did something: their chat then shows its newest line. */
  deeds: Readonly<Record<string, number>>
  /** Quick replies of these messages were tapped and are gone. */
  answered: ReadonlySet<string>
  traffic: readonly TrafficEntry[]
  isMovingClock: boolean
  isDrawerOpen: boolean
  dialog?: OpenDialog
  toasts: readonly { id: number; text: string }[]
}

export type PageEvent =
  | { type: 'snapshot'; snapshot: PageSnapshot; traffic: readonly TrafficEntry[] }
  | { type: 'connection'; connected: boolean }
  | { type: 'message'; phoneId: string; message: ChatEntry }
  | { type: 'phone'; phone: Phone }
  | { type: 'clock'; now: string }
  | { type: 'loading'; phoneId: string; seconds: number }
  | { type: 'loadingOver'; phoneId: string }
  | { type: 'deed'; phoneId: string }
  | { type: 'traffic'; entry: TrafficEntry }
  | { type: 'phoneChosen'; phoneId: string }
  | { type: 'quickReplyTapped'; entryId: string }
  | { type: 'clockMoving'; isMoving: boolean }
  | { type: 'drawer'; isOpen: boolean }
  | { type: 'dialog'; dialog?: OpenDialog }
  | { type: 'toast'; id: number; text: string }
  | { type: 'toastOver'; id: number }

const TRAFFIC_KEPT = 300

export const emptyState: PageState = {
  ready: false,
  connected: true,
  now: '',
  botName: '',
  phones: [],
  activePhone: '',
  unread: {},
  loading: {},
  deeds: {},
  answered: new Set(),
  traffic: [],
  isMovingClock: false,
  isDrawerOpen: false,
  toasts: [],
}

/** Whether the phone's owner has said anything yet: who has not gets examples to tap. */
export function hasSpoken(phone: Phone): boolean {
  return phone.messages.some(({ from }) => from === 'user')
}

type Rules = { [Type in PageEvent['type']]: (state: PageState, event: Extract<PageEvent, { type: Type }>) => PageState }

const rules: Rules = {
  snapshot: (state, { snapshot, traffic }) => ({
    ...state,
    ready: true,
    now: snapshot.now,
    botName: snapshot.botName,
    phones: snapshot.phones,
    activePhone: snapshot.phones.some(({ id }) => id === state.activePhone)
      ? state.activePhone
      : (snapshot.phones[0]?.id ?? ''),
    loading: {},
    traffic: newestFirst([...traffic].reverse()),
  }),
  connection: (state, { connected }) => ({ ...state, connected }),
  message: withMessage,
  phone: (state, { phone }) => ({ ...state, phones: withPhone(state.phones, phone) }),
  clock: (state, { now }) => ({ ...state, now }),
  loading: (state, { phoneId, seconds }) => ({ ...state, loading: { ...state.loading, [phoneId]: seconds } }),
  loadingOver: (state, { phoneId }) => ({ ...state, loading: without(state.loading, phoneId) }),
  deed: (state, { phoneId }) => ({ ...state, deeds: { ...state.deeds, [phoneId]: (state.deeds[phoneId] ?? 0) + 1 } }),
  traffic: (state, { entry }) => ({ ...state, traffic: newestFirst([entry, ...state.traffic]) }),
  phoneChosen: (state, { phoneId }) => ({ ...state, activePhone: phoneId, unread: without(state.unread, phoneId) }),
  quickReplyTapped: (state, { entryId }) => ({ ...state, answered: new Set([...state.answered, entryId]) }),
  clockMoving: (state, { isMoving }) => ({ ...state, isMovingClock: isMoving }),
  drawer: (state, { isOpen }) => ({ ...state, isDrawerOpen: isOpen }),
  dialog: (state, { dialog }) => ({ ...state, dialog }),
  toast: (state, { id, text }) => ({ ...state, toasts: [...state.toasts.slice(-2), { id, text }] }),
  toastOver: (state, { id }) => ({ ...state, toasts: state.toasts.filter((toast) => toast.id !== id) }),
}

export function reduce(state: PageState, event: PageEvent): PageState {
  const rule = rules[event.type] as (state: PageState, event: PageEvent) => PageState
  return rule(state, event)
}

function withMessage(state: PageState, event: { phoneId: string; message: ChatEntry }): PageState {
  const { phoneId, message } = event
  const phone = state.phones.find(({ id }) => id === phoneId)
  if (!phone) return state
  const isNew = !phone.messages.some(({ id }) => id === message.id)
  const messages = isNew
    ? [...phone.messages, message]
    : phone.messages.map((known) => (known.id === message.id ? message : known))
  const fromBot = message.from === 'bot'
  const countsAsUnread = isNew && fromBot && phoneId !== state.activePhone
  return {
    ...state,
    phones: withPhone(state.phones, { ...phone, messages }),
    loading: fromBot ? without(state.loading, phoneId) : state.loading,
    unread: countsAsUnread ? { ...state.unread, [phoneId]: (state.unread[phoneId] ?? 0) + 1 } : state.unread,
  }
}

/** A phone that comes without messages keeps those that are shown. */
function withPhone(phones: readonly Phone[], phone: Phone): readonly Phone[] {
  const known = phones.find(({ id }) => id === phone.id)
  if (!known) return [...phones, { ...phone, messages: phone.messages ?? [] }]
  const merged = { ...known, ...phone, messages: phone.messages ?? known.messages }
  return phones.map((other) => (other.id === phone.id ? merged : other))
}

/** By time; of the same instant, the one that stands first. */
function newestFirst(entries: readonly TrafficEntry[]): readonly TrafficEntry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return [...byId.values()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, TRAFFIC_KEPT)
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> {
  if (!(key in record)) return record
  const { [key]: _gone, ...rest } = record
  return rest
}
