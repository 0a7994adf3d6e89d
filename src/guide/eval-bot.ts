// biome-ignore-all lint/style/noRestrictedImports: a program of its own, which plays the whole bot
/**
 * The whole bot for one question at a time: routed, answered and composed as in a chat, on a store of its own with the
 * shipped register, by somebody who is not registered.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Conversation } from '../bot/conversation.ts'
import { createRoute } from '../bot/route.ts'
import type { Feature, Turn } from '../bot/types.ts'
import { composeReplies } from '../line/index.ts'
import { createLog } from '../log.ts'
import { fillEmptyRegister, pairs, pairsFeature } from '../pairs/index.ts'
import { peopleCollections, peopleFeature } from '../people/index.ts'
import { reminderCollections, remindersFeature } from '../reminders/index.ts'
import { pairStates, reportCollections, reportsFeature } from '../reports/index.ts'
import { openStore } from '../store/index.ts'
import { summariesFeature } from '../summaries/index.ts'
import type { Ask } from './eval.ts'
import { guideCollections, openGuide } from './index.ts'
import { visibleText } from './visible-text.ts'

const NOW = new Date('2026-11-20T02:00:00Z')

export interface GuestBot {
  ask: Ask
  /** What a question was compared with, best first: '0.52 kpi-year-kind'. */
  considered(question: string): string[]
  close(): Promise<void>
}

export async function openGuestBot(): Promise<GuestBot> {
  const folder = await mkdtemp(join(tmpdir(), 'guide-eval-'))
  const collections = [pairs, ...guideCollections, ...peopleCollections, ...reportCollections, ...reminderCollections]
  const store = await openStore({ sqliteFile: join(folder, 'store.db') }, collections)
  await fillEmptyRegister(store, NOW)
  const log = createLog('error')
  const guide = await openGuide({ log })
  const features: Feature[] = [
    peopleFeature,
    reportsFeature,
    remindersFeature,
    summariesFeature({ shareFile: async () => ({ ok: false }) }),
    pairsFeature({ stateOf: pairStates }),
    guide.feature,
  ]
  const route = createRoute({ features, guide, newNonce: () => 'nonce' })

  async function ask(typed: readonly string[]): Promise<string> {
    let conversation: Conversation = { parked: [], memory: {} }
    let answer = ''
    for (const text of typed) {
      const event = { id: 'e', occurredAt: NOW, userId: 'Uguest', kind: 'text', messageId: 'm', text } as const
      const turn: Turn = { event, userId: event.userId, memory: conversation.memory, now: NOW, read: store }
      const step = await route(turn, conversation)
      conversation = step.conversation
      answer = visibleText(composeReplies(step.outcome.replies, { log }))
    }
    return answer
  }

  return {
    ask,
    considered: (question) =>
      guide
        .search(question)
        .slice(0, 4)
        .map(({ entry, score }) => `${score.toFixed(2)} ${entry.id}`),
    close: async () => {
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}
