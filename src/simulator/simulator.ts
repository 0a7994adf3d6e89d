/** Puts the simulator together: LINE's API, the webhooks, the phones, the clock and the page's routes over one store. */
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
import { handsOf } from './phone-hands.ts'
import { Faults } from './platform/faults.ts'
import { openApi } from './platform/open-api.ts'
import { Quota } from './platform/quota.ts'
import { Page } from './routes/page.ts'
import { lastSequence, platformSettings } from './simulator-store.ts'
import { Traffic } from './traffic.ts'
import type { Simulator, SimulatorOptions } from './types.ts'

const WEBHOOK_TIMEOUT_MS = 2000
const REDELIVER_AFTER_MS = 3000

/**
 * Takes up the simulated world where it was left (clock, chats, waiting webhooks); nothing is opened or sent before
 * `listen` and `start`.
 */
export async function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  const ground = await layGround(options)
  const mailer = new Mailer({
    channelSecret: options.channelSecret,
    destination: BOT_USER_ID,
    timeoutMs: options.webhookTimeoutMs ?? WEBHOOK_TIMEOUT_MS,
    traffic: ground.traffic,
  })
  const courier = new Courier(ground, mailer, options.redeliverAfterMs ?? REDELIVER_AFTER_MS)
  const happenings = new Happenings(ground, courier)
  const phone = (id: string) => handsOf(id, happenings)
  const book = new PhoneBook(ground, phone)
  const mover = new ClockMover(ground, () => courier.settled())
  const page = new Page({ ground, book, phone, mover })
  const quota = new Quota(options.monthlyQuota)
  const faults = new Faults()
  const api = openApi({ ground, mailer, quota, faults, accessToken: options.accessToken })
  await book.addPersonas(options.greetPersonas === false)
  await courier.load()

  const listen = async ({ apiPort = 0 } = {}) => {
    if (!api.isListening) await api.listen(apiPort)
  }
  return {
    get apiOrigin() {
      return api.origin
    },
    clock: ground.clock,
    personas: PERSONAS,
    botUserId: BOT_USER_ID,
    router: page.router,
    listen,
    async start({ apiPort, webhookUrl }) {
      await listen({ apiPort })
      mailer.sendTo(webhookUrl)
      courier.start()
      await book.greet()
    },
    async stop() {
      page.close()
      await courier.stop()
      await api.stop()
    },
    phone,
    phones: () => book.all(),
    addPhone: (name) => book.add(name),
    messagesOf: (phoneId) => book.messagesOf(phoneId),
    settled: () => courier.settled(),
    moveClock: (move) => mover.move(move),
    onClockMoved: (listener) => mover.onMoved(listener),
    traffic: (limit = 100) => ground.traffic.last(limit),
    faults,
    setMonthlyQuota: (monthly) => quota.set(monthly),
    hold: () => courier.hold(),
    release: (how) => courier.release(how),
    duplicateNext: (times = 1) => courier.duplicateNext(times),
    redeliver: (eventId) => courier.redeliver(eventId),
    post: async (body, signature) => (await mailer.post(body, { signature })).status,
  }
}

async function layGround({ store, realClock, log, random }: SimulatorOptions): Promise<Ground> {
  const { clockOffsetMs } = await platformSettings(store)
  const clock = new MovedClock(realClock, clockOffsetMs)
  const ids = new Ids(await lastSequence(store), random)
  const live = new Live()
  return { store, clock, ids, live, traffic: new Traffic(clock, live), log }
}
