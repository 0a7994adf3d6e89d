/** The programs that are measured beside each other. */
import { join } from 'node:path'
import { type StoredEvent, storeNew } from '../../src/bot/event-store.ts'
import { readConfig } from '../../src/config.ts'
import { registerPersona } from '../../src/people/index.ts'
import { openProgramStore } from '../../src/program-store.ts'
import { NODE_FLAGS } from '../support/start-command.ts'
import { guestId, OFFICERS, officerId, PROVINCES } from './crowd.ts'
import type { Subject } from './webhooks.ts'

export const bareHttp: Subject = {
  name: 'A: bare node:http, acks only',
  path: import.meta.resolve('./jobs/bare-http.ts'),
  answers: false,
}

export const echoBot: Subject = {
  name: "B: the SDK's echo bot",
  path: import.meta.resolve('./jobs/echo-bot.ts'),
  answers: true,
}

const ASSISTANT = { path: import.meta.resolve('../../src/main.ts'), nodeFlags: NODE_FLAGS }

export const onSqlite: Subject = {
  name: 'assistant on SQLite (FULL)',
  ...ASSISTANT,
  answers: true,
  async prepare(folder) {
    await registerOfficers({ DATA_DIR: folder })
    return {}
  },
}

/** As it is after a year or many: so many events that were worked. */
export function onSqliteWith(storedEvents: number): Subject {
  return {
    ...onSqlite,
    name: `SQLite, ${storedEvents.toLocaleString('en')} stored events`,
    async prepare(folder) {
      await registerOfficers({ DATA_DIR: folder })
      await storeWorkedEvents(folder, storedEvents)
      return {}
    },
  }
}

/** LINE itself takes a while for each call. */
export function withLineAfter(lineMs: number, subject: Subject): Subject {
  return { ...subject, name: `${subject.name}, LINE after ${lineMs} ms`, lineMs }
}

/** @param newDatabase gives the URI of an empty database */
export function onMongodb(newDatabase: () => string): Subject {
  return {
    name: 'assistant on MongoDB',
    ...ASSISTANT,
    answers: true,
    async prepare(folder) {
      const uri = newDatabase()
      await registerOfficers({ DATA_DIR: join(folder, 'data'), MONGODB_URI: uri })
      return { MONGODB_URI: uri }
    },
  }
}

async function storeWorkedEvents(folder: string, count: number): Promise<void> {
  const store = await openProgramStore(readConfig({ ...CREDENTIALS, DATA_DIR: folder }))
  const batch = 10_000
  for (let first = 0; first < count; first += batch) {
    const numbers = Array.from({ length: Math.min(batch, count - first) }, (_, n) => first + n)
    await storeNew(store, numbers.map(workedEvent))
  }
  await store.close()
}

/** Of the year before, spread over the crowd. */
function workedEvent(number: number): StoredEvent {
  const occurredAt = new Date(Date.UTC(2025, 10, 1) + number * 20_000)
  return {
    id: `01OLD${String(number).padStart(21, '0')}`,
    userId: guestId(number),
    occurredAt,
    receivedAt: occurredAt,
    status: 'done',
  }
}

const CREDENTIALS = { LINE_CHANNEL_SECRET: 'x', LINE_CHANNEL_ACCESS_TOKEN: 'x' }

async function registerOfficers(environment: Readonly<Record<string, string>>): Promise<void> {
  const store = await openProgramStore(readConfig({ ...CREDENTIALS, ...environment }))
  const now = new Date()
  const register = (number: number) =>
    registerPersona(store, {
      userId: officerId(number),
      role: 'officer',
      provinces: [PROVINCES[number % PROVINCES.length] ?? ''],
      name: `เจ้าหน้าที่ ${number}`,
      position: 'นักวิเคราะห์นโยบายและแผน',
      now,
    })
  await Promise.all(Array.from({ length: OFFICERS }, (_, number) => register(number)))
  await store.close()
}
