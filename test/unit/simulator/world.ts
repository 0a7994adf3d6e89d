/** A simulator over real HTTP, and a bot that only notes what it is sent. */
import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import express from 'express'
import { onTestFinished } from 'vitest'
import { ManualClock } from '../../../src/clock.ts'
import { createLog } from '../../../src/log.ts'
import {
  createSimulator,
  type Simulator,
  type SimulatorOptions,
  simulatorCollections,
} from '../../../src/simulator/index.ts'
import { openStore, type Store } from '../../../src/store/index.ts'

export const SECRET = 'channel-secret-of-the-tests'
export const TOKEN = 'channel-access-token-of-the-tests'
/** A Monday morning in Bangkok. */
export const START = '2026-11-02T09:00:00+07:00'

interface SeenWebhook {
  readonly bytes: Buffer
  readonly headers: IncomingHttpHeaders
  readonly body: { destination: string; events: SeenEvent[] }
}

export interface SeenEvent {
  type: string
  webhookEventId: string
  replyToken?: string
  timestamp: number
  mode: string
  source: { type: string; userId: string }
  deliveryContext: { isRedelivery: boolean }
  message?: { id: string; type: string; text?: string } & Record<string, unknown>
  postback?: { data: string; params?: Record<string, string> }
  follow?: { isUnblocked: boolean }
  unsend?: { messageId: string }
}

/** Answers as it is told; its `statuses` are used up one a webhook, then it is 200. */
class Receiver {
  readonly seen: SeenWebhook[] = []
  statuses: (number | 'hang')[] = []
  /** Runs before the answer. */
  meanwhile: (webhook: SeenWebhook) => Promise<void> | void = () => {}
  readonly #server = createServer(async (req, res) => {
    const bytes = await buffer(req)
    const webhook = { bytes, headers: req.headers, body: JSON.parse(bytes.toString()) as SeenWebhook['body'] }
    this.seen.push(webhook)
    const status = this.statuses.shift() ?? 200
    await this.meanwhile(webhook)
    if (status !== 'hang') res.writeHead(status).end('{}')
  })

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/webhook`
  }

  get events(): SeenEvent[] {
    return this.seen.flatMap((webhook) => webhook.body.events)
  }

  get lastEvent(): SeenEvent {
    const event = this.events.at(-1)
    if (!event) throw new Error('no webhook came')
    return event
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    await closed
  }
}

export const signatureOf = (bytes: Buffer, secret = SECRET): string =>
  createHmac('sha256', secret).update(bytes).digest('base64')

export interface World {
  readonly simulator: Simulator
  readonly receiver: Receiver
  readonly clock: ManualClock
  /** A call of LINE's API with the right token. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>
  /** Stops the simulator and takes the same disk up again. */
  restart(options?: Partial<SimulatorOptions>): Promise<World>
  /** The page's side, mounted at /simulator as the program does. */
  pageOrigin(): Promise<string>
}

interface ApiAnswer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the answer that it looks into
  readonly body: any
}

/** Personas are friends of the bot from the start, silently, unless the options say otherwise. */
export async function startWorld(options: Partial<SimulatorOptions> = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'simulator-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const receiver = new Receiver()
  await receiver.listen()
  onTestFinished(() => receiver.stop())
  return openWorld(join(folder, 'simulator.sqlite'), receiver, new ManualClock(START), options)
}

async function openWorld(
  sqliteFile: string,
  receiver: Receiver,
  clock: ManualClock,
  options: Partial<SimulatorOptions>,
): Promise<World> {
  const store = await openStore({ sqliteFile }, simulatorCollections)
  const simulator = await createSimulator({ ...defaults(store, clock), ...options })
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await simulator.stop()
    await store.close()
  }
  onTestFinished(close)
  await simulator.start({ webhookUrl: receiver.url })
  return {
    simulator,
    receiver,
    clock,
    call: (method, path, body, headers) => callApi(simulator.apiOrigin, method, path, body, headers),
    restart: async (changed) => {
      await close()
      return openWorld(sqliteFile, receiver, clock, { ...options, ...changed })
    },
    pageOrigin: () => mountPage(simulator),
  }
}

function defaults(store: Store, realClock: ManualClock): SimulatorOptions {
  const keys = { channelSecret: SECRET, accessToken: TOKEN }
  return { store, realClock, log: createLog('silent'), ...keys, greetPersonas: false, redeliverAfterMs: 20 }
}

async function callApi(
  origin: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<ApiAnswer> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array
  const response = await fetch(origin + path, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, ...(body !== undefined && JSON_BODY), ...headers },
    body: isRaw ? (body as string) : JSON.stringify(body),
  })
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const read = isJson ? await response.json() : Buffer.from(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, body: read }
}

const JSON_BODY = { 'content-type': 'application/json' }

async function mountPage(simulator: Simulator): Promise<string> {
  const app = express()
  app.use('/simulator', simulator.router)
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export const text = (words: string) => ({ type: 'text', text: words })

/** What stands in a chat, the newest last. */
export async function linesOf(simulator: Simulator, phoneId: string): Promise<string[]> {
  const messages = await simulator.messagesOf(phoneId)
  return messages.map(({ from, message }) => `${from}: ${String(message.text ?? message.type)}`)
}

export function userIdOf(simulator: Simulator, phoneId: string): string {
  const persona = simulator.personas.find(({ id }) => id === phoneId)
  if (!persona) throw new Error(`no persona ${phoneId}`)
  return persona.userId
}
