/** GET /files/TOKEN: an export or a picture, for as long as its link lives; 404 afterwards. */
import { pipeline } from 'node:stream/promises'
import { Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import { openFileLink } from '../bot/file-links.ts'
import type { Clock } from '../clock.ts'
import type { Store } from '../store/index.ts'

export function fileRoute(store: Store, clock: Clock): Router {
  const router = Router()
  // Tokens cannot be guessed; the limit keeps somebody from trying all day.
  router.use('/files', rateLimit({ windowMs: 60_000, limit: 120, standardHeaders: 'draft-8', legacyHeaders: false }))
  router.get('/files/:token', async (request, response) => {
    const file = await openFileLink(store, request.params.token, clock.now())
    if (!file) {
      response.status(404).json({ message: 'ลิงก์นี้หมดอายุแล้วหรือไม่ถูกต้อง' })
      return
    }
    response.setHeader('Content-Type', file.contentType)
    response.setHeader('Content-Length', file.bytes)
    response.setHeader(
      'Content-Disposition',
      `${isPicture(file.contentType) ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    response.setHeader('Cache-Control', 'private, no-store')
    await pipeline(file.stream, response)
  })
  return router
}

/** What a browser shows and never runs. */
function isPicture(contentType: string): boolean {
  return /^image\/(?:jpeg|png|gif|webp)$/.test(contentType)
}
