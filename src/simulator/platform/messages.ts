/** reply, push, multicast, broadcast: the ways a bot's words come into a chat. */
import { retryOnConflict } from '../../store/index.ts'
import type { Transaction } from '../../store/types.ts'
import type { Phone } from '../collections.ts'
import type { Ground } from '../ground.ts'
import { allPhones, phoneById, phoneOfUser } from '../simulator-store.ts'
import { checkMessages } from './check-messages.ts'
import { type Delivered, deliver, showDelivered } from './deliver.ts'
import { type Answer, type Call, type Endpoint, HOUR, jsonOf, ok, SECOND } from './endpoint.ts'
import { errors, invalidProperty, invalidRequest } from './line-errors.ts'
import type { Quota } from './quota.ts'
import { takeReplyToken } from './reply-tokens.ts'
import { openRetryKey } from './retry-keys.ts'

const USER_ID = /^U[0-9a-f]{32}$/
const MAX_MULTICAST = 500
const WAYS = ['reply', 'push', 'multicast', 'broadcast', 'narrowcast'] as const

export interface MessagePlatform {
  readonly ground: Ground
  readonly quota: Quota
  /** Of the program whose http images are let through. */
  ownOrigin(): string | undefined
}

export function messageEndpoints(platform: MessagePlatform): Endpoint[] {
  const base = { method: 'post' } as const
  const handlers = { push, multicast, broadcast }
  return [
    { ...base, name: 'reply', path: '/v2/bot/message/reply', handle: (call) => reply(platform, call) },
    ...Object.entries(handlers).map(([name, handle]) => ({
      ...base,
      name,
      path: `/v2/bot/message/${name}`,
      rate: rateOf(name),
      handle: (call: Call) => handle(platform, call),
    })),
    ...WAYS.map((way) => ({
      ...base,
      name: `validate-${way}`,
      path: `/v2/bot/message/validate/${way}`,
      handle: (call: Call) => validate(platform, call),
    })),
  ]
}

function rateOf(way: string) {
  if (way === 'multicast') return { calls: 200, perMs: SECOND }
  if (way === 'broadcast') return { calls: 60, perMs: HOUR }
  return undefined
}

async function reply({ ground, ownOrigin }: MessagePlatform, call: Call): Promise<Answer> {
  if (call.retryKey !== undefined) throw errors.noRetryHere()
  const body = jsonOf(call)
  const messages = checkMessages(body.messages, ownOrigin())
  const { sentMessages, entries } = await asOneOf(ground, async (tx) => {
    const use = { now: ground.clock.now(), requestId: call.requestId }
    const phoneId = await takeReplyToken(tx, body.replyToken, use)
    const phone = reachable(await phoneById(tx, phoneId))
    return deliver(tx, ground, phone, messages, call)
  })
  showDelivered(ground, entries)
  return ok({ sentMessages })
}

async function push({ ground, quota, ownOrigin }: MessagePlatform, call: Call): Promise<Answer> {
  const body = jsonOf(call)
  const messages = checkMessages(body.messages, ownOrigin())
  const to = body.to
  if (typeof to !== 'string' || !USER_ID.test(to)) throw invalidProperty('to')
  const { sentMessages, entries } = await asOneOf(ground, async (tx) => {
    const now = ground.clock.now()
    const note = await openRetryKey(tx, call, now)
    const known = await phoneOfUser(tx, to)
    if (!known) throw errors.notSent()
    const phone = reachable(known)
    const quotaMonth = await quota.reserve(tx, phone ? 1 : 0, now)
    const delivered = deliver(tx, ground, phone, messages, { requestId: call.requestId, quotaMonth })
    note(delivered.sentMessages)
    return delivered
  })
  showDelivered(ground, entries)
  return ok({ sentMessages })
}

async function multicast(platform: MessagePlatform, call: Call): Promise<Answer> {
  const to = jsonOf(call).to
  if (!Array.isArray(to) || to.length < 1 || to.length > MAX_MULTICAST) {
    throw invalidRequest([{ message: `Size must be between 1 and ${MAX_MULTICAST}`, property: 'to' }])
  }
  if (!to.every((one) => typeof one === 'string' && USER_ID.test(one))) throw invalidProperty('to')
  const wanted = new Set(to)
  return sendToMany(platform, call, (phone) => wanted.has(phone.userId))
}

function broadcast(platform: MessagePlatform, call: Call): Promise<Answer> {
  return sendToMany(platform, call, () => true)
}

async function sendToMany(
  { ground, quota, ownOrigin }: MessagePlatform,
  call: Call,
  isMeant: (phone: Phone) => boolean,
): Promise<Answer> {
  const messages = checkMessages(jsonOf(call).messages, ownOrigin())
  const delivered = await asOneOf(ground, async (tx) => {
    const now = ground.clock.now()
    const note = await openRetryKey(tx, call, now)
    const phones = (await allPhones(tx)).filter((phone) => phone.following && isMeant(phone))
    const quotaMonth = await quota.reserve(tx, phones.length, now)
    note()
    return phones.map((phone) => deliver(tx, ground, phone, messages, { requestId: call.requestId, quotaMonth }))
  })
  for (const { entries } of delivered) showDelivered(ground, entries)
  return ok()
}

function validate({ ownOrigin }: MessagePlatform, call: Call): Answer {
  checkMessages(jsonOf(call).messages, ownOrigin())
  return ok()
}

function reachable(phone: Phone | undefined): Phone | undefined {
  return phone?.following ? phone : undefined
}

/** The whole decision again when another call was faster with the same token or key. */
function asOneOf<R extends Delivered | readonly Delivered[]>(
  { store }: Ground,
  decide: (tx: Transaction) => Promise<R>,
): Promise<R> {
  return retryOnConflict(() => store.transaction(decide))
}
