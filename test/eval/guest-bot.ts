/**
 * The whole program for one question at a time: started as `npm start` starts it, asked over LINE's API by a guest of its own
 * in a chat of its own, and read as a person reads it.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '../../src/app.ts'
import { ManualClock } from '../../src/clock.ts'
import { readConfig } from '../../src/config.ts'
import { openGuide } from '../../src/guide/index.ts'
import { createLog } from '../../src/log.ts'
import { normalise } from '../../src/thai/index.ts'
import { readableText } from '../support/readable.ts'
import type { Ask } from './score.ts'

const NOW = '2026-11-20T02:00:00Z'

export interface GuestBot {
  ask: Ask
  /** What a question was compared with, best first: '0.52 kpi-year-kind'. */
  considered(question: string): string[]
  close(): Promise<void>
}

export async function openGuestBot(): Promise<GuestBot> {
  const folder = await mkdtemp(join(tmpdir(), 'eval-'))
  const log = createLog('silent')
  const clock = new ManualClock(NOW)
  const app = await startApp(readConfig({ PORT: '0', DATA_DIR: folder }), { log, clock })
  const { simulator } = app
  if (!simulator) throw new Error('the questions are asked on the simulator')
  const guide = await openGuide({ log })

  async function ask(typed: readonly string[]): Promise<string> {
    if (!simulator) return ''
    const { id } = await simulator.addPhone('ผู้ถาม')
    await app.idle()
    let said = 0
    for (const text of typed) {
      said = (await simulator.messagesOf(id)).length
      clock.forward(1_000)
      await simulator.phone(id).say(text)
      await app.idle()
    }
    const answer = (await simulator.messagesOf(id)).slice(said).filter(({ from }) => from === 'bot')
    return inOneSpelling(answer.map(({ message }) => readableText(message)).join('\n'))
  }

  return {
    ask,
    considered: (question) =>
      guide
        .search(question)
        .slice(0, 4)
        .map(({ entry, score }) => `${score.toFixed(2)} ${entry.id}`),
    close: async () => {
      await app.stop()
      await rm(folder, { recursive: true })
    },
  }
}

/** Thai digits as Arabic ones, no zero-width spaces, one line a text: so that patterns can be compared with it. */
function inOneSpelling(text: string): string {
  const lines = text.split('\n').map(normalise)
  return lines.filter((line) => line !== '').join('\n')
}
