/**
 * What LINE knows of this bot, said at the start in a line each: the token and whose it is, the webhook and whether it leads
 * here. A platform that does not answer, or not to everything, stops nothing.
 */
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { LineApi } from './api.ts'
import type { QuotaGuard } from './quota.ts'
import { ensureRichMenus, type RichMenuIds } from './rich-menu/ensure.ts'
import type { BotInfo } from './shapes.ts'

const WEBHOOK_PATH = '/webhook'
const DAY_MS = 24 * 60 * 60 * 1000

type Asked = Pick<LineApi, 'botInfo' | 'webhookEndpoint'>

export interface Acquaintance {
  /** Undefined until LINE has told it. */
  botUserId(): string | undefined
  /** The account's id as people search it, such as '@123abcde'; undefined until LINE has told it. */
  basicId(): string | undefined
  /** Undefined until LINE has them all. */
  richMenuIds(): RichMenuIds | undefined
  /** Asks what is not known yet, and once a day for the month's messages. To be called every minute or so. */
  keepUp(): Promise<void>
}

/** @param publicUrl the origin at which LINE reaches this program, if that is known */
export function meetLine(parts: {
  api: LineApi
  quota: QuotaGuard
  clock: Clock
  log: Log
  publicUrl: string | undefined
}): Acquaintance {
  const { api, quota, clock, log, publicUrl } = parts
  let bot: BotInfo | undefined
  let menus: RichMenuIds | undefined
  let quotaReadAt: Date | undefined

  async function introduce(): Promise<void> {
    ;[bot] = await Promise.all([checkBot(api, log), checkWebhook(api, publicUrl, log)])
    if (bot) menus = await ensureRichMenus(api, log)
  }

  async function readQuota(): Promise<void> {
    const now = clock.now()
    if (quotaReadAt && now.getTime() - quotaReadAt.getTime() < DAY_MS) return
    quotaReadAt = now
    await quota.read()
  }

  return {
    botUserId: () => bot?.userId,
    basicId: () => bot?.basicId,
    richMenuIds: () => menus,
    async keepUp() {
      await Promise.all([bot ? undefined : introduce(), readQuota()])
    },
  }
}

/** @returns who the bot is, where LINE told it */
async function checkBot(api: Asked, log: Log): Promise<BotInfo | undefined> {
  const info = await api.botInfo()
  if (info.kind === 'accepted') {
    log.info({ name: info.value.displayName }, 'LINE accepts the channel access token')
    return info.value
  }
  if (info.kind === 'unauthorised') log.error('LINE refuses the channel access token: issue a new one and start again')
  else log.error({ outcome: info.kind }, 'LINE did not say who this bot is: check the network; it is asked again')
  return undefined
}

async function checkWebhook(api: Asked, publicUrl: string | undefined, log: Log): Promise<void> {
  const answer = await api.webhookEndpoint()
  if (answer.kind !== 'accepted') {
    log.warn({ outcome: answer.kind }, 'LINE did not say where it sends webhooks: look in the console')
    return
  }
  const { endpoint, active } = answer.value
  if (!active) log.error({ endpoint }, 'LINE sends no webhooks: turn "Use webhook" on in the console')
  const wanted = publicUrl && publicUrl + WEBHOOK_PATH
  if (wanted && endpoint !== wanted) log.warn({ endpoint, wanted }, 'LINE sends webhooks to another address')
  else if (active) log.info({ endpoint }, 'LINE sends webhooks here')
}
