/** /healthz (the process runs), /readyz (the store answers and LINE accepted the token), /metrics (Prometheus text). */
import { Router } from 'express'
import type { Registry } from 'prom-client'

export interface Readiness {
  /** What is not ready, in words; empty: ready. */
  problems(): Promise<readonly string[]>
}

export function statusRoutes(readiness: Readiness, metrics: Registry): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' })
  })
  router.get('/readyz', async (_request, response) => {
    const problems = await readiness.problems()
    response.status(problems.length === 0 ? 200 : 503).json({ ready: problems.length === 0, problems })
  })
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.metrics())
  })
  return router
}
