/** A LINE API that takes everything and notes when the answer to which event came: by the reply token. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const BOT_USER_ID = `U${'b'.repeat(32)}`

export interface CountingLine {
  readonly origin: string
  /** Messages that came as a push, although every event had a fresh reply token. */
  readonly pushes: () => number
  onReply(listener: (replyToken: string) => void): void
  close(): void
}

const ANSWERS: readonly (readonly [start: string, body: string])[] = [
  ['GET /v2/bot/info', JSON.stringify({ userId: BOT_USER_ID, displayName: 'bench', basicId: '@bench' })],
  ['GET /v2/bot/channel/webhook/endpoint', '{"endpoint":"https://bot.example/webhook","active":true}'],
  ['GET /v2/bot/message/quota/consumption', '{"totalUsage":0}'],
  ['GET /v2/bot/message/quota', '{"type":"none"}'],
  ['GET /v2/bot/richmenu/list', '{"richmenus":[]}'],
  ['POST /v2/bot/richmenu', '{"richMenuId":"richmenu-1"}'],
  ['POST /v2/bot/message/', '{"sentMessages":[{"id":"1","quoteToken":"q"}]}'],
]

/** @param delayMs how long after a call it answers */
export async function openCountingLine(delayMs = 0): Promise<CountingLine> {
  let pushes = 0
  let tell = (_replyToken: string) => {}
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      if (request.url === '/v2/bot/message/reply') tell(replyTokenIn(Buffer.concat(chunks)))
      else if (request.url === '/v2/bot/message/push') pushes += 1
      if (delayMs === 0) answer(request, response)
      else setTimeout(() => answer(request, response), delayMs)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pushes: () => pushes,
    onReply(listener) {
      tell = listener
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function answer({ method, url }: IncomingMessage, response: ServerResponse): void {
  const body = ANSWERS.find(([start]) => `${method} ${url}`.startsWith(start))?.[1] ?? '{}'
  const headers = { 'content-type': 'application/json', 'content-length': body.length, 'x-line-request-id': 'bench' }
  response.writeHead(200, headers).end(body)
}

/** Without parsing: a card is some kilobytes, and this process shares the machine with the one that it measures. */
function replyTokenIn(body: Buffer): string {
  const mark = '"replyToken":"'
  const start = body.indexOf(mark) + mark.length
  return body.toString('latin1', start, body.indexOf('"', start))
}
