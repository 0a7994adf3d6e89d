/** What the buttons do: the page's own, and LINE's actions as a phone would carry them out. */
import { ApiError, api } from './api.ts'
import { dispatch, presentState } from './store.ts'
import { texts } from './texts.ts'
import type { LineAction, Phone } from './types.ts'

const PHOTO_TYPES = ['image/jpeg', 'image/png']
const TOAST_MS = 6_000
const OPENABLE = /^(https?:|tel:|mailto:|line:)/i

let lastToastId = 0
let lastSetId = 0

function showToast(text: string): void {
  lastToastId += 1
  const id = lastToastId
  dispatch({ type: 'toast', id, text })
  setTimeout(() => dispatch({ type: 'toastOver', id }), TOAST_MS)
}

/** Runs a call and turns its failure into a toast. @returns whether it worked */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    showToast(error instanceof ApiError ? error.message : texts.failed)
    return false
  }
}

const outboxes = new Map<string, Promise<unknown>>()

/** One phone's messages leave in the order in which they were sent. */
export function send(phoneId: string, work: () => Promise<unknown>): Promise<boolean> {
  dispatch({ type: 'deed', phoneId })
  const sent = (outboxes.get(phoneId) ?? Promise.resolve()).then(() => attempt(work))
  outboxes.set(phoneId, sent)
  return sent
}

/** A link that is safe to open, or undefined: `javascript:` and its like are not. */
export function safeUri(action?: LineAction): string | undefined {
  return action?.type === 'uri' && action.uri && OPENABLE.test(action.uri) ? action.uri : undefined
}

type Performer = (phoneId: string, action: LineAction) => unknown

const performers: Record<string, Performer> = {
  message: (phoneId, { text = '' }) => send(phoneId, () => api.sendText(phoneId, text)),
  postback: (phoneId, { data = '', displayText, text }) =>
    send(phoneId, () => api.sendPostback(phoneId, { data, displayText: displayText ?? text })),
  datetimepicker: (phoneId, action) => dispatch({ type: 'dialog', dialog: { kind: 'date', phoneId, action } }),
  camera: openFilePicker,
  cameraRoll: openFilePicker,
  uri: (_phoneId, action) => window.open(safeUri(action), '_blank', 'noopener,noreferrer'),
  clipboard: (_phoneId, { clipboardText = '' }) => copy(clipboardText),
}

/** Carries out a tapped LINE action for this phone. */
export function perform(phoneId: string, action: LineAction): void {
  const performer = performers[action.type]
  if (!performer || (action.type === 'uri' && !safeUri(action))) showToast(texts.unsupported)
  else void performer(phoneId, action)
}

function openFilePicker(phoneId: string): void {
  document.getElementById(filePickerId(phoneId))?.click()
}

export function filePickerId(phoneId: string): string {
  return `files-${phoneId}`
}

/** JPEG and PNG go as LINE photos, several at once as one image set; anything else as a file. */
export function sendFiles(phoneId: string, files: readonly File[]): void {
  const photos = files.filter(({ type }) => PHOTO_TYPES.includes(type))
  lastSetId += 1
  const set = `${Math.round(performance.timeOrigin)}${lastSetId}`
  for (const [at, photo] of photos.entries()) {
    const place = { set, index: String(at + 1), total: String(photos.length) }
    void send(phoneId, () => api.sendPhoto(phoneId, photo, photos.length > 1 ? place : undefined))
  }
  for (const file of files.filter((file) => !photos.includes(file))) {
    void send(phoneId, () => api.sendFile(phoneId, file))
  }
}

export async function copy(text: string): Promise<void> {
  const worked = await attempt(() => navigator.clipboard.writeText(text))
  if (worked) showToast(texts.copied)
}

export function toggleFriendship(phone: Phone): void {
  void attempt(() => (phone.following ? api.block(phone.id) : api.follow(phone.id)))
}

export async function moveClock(move: { days: number } | { to: string }): Promise<void> {
  if (presentState().isMovingClock) return
  dispatch({ type: 'clockMoving', isMoving: true })
  await attempt(async () => {
    const { now } = await api.moveClock(move)
    dispatch({ type: 'clock', now })
  })
  dispatch({ type: 'clockMoving', isMoving: false })
}
