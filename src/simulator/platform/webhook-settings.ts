/** The channel's webhook address, and LINE's test of it. */
import { retryOnConflict } from '../../store/index.ts'
import type { Ground } from '../ground.ts'
import { isAcknowledged, type Mailer, type Receipt } from '../mailer.ts'
import { changeSettings } from '../simulator-store.ts'
import { type Answer, type Call, type Endpoint, HOUR, jsonOf, MINUTE, ok } from './endpoint.ts'
import { invalidRequest } from './line-errors.ts'

const MAX_URL_LENGTH = 500

export function webhookEndpoints(ground: Ground, mailer: Mailer): Endpoint[] {
  const path = '/v2/bot/channel/webhook/endpoint'
  const rate = { calls: 1000, perMs: MINUTE }
  return [
    { name: 'getWebhook', method: 'get', path, rate, handle: () => ok({ endpoint: mailer.url, active: true }) },
    { name: 'setWebhook', method: 'put', path, rate, handle: (call) => setEndpoint(ground, mailer, call) },
    {
      name: 'testWebhook',
      method: 'post',
      path: '/v2/bot/channel/webhook/test',
      rate: { calls: 60, perMs: HOUR },
      handle: (call) => testEndpoint(ground, mailer, call),
    },
  ]
}

async function setEndpoint({ store }: Ground, mailer: Mailer, call: Call): Promise<Answer> {
  const webhookUrl = urlOf(jsonOf(call).endpoint)
  await retryOnConflict(() => store.transaction((tx) => changeSettings(tx, { webhookUrl })))
  mailer.sendTo(webhookUrl)
  return ok()
}

async function testEndpoint({ clock }: Ground, mailer: Mailer, call: Call): Promise<Answer> {
  const { endpoint } = call.bytes.length > 0 ? jsonOf(call) : {}
  const timestamp = clock.now().toISOString()
  const receipt = await mailer.postEvents([], endpoint === undefined ? undefined : urlOf(endpoint))
  const { status } = receipt
  return ok({
    success: isAcknowledged(receipt),
    timestamp,
    statusCode: status,
    reason: reasonOf(receipt),
    detail: String(status),
  })
}

function reasonOf(receipt: Receipt): string {
  if (receipt.failure === 'timeout') return 'REQUEST_TIMEOUT'
  if (receipt.failure === 'connection') return 'COULD_NOT_CONNECT'
  return isAcknowledged(receipt) ? 'OK' : 'ERROR_STATUS_CODE'
}

/** LINE wants https; here the bot is on the same machine, so http to it is right. */
function urlOf(value: unknown): string {
  const isUrl = typeof value === 'string' && value.length <= MAX_URL_LENGTH && URL.canParse(value)
  if (isUrl && /^https?:$/.test(new URL(value).protocol)) return value
  throw invalidRequest([{ message: 'Invalid webhook endpoint URL', property: 'endpoint' }])
}
