/** The calls to the simulator's server. Each throws an ApiError with a Thai sentence when it did not work. */
import { texts } from './texts.ts'
import type { PageSnapshot, Phone, RichMenu, TrafficEntry } from './types.ts'

const BASE = '/simulator/api'

/** Which of the photos that were chosen together. */
export interface ImageInSet {
  set: string
  index: string
  total: string
}

export class ApiError extends Error {}

export const api = {
  state: () => call<PageSnapshot>('/state'),
  richMenu: (richMenuId: string) => call<RichMenu>(`/rich-menu/${encodeURIComponent(richMenuId)}`),
  traffic: (limit: number) => call<TrafficEntry[]>(`/traffic?limit=${limit}`),
  addPhone: (name: string) => post<{ phone: Phone }>('/phones', { name }),
  sendText: (phoneId: string, text: string) => post(`${phone(phoneId)}/text`, { text }),
  sendPostback: (phoneId: string, postback: { data: string; displayText?: string; params?: Record<string, string> }) =>
    post(`${phone(phoneId)}/postback`, postback),
  sendSticker: (phoneId: string) => post(`${phone(phoneId)}/sticker`, {}),
  sendPhoto: (phoneId: string, photo: File, set?: ImageInSet) =>
    upload(`${phone(phoneId)}/photo${set ? `?${new URLSearchParams({ ...set })}` : ''}`, photo),
  sendFile: (phoneId: string, file: File) =>
    upload(`${phone(phoneId)}/file?name=${encodeURIComponent(file.name)}`, file),
  follow: (phoneId: string) => post(`${phone(phoneId)}/follow`, {}),
  block: (phoneId: string) => post(`${phone(phoneId)}/block`, {}),
  unsend: (phoneId: string, messageId: string) => post(`${phone(phoneId)}/unsend`, { messageId }),
  moveClock: (move: { days: number } | { to: string }) => post<{ now: string }>('/clock', move),
}

export function contentUrl(messageId: string): string {
  return `${BASE}/content/${encodeURIComponent(messageId)}`
}

export function richMenuImageUrl(richMenuId: string): string {
  return `${BASE}/rich-menu/${encodeURIComponent(richMenuId)}/image`
}

export const EVENTS_URL = `${BASE}/events`

function phone(phoneId: string): string {
  return `/phones/${encodeURIComponent(phoneId)}`
}

function post<Answer = unknown>(path: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  return call<Answer>(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

function upload(path: string, file: File): Promise<unknown> {
  const headers = { 'content-type': file.type || 'application/octet-stream' }
  return call(path, { method: 'POST', headers, body: file })
}

async function call<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(BASE + path, init).catch(() => {
    throw new ApiError(texts.unreachable)
  })
  const text = await response.text()
  const body = parse(text)
  if (!response.ok) throw new ApiError(sentenceOf(body) ?? `${texts.failed} (${response.status})`)
  return body as Answer
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The server's own words, when they are Thai: an English error is for the log, not for this reader. */
function sentenceOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const sentences = Object.values(body).filter((value) => typeof value === 'string')
  return sentences.find((sentence) => /[\u0e00-\u0e7f]/.test(sentence))
}
