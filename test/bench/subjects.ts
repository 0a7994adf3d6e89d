/** The programs that are measured beside each other. */
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import { registerPersona } from '../../src/people/index.ts'
import { openProgramStore } from '../../src/program-store.ts'
import { OFFICERS, officerId, PROVINCES } from './crowd.ts'
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

const ASSISTANT = import.meta.resolve('../../src/main.ts')

export const onSqlite: Subject = {
  name: 'assistant on SQLite (FULL)',
  path: ASSISTANT,
  answers: true,
  async prepare(folder) {
    await registerOfficers({ DATA_DIR: folder })
    return {}
  },
}

/** @param newDatabase gives the URI of an empty database */
export function onMongodb(newDatabase: () => string): Subject {
  return {
    name: 'assistant on MongoDB',
    path: ASSISTANT,
    answers: true,
    async prepare(folder) {
      const uri = newDatabase()
      await registerOfficers({ DATA_DIR: join(folder, 'data'), MONGODB_URI: uri })
      return { MONGODB_URI: uri }
    },
  }
}

async function registerOfficers(environment: Readonly<Record<string, string>>): Promise<void> {
  const credentials = { LINE_CHANNEL_SECRET: 'x', LINE_CHANNEL_ACCESS_TOKEN: 'x' }
  const store = await openProgramStore(readConfig({ ...credentials, ...environment }))
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
