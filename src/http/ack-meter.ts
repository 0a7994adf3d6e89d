/** How long each webhook waits for its answer, and what the answer is. */
import { Router } from 'express'
import type { Meters } from '../meters.ts'

export function ackMeter(meters: Pick<Meters, 'acknowledged'>): Router {
  const router = Router()
  router.post('/webhook', (_request, response, next) => {
    const cameAt = performance.now()
    response.once('finish', () => meters.acknowledged(response.statusCode, performance.now() - cameAt))
    next()
  })
  return router
}
