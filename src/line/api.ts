/**
 * LINE's Messaging API, as far as this program uses it. The SDK's own client has no timeout and cannot tell a message
 * that was not sent from one that may have been; its types are used, its calls are not (docs/decisions.md).
 * Every call is logged with LINE's request id and returns a tagged outcome; none throws.
 */
import type { messagingApi } from '@line/bot-sdk'
import type { Log } from '../log.ts'
import { createCaller } from './caller.ts'
import { type ContentOutcome, fetchContent } from './content.ts'
import { openHost } from './http-call.ts'
import { openHostOnThread } from './http-thread.ts'
import { type LineOutcome, saysDeadToken } from './outcome.ts'
import { createRichMenuApi, type RichMenuApi } from './rich-menu-api.ts'
import { BotInfo, Consumption, Nothing, Profile, Quota, WebhookEndpoint } from './shapes.ts'

export type LineMessage = messagingApi.Message

export interface LineApiOptions {
  readonly apiBaseUrl: string
  readonly dataApiBaseUrl: string
  readonly accessToken: string
  readonly log: Log
  /** Of each call as a whole; a download has six times as long. */
  readonly timeoutMs: number
  /** Between two looks at content that LINE is still preparing. */
  readonly pollMs?: number
}

export interface LineApi {
  /** @param messagesJson the messages as they were stored, 1 to 5 of them: they are sent to the byte */
  reply(replyToken: string, messagesJson: string): Promise<LineOutcome>
  /** @param retryKey a UUID; the same key with the same messages is accepted once within 24 hours */
  push(userId: string, messagesJson: string, retryKey: string): Promise<LineOutcome>
  /** @param seconds 5, 10, 15 .. 60 */
  loading(userId: string, seconds: number): Promise<LineOutcome>
  profile(userId: string): Promise<LineOutcome<Profile>>
  botInfo(): Promise<LineOutcome<BotInfo>>
  quota(): Promise<LineOutcome<Quota>>
  consumption(): Promise<LineOutcome<Consumption>>
  webhookEndpoint(): Promise<LineOutcome<WebhookEndpoint>>
  content(messageId: string): Promise<ContentOutcome>
  readonly richMenus: RichMenuApi
  close(): Promise<void>
}

export function createLineApi(options: LineApiOptions): LineApi {
  const { apiBaseUrl, dataApiBaseUrl, accessToken, log, timeoutMs, pollMs = 1000 } = options
  const apiHost = openHostOnThread(apiBaseUrl, timeoutMs)
  const dataHost = openHost(dataApiBaseUrl, timeoutMs)
  const api = createCaller(apiHost, accessToken, log)
  const data = createCaller(dataHost, accessToken, log)

  const quota = () => api.get('quota', '/v2/bot/message/quota', Quota)
  const consumption = () => api.get('consumption', '/v2/bot/message/quota/consumption', Consumption)
  return {
    reply: async (replyToken, messagesJson) => {
      const body = `{"replyToken":${JSON.stringify(replyToken)},"messages":${messagesJson}}`
      const outcome = await api.postJson('reply', '/v2/bot/message/reply', Nothing, body)
      return outcome.kind === 'refused' && saysDeadToken(outcome)
        ? { kind: 'dead-token', requestId: outcome.requestId }
        : outcome
    },
    push: async (to, messagesJson, retryKey) => {
      const headers = { 'x-line-retry-key': retryKey }
      const body = `{"to":${JSON.stringify(to)},"messages":${messagesJson}}`
      const outcome = await api.postJson('push', '/v2/bot/message/push', Nothing, body, headers)
      if (outcome.kind !== 'rate-limited') return outcome
      return (await isQuotaGone(quota, consumption)) ? { kind: 'quota-gone', requestId: outcome.requestId } : outcome
    },
    loading: (chatId, loadingSeconds) =>
      api.post('loading', '/v2/bot/chat/loading/start', Nothing, { chatId, loadingSeconds }),
    profile: (userId) => api.get('profile', `/v2/bot/profile/${encodeURIComponent(userId)}`, Profile),
    botInfo: () => api.get('bot info', '/v2/bot/info', BotInfo),
    quota,
    consumption,
    webhookEndpoint: () => api.get('webhook endpoint', '/v2/bot/channel/webhook/endpoint', WebhookEndpoint),
    content: (messageId) => fetchContent(data, messageId, { timeoutMs: timeoutMs * 6, pollMs }),
    richMenus: createRichMenuApi(api, data),
    close: async () => {
      await Promise.all([apiHost.close(), dataHost.close()])
    },
  }
}

/** LINE says 429 both for too many calls a second and for a used-up month; the figures tell them apart, its words may change. */
async function isQuotaGone(
  quota: () => Promise<LineOutcome<Quota>>,
  consumption: () => Promise<LineOutcome<Consumption>>,
): Promise<boolean> {
  const [limit, used] = await Promise.all([quota(), consumption()])
  if (limit.kind !== 'accepted' || used.kind !== 'accepted' || limit.value.value === undefined) return false
  return used.value.totalUsage >= limit.value.value
}
