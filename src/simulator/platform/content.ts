/** Media that users sent, as a bot downloads it. */
import { buffer } from 'node:stream/consumers'
import type { Ground } from '../ground.ts'
import { chatEntry } from '../simulator-store.ts'
import { type Answer, type Call, type Endpoint, ok } from './endpoint.ts'
import { errors } from './line-errors.ts'

export function contentEndpoints(ground: Ground): Endpoint[] {
  const path = '/v2/bot/message/:messageId/content'
  return [
    { name: 'content', method: 'get', path, handle: (call) => content(ground, call) },
    { name: 'transcoding', method: 'get', path: `${path}/transcoding`, handle: (call) => transcoding(ground, call) },
  ]
}

async function content(ground: Ground, call: Call): Promise<Answer> {
  const { id, contentType } = await mediaOf(ground, call)
  const file = await ground.store.files.get(id)
  if (!file) throw errors.notFound()
  return { status: 200, contentType, body: await buffer(file.stream) }
}

async function transcoding(ground: Ground, call: Call): Promise<Answer> {
  await mediaOf(ground, call)
  return ok({ status: 'succeeded' })
}

async function mediaOf({ store }: Ground, call: Call): Promise<{ id: string; contentType: string }> {
  const entry = await chatEntry(store, call.params.messageId ?? '')
  if (!entry?.contentType) throw errors.notFound()
  if (entry.unsent) throw errors.gone()
  return { id: entry.id, contentType: entry.contentType }
}
