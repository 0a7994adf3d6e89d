/** What the page asks for. */
import { pipeline } from 'node:stream/promises'
import express, { type Response, type Router } from 'express'
import type { Ground } from '../ground.ts'
import { imageFileOf, viewOf } from '../platform/rich-menus.ts'
import { defaultRichMenuId } from '../platform/shown-menus.ts'
import { PhoneRefusal } from '../refusal.ts'
import { richMenuById } from '../simulator-store.ts'
import { BOT_NAME, refusals } from '../texts.ts'
import type { PageParts } from './page.ts'

const SHOWN_MESSAGES = 200
const MAX_TRAFFIC = 500
const DEFAULT_TRAFFIC = 100

export function viewRoutes({ ground, book }: PageParts): Router {
  const router = express.Router()
  router.get('/state', async (_req, res) => {
    const phones = await Promise.all(
      (await book.all()).map(async (phone) => ({
        ...phone,
        messages: await book.messagesOf(phone.id, SHOWN_MESSAGES),
      })),
    )
    res.json({ now: ground.clock.now().toISOString(), botName: BOT_NAME, phones })
  })
  router.get('/traffic', (req, res) => {
    const asked = Number(req.query.limit ?? DEFAULT_TRAFFIC)
    const limit = Number.isSafeInteger(asked) && asked > 0 ? Math.min(asked, MAX_TRAFFIC) : DEFAULT_TRAFFIC
    res.json(ground.traffic.last(limit))
  })
  router.get('/content/:messageId', (req, res) => sendFile(ground, res, req.params.messageId))
  router.get('/rich-menu', async (_req, res) => {
    const id = await defaultRichMenuId(ground)
    const menu = id === undefined ? undefined : await richMenuById(ground.store, id)
    res.json(menu ? viewOf(menu) : null)
  })
  router.get('/rich-menu/:richMenuId', async (req, res) => {
    const menu = await richMenuById(ground.store, req.params.richMenuId)
    if (!menu) throw new PhoneRefusal(refusals.notThere, 404)
    res.json(viewOf(menu))
  })
  router.get('/rich-menu/:richMenuId/image', (req, res) => sendFile(ground, res, imageFileOf(req.params.richMenuId)))
  return router
}

/** Only pictures are shown in place; whatever else somebody sent is downloaded, never run. */
async function sendFile({ store }: Ground, res: Response, id: string): Promise<void> {
  const file = await store.files.get(id)
  if (!file) throw new PhoneRefusal(refusals.notThere, 404)
  const { contentType, name, bytes } = file.info
  const isPicture = /^image\/(png|jpeg)$/.test(contentType)
  if (!isPicture) res.attachment(name)
  res.set('content-type', isPicture ? contentType : 'application/octet-stream')
  res.set({ 'content-length': String(bytes), 'x-content-type-options': 'nosniff', 'cache-control': 'private' })
  await pipeline(file.stream, res)
}
