/** What must stand in the bot's store in the end: each confirmed report once, drafts as they were left, all photos. */
import { buffer } from 'node:stream/consumers'
import { type Conversation, conversations } from '../../src/bot/conversation.ts'
import { events } from '../../src/bot/event-store.ts'
import { media, mediaFileId, openMedia } from '../../src/bot/media.ts'
import { outbox } from '../../src/line/outbox.ts'
import { people } from '../../src/people/index.ts'
import { type Report, reports } from '../../src/reports/index.ts'
import { openStore, type Store, type StoreOptions } from '../../src/store/index.ts'
import type { FiledReport, Ledger } from './people.ts'
import { PHOTO } from './photo.ts'
import { type Platform, readAloud, type Said } from './platform.ts'

export interface Records {
  readonly confirmed: number
  readonly stored: number
  readonly drafts: number
  readonly photos: number
  readonly problems: readonly string[]
}

/** The bot's store as somebody beside it opens it. */
export function openBotStore(options: StoreOptions): Promise<Store> {
  return openStore(options, [conversations, events, media, outbox, people, reports])
}

/** Whether everything is worked, sent and fetched. */
export async function isDrained(store: Store): Promise<boolean> {
  const open = await Promise.all([
    store.count(events, 'waitingOf', []),
    store.count(outbox, 'byDue', ['sending']),
    store.count(outbox, 'byDue', ['waiting']),
    store.count(media, 'byStatus', ['wanted']),
  ])
  return open.every((count) => count === 0)
}

export async function judgeRecords(store: Store, platform: Platform, ledger: Ledger, said: Said): Promise<Records> {
  const stored = await store.find(reports, 'byReceipt', [])
  const confirmed = ledger.reports.filter(({ state }) => state === 'confirmed')
  const drafts = lastOfEach(ledger.reports).filter(({ state }) => state === 'named')
  const photos = confirmed.flatMap((report) => report.photos)
  return {
    confirmed: confirmed.length,
    stored: stored.length,
    drafts: drafts.length,
    photos: photos.length,
    problems: [
      ...ledger.reports.flatMap((filed) => wrongCount(filed, stored)),
      ...wrongReceipts(stored),
      ...(await all(confirmed, (filed) => wrongReport(platform, said, filed, stored))),
      ...(await all(lastOfEach(ledger.reports), (filed) => wrongDraft(store, platform, filed))),
      ...(await all(photos, (messageId) => wrongPhoto(store, messageId))),
    ],
  }
}

async function all<T>(items: readonly T[], look: (item: T) => Promise<string[]>): Promise<string[]> {
  return (await Promise.all(items.map(look))).flat()
}

function wrongCount({ title, state }: FiledReport, stored: readonly Report[]): string[] {
  const times = stored.filter((report) => report.title === title).length
  const wanted = state === 'confirmed' ? 1 : 0
  return times === wanted ? [] : [`the report "${title}" (${state}) is stored ${times} times`]
}

/** A number is given in the transaction that stores the report, so none is left out and none is given twice. */
function wrongReceipts(stored: readonly Report[]): string[] {
  const numbers = stored.map(({ receiptNo }) => Number(receiptNo.split('-')[1]))
  const isWhole = numbers.every((number, at) => number === at + 1)
  return isWhole ? [] : [`the receipt numbers are not 1 to ${stored.length}: ${numbers.join(' ')}`]
}

async function wrongReport(
  platform: Platform,
  said: Said,
  filed: FiledReport,
  stored: readonly Report[],
): Promise<string[]> {
  const report = stored.find(({ title }) => title === filed.title)
  if (!report) return []
  const files = report.files.map(({ fileId }) => fileId)
  const wanted = filed.photos.map(mediaFileId)
  const [call = ''] = await platform.answersTo(filed.confirmedBy ?? '')
  const told = readAloud(said.get(call) ?? [])
  return [
    ...(files.join() === wanted.join()
      ? []
      : [`${report.receiptNo} has the files ${files.join()}, not ${wanted.join()}`]),
    ...(call === '' || told.includes(report.receiptNo)
      ? []
      : [`${report.receiptNo} was not told: ${told.slice(0, 80)}`]),
  ]
}

/** The dialog that was running in the end is the one that was left unfinished, with its title; else there is none. */
async function wrongDraft(store: Store, platform: Platform, filed: FiledReport): Promise<string[]> {
  if (filed.state === 'begun') return []
  const phone = (await platform.simulator.phones()).find(({ id }) => id === filed.phoneId)
  const stored = await store.get(conversations, phone?.userId ?? '')
  const { draft } = JSON.parse(stored?.body ?? '{}') as Partial<Conversation>
  const answer = draft?.answers.title
  const title = answer && 'value' in answer ? answer.value : undefined
  const wanted = filed.state === 'named' ? filed.title : undefined
  return title === wanted ? [] : [`the draft of ${filed.phoneId} is of "${title}", not of "${wanted}" (${filed.state})`]
}

async function wrongPhoto(store: Store, messageId: string): Promise<string[]> {
  const kept = await openMedia(store, messageId)
  const bytes = kept && (await buffer(kept.stream))
  return bytes?.equals(PHOTO) ? [] : [`the photo ${messageId} was not kept`]
}

function lastOfEach(filed: readonly FiledReport[]): FiledReport[] {
  return [...new Map(filed.map((report) => [report.phoneId, report])).values()]
}
