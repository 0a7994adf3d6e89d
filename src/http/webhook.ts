/**
 * POST /webhook: verifies the HMAC over the raw bytes, caps the size however the body comes, and answers 200 only when
 * the events are on disk. 401 bad or missing signature, 400 not JSON, 413 over 1 MiB, 503 when the store fails.
 */
import { type Request, type Response, Router } from 'express'
import type { Receiver } from '../bot/receive.ts'
import type { Clock } from '../clock.ts'
import { isSignedBy, readWebhook } from '../line/index.ts'
import type { Log } from '../log.ts'
import { readBody } from './read-body.ts'

const MOST_BYTES = 1024 * 1024

export function webhookRoute(parts: {
  channelSecret: string
  botUserId: () => string | undefined
  receiver: Receiver
  clock: Clock
  log: Log
}): Router {
  const { channelSecret, botUserId, receiver, clock, log } = parts
  const router = Router()
  router.post('/webhook', async (request, response) => {
    const body = await readBody(request, MOST_BYTES)
    if (body.kind === 'whole') return take(request, response, body.bytes)
    if (body.kind === 'broken-off') return
    log.warn('webhook refused: the body is larger than 1 MiB')
    response.status(413).json({ message: 'the body is larger than 1 MiB' })
  })
  return router

  async function take(request: Request, response: Response, body: Buffer): Promise<void> {
    if (!isSignedBy(channelSecret, body, request.get('x-line-signature'))) {
      log.warn({ bytes: body.length }, 'webhook refused: the signature does not fit the channel secret')
      response.status(401).json({ message: 'bad or missing x-line-signature' })
      return
    }
    const json = parseJson(body)
    if (json === undefined) {
      response.status(400).json({ message: 'the body is not JSON' })
      return
    }
    const webhook = readWebhook(json, clock.now())
    if (webhook.ok && isOurs(webhook.destination)) {
      try {
        await receiver.take(webhook.events)
      } catch (error) {
        log.error({ err: error }, 'webhook refused: the store does not take events')
        response.status(503).json({ message: 'the store does not answer' })
        return
      }
    }
    response.status(200).json({})
  }

  function isOurs(destination: string | undefined): boolean {
    const ours = botUserId()
    // Only an id that LINE could have given tells of another bot; LINE's own examples carry none.
    if (!ours || destination === ours || !/^U[0-9a-f]{32}$/.test(destination ?? '')) return true
    log.error('a webhook for another bot was received and ignored: check the webhook URL of both channels')
    return false
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
