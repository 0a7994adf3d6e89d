/**
 * POST /webhook, straight from node:http: what Express does for a page would cost as much as the rest of the acknowledgement.
 * Verifies the HMAC over the raw bytes, caps the size however the body comes, and answers 200 only when
 * the events are on disk. 401 bad or missing signature, 400 not JSON, 413 over 1 MiB, 503 when the store fails.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Receiver } from '../bot/receive.ts'
import type { Clock } from '../clock.ts'
import { endOfTurn } from '../end-of-turn.ts'
import { isSignedBy, readWebhook } from '../line/index.ts'
import type { Log } from '../log.ts'
import type { Meters } from '../meters.ts'
import { readBody } from './read-body.ts'

const MOST_BYTES = 1024 * 1024

/** Whether a request is for this route, as Express would match it. */
export function isForWebhook({ method, url = '' }: IncomingMessage): boolean {
  return method === 'POST' && /^\/webhook\/?(\?|$)/i.test(url)
}

export function webhookRoute(parts: {
  channelSecret: string
  botUserId: () => string | undefined
  receiver: Receiver
  clock: Clock
  log: Log
  meters: Pick<Meters, 'acknowledged'>
}): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { channelSecret, botUserId, receiver, clock, log, meters } = parts

  async function take(signature: string | undefined, bytes: Buffer): Promise<Answer> {
    if (!isSignedBy(channelSecret, bytes, signature)) {
      log.warn({ bytes: bytes.length }, 'webhook refused: the signature does not fit the channel secret')
      return [401, 'bad or missing x-line-signature']
    }
    const json = parseJson(bytes)
    if (json === undefined) return [400, 'the body is not JSON']
    const webhook = readWebhook(json, clock.now())
    if (!webhook.ok || !isOurs(webhook.destination)) return TAKEN
    try {
      await receiver.take(webhook.events)
      return TAKEN
    } catch (error) {
      log.error({ err: error }, 'webhook refused: the store does not take events')
      return [503, 'the store does not answer']
    }
  }

  async function answerTo(request: IncomingMessage): Promise<Answer | undefined> {
    const body = await readBody(request, MOST_BYTES)
    await endOfTurn()
    if (body.kind === 'whole') return take(headerOf(request, 'x-line-signature'), body.bytes)
    if (body.kind === 'broken-off') return undefined
    log.warn('webhook refused: the body is larger than 1 MiB')
    return [413, 'the body is larger than 1 MiB']
  }

  function isOurs(destination: string | undefined): boolean {
    const ours = botUserId()
    // Only an id that LINE could have given tells of another bot; LINE's own examples carry none.
    if (!ours || destination === ours || !/^U[0-9a-f]{32}$/.test(destination ?? '')) return true
    log.error('a webhook for another bot was received and ignored: check the webhook URL of both channels')
    return false
  }

  return async (request, response) => {
    const cameAt = performance.now()
    const answer = await answerTo(request)
    if (!answer) return
    send(response, answer)
    meters.acknowledged(answer[0], performance.now() - cameAt)
  }
}

/** Status, and what was wrong; nothing was when it was taken. */
type Answer = readonly [status: number, message?: string]

const TAKEN: Answer = [200]

function send(response: ServerResponse, [status, message]: Answer): void {
  const body = message === undefined ? '{}' : JSON.stringify({ message })
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length })
  response.end(body)
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
