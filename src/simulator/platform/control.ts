/** Knobs over HTTP, for tests that run the program from outside; asks for the channel's token like everything else here. */
import express, { type Router } from 'express'
import { z } from 'zod'
import type { Faults } from './faults.ts'
import { FAULT_KINDS } from './faults.ts'
import type { Quota } from './quota.ts'

const FaultBody = z.object({
  on: z.string(),
  kind: z.enum(FAULT_KINDS),
  afterAccept: z.boolean().optional(),
  times: z.int().positive().optional(),
})
const QuotaBody = z.object({ monthly: z.union([z.int().nonnegative(), z.literal('none')]) })

/** POST /_simulator/faults, DELETE /_simulator/faults, PUT /_simulator/quota */
export function controlRouter(faults: Faults, quota: Quota): Router {
  const router = express.Router()
  router.use(express.json({ limit: '16kb' }))
  router.post('/faults', (req, res) => {
    const fault = FaultBody.safeParse(req.body)
    if (fault.success) faults.add(fault.data)
    res.status(fault.success ? 204 : 400).end()
  })
  router.delete('/faults', (_req, res) => {
    faults.clear()
    res.status(204).end()
  })
  router.put('/quota', (req, res) => {
    const body = QuotaBody.safeParse(req.body)
    if (body.success) quota.set(body.data.monthly)
    res.status(body.success ? 204 : 400).end()
  })
  return router
}
