/** Puts the simulator together: LINE's API, the webhooks, the phones, the clock and the page's routes over one store. */
import type { Router } from 'express'
import type { Clock } from '../clock.ts'
import { ClockMover } from './clock-mover.ts'
import { Courier } from './courier.ts'
import type { Ground } from './ground.ts'
import { Happenings } from './happenings.ts'
import { Ids } from './ids.ts'
import { Live } from './live.ts'
import { Mailer } from './mailer.ts'
import { MovedClock } from './moved-clock.ts'
import { BOT_USER_ID, PERSONAS } from './personas.ts'
import { PhoneBook } from './phone-book.ts'
import { Hands } from './phone-hands.ts'
import { Faults } from './platform/faults.ts'
import { openApi } from './platform/open-api.ts'
import { Quota } from './platform/quota.ts'
import { Page } from './routes/page.ts'
import { lastSequence, platformSettings } from './simulator-store.ts'
import { Traffic } from './traffic.ts'
import type { ClockMove, PhoneHands, Release, Simulator, SimulatorOptions } from './types.ts'

const WEBHOOK_TIMEOUT_MS = 2000
const REDELIVER_AFTER_MS = 3000

/**
 * Takes up the simulated world where it was left (clock, chats, waiting webhooks); nothing is opened or sent before
 * `listen` and `start`.
 */
export async function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  const parts = assemble(await layGround(options), options)
  await parts.book.addPersonas(options.greetPersonas === false)
  await parts.courier.load()
  return new LineOnThisMachine(parts)
}

async function layGround({ store, realClock, log, random }: SimulatorOptions): Promise<Ground> {
  const { clockOffsetMs } = await platformSettings(store)
  const clock = new MovedClock(realClock, clockOffsetMs)
  const ids = new Ids(await lastSequence(store), random)
  const live = new Live()
  return { store, clock, ids, live, traffic: new Traffic(clock, live), log }
}

type Parts = ReturnType<typeof assemble>

function assemble(ground: Ground, options: SimulatorOptions) {
  const mailer = new Mailer({
    channelSecret: options.channelSecret,
    destination: BOT_USER_ID,
    timeoutMs: options.webhookTimeoutMs ?? WEBHOOK_TIMEOUT_MS,
    traffic: ground.traffic,
  })
  const courier = new Courier(ground, mailer, options.redeliverAfterMs ?? REDELIVER_AFTER_MS)
  const happenings = new Happenings(ground, courier)
  const phone = (id: string): PhoneHands => new Hands(id, happenings)
  const book = new PhoneBook(ground, phone)
  const mover = new ClockMover(ground, () => courier.settled())
  const page = new Page({ ground, book, phone, mover })
  const quota = new Quota(options.monthlyQuota)
  const faults = new Faults()
  const api = openApi({ ground, mailer, quota, faults, accessToken: options.accessToken })
  return { ground, mailer, courier, phone, book, mover, page, quota, faults, api }
}

class LineOnThisMachine implements Simulator {
  readonly personas = PERSONAS
  readonly botUserId = BOT_USER_ID
  readonly clock: Clock
  readonly router: Router
  readonly faults: Faults
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
    this.clock = parts.ground.clock
    this.router = parts.page.router
    this.faults = parts.faults
  }

  get apiOrigin(): string {
    return this.#parts.api.origin
  }

  async listen({ apiPort = 0 }: { apiPort?: number } = {}): Promise<void> {
    if (!this.#parts.api.isListening) await this.#parts.api.listen(apiPort)
  }

  async start({ apiPort, webhookUrl }: { apiPort?: number; webhookUrl: string }): Promise<void> {
    await this.listen({ apiPort })
    this.#parts.mailer.sendTo(webhookUrl)
    this.#parts.courier.start()
    await this.#parts.book.greet()
  }

  async stop(): Promise<void> {
    this.#parts.page.close()
    await this.#parts.courier.stop()
    await this.#parts.api.stop()
  }

  phone = (id: string): PhoneHands => this.#parts.phone(id)
  phones = () => this.#parts.book.all()
  addPhone = (name: string) => this.#parts.book.add(name)
  messagesOf = (phoneId: string) => this.#parts.book.messagesOf(phoneId)
  settled = () => this.#parts.courier.settled()
  moveClock = (move: ClockMove) => this.#parts.mover.move(move)
  onClockMoved = (listener: () => Promise<void>) => this.#parts.mover.onMoved(listener)
  traffic = (limit = 100) => this.#parts.ground.traffic.last(limit)

  setMonthlyQuota = (quota: number | 'none') => this.#parts.quota.set(quota)
  hold = () => this.#parts.courier.hold()
  release = (how?: Release) => this.#parts.courier.release(how)
  duplicateNext = (times = 1) => this.#parts.courier.duplicateNext(times)
  redeliver = (webhookEventId: string) => this.#parts.courier.redeliver(webhookEventId)
  post = async (body: unknown, signature?: string) => (await this.#parts.mailer.post(body, { signature })).status
}
