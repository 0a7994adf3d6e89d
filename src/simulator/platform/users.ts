/** Who the users are, who the bot is, and the small courtesies of a chat: loading animation, read marks. */

import type { Ground } from '../ground.ts'
import { BOT_USER_ID } from '../personas.ts'
import { chatEntry, phoneOfUser } from '../simulator-store.ts'
import { BOT_NAME } from '../texts.ts'
import { type Answer, type Call, type Endpoint, jsonOf, ok, SECOND } from './endpoint.ts'
import { errors, invalidProperty, invalidRequest } from './line-errors.ts'

const DEFAULT_LOADING_SECONDS = 20

export function userEndpoints(ground: Ground): Endpoint[] {
  return [
    { name: 'info', method: 'get', path: '/v2/bot/info', handle: botInfo },
    { name: 'profile', method: 'get', path: '/v2/bot/profile/:userId', handle: (call) => profile(ground, call) },
    {
      name: 'loading',
      method: 'post',
      path: '/v2/bot/chat/loading/start',
      rate: { calls: 100, perMs: SECOND },
      handle: (call) => startLoading(ground, call),
    },
    {
      name: 'markAsRead',
      method: 'post',
      path: '/v2/bot/chat/markAsRead',
      handle: (call) => markAsRead(ground, call),
    },
  ]
}

function botInfo(): Answer {
  return ok({
    userId: BOT_USER_ID,
    basicId: '@simulator',
    displayName: BOT_NAME,
    chatMode: 'bot',
    markAsReadMode: 'manual',
  })
}

async function profile({ store }: Ground, call: Call): Promise<Answer> {
  const phone = await phoneOfUser(store, call.params.userId ?? '')
  if (!phone?.following) throw errors.notFound()
  return ok({ userId: phone.userId, displayName: phone.name, language: 'th' })
}

async function startLoading({ store, live }: Ground, call: Call): Promise<Answer> {
  const { chatId, loadingSeconds = DEFAULT_LOADING_SECONDS } = jsonOf(call)
  if (typeof chatId !== 'string') throw invalidProperty('chatId')
  if (typeof loadingSeconds !== 'number' || loadingSeconds < 5 || loadingSeconds > 60 || loadingSeconds % 5 !== 0) {
    const message = 'loadingSeconds must be a multiple of 5 between 5 and 60'
    throw invalidRequest([{ message, property: 'loadingSeconds' }])
  }
  const phone = await phoneOfUser(store, chatId)
  if (phone?.following) live.tell({ event: 'loading', data: { phoneId: phone.id, seconds: loadingSeconds } })
  return { status: 202, body: {} }
}

async function markAsRead({ store }: Ground, call: Call): Promise<Answer> {
  const { markAsReadToken } = jsonOf(call)
  const isToken = typeof markAsReadToken === 'string' && markAsReadToken.startsWith('r')
  const entry = isToken ? await chatEntry(store, markAsReadToken.slice(1)) : undefined
  if (!entry) throw invalidProperty('markAsReadToken')
  return ok()
}
