/**
 * A LINE API that takes everything and notes when the answer to which event came: by the reply token. Written on plain
 * sockets, as webhook-client.ts is: what it costs, the program that is measured on the same machine does not have.
 */
import { type AddressInfo, createServer, type Socket } from 'node:net'

export const BOT_USER_ID = `U${'b'.repeat(32)}`

export interface CountingLine {
  readonly origin: string
  /** Messages that came as a push, although every event had a fresh reply token. */
  readonly pushes: () => number
  onReply(listener: (replyToken: string) => void): void
  close(): void
}

const SENT = '{"sentMessages":[{"id":"1","quoteToken":"q"}]}'
const REPLY = 'POST /v2/bot/message/reply '
const PUSH = 'POST /v2/bot/message/push '

/** By how the first line of the request begins. */
const ANSWERS: readonly (readonly [start: string, body: string])[] = [
  [REPLY, SENT],
  [PUSH, SENT],
  ['GET /v2/bot/info', JSON.stringify({ userId: BOT_USER_ID, displayName: 'bench', basicId: '@bench' })],
  ['GET /v2/bot/channel/webhook/endpoint', '{"endpoint":"https://bot.example/webhook","active":true}'],
  ['GET /v2/bot/message/quota/consumption', '{"totalUsage":0}'],
  ['GET /v2/bot/message/quota', '{"type":"none"}'],
  ['GET /v2/bot/richmenu/list', '{"richmenus":[]}'],
  ['POST /v2/bot/richmenu', '{"richMenuId":"richmenu-1"}'],
  ['', '{}'],
]

/** @param delayMs how long after a call it answers */
export async function openCountingLine(delayMs = 0): Promise<CountingLine> {
  let pushes = 0
  let tell = (_replyToken: string) => {}
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => {}))
    hear(socket, (request) => {
      if (request.startsWith(REPLY)) tell(replyTokenIn(request))
      else if (request.startsWith(PUSH)) pushes += 1
      if (delayMs === 0) socket.write(answerTo(request))
      else setTimeout(() => socket.write(answerTo(request)), delayMs)
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
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** Tells of each request as it is complete: its head and its body, a character a byte. */
function hear(socket: Socket, tell: (request: string) => void): void {
  let heard = ''
  socket.setEncoding('latin1').on('data', (text: string) => {
    heard += text
    for (let length = lengthOf(heard); heard.length >= length; length = lengthOf(heard)) {
      const request = heard.slice(0, length)
      heard = heard.slice(length)
      tell(request)
    }
  })
}

/** Of the first request in what was heard; infinite while its head is not complete. */
function lengthOf(heard: string): number {
  const headEnd = heard.indexOf('\r\n\r\n')
  if (headEnd < 0) return Number.POSITIVE_INFINITY
  const head = heard.slice(0, headEnd)
  if (/\r\ntransfer-encoding:/i.test(head)) throw new Error('the program sends in chunks, which this LINE cannot read')
  return headEnd + 4 + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
}

function answerTo(request: string): string {
  const body = ANSWERS.find(([start]) => request.startsWith(start))?.[1] ?? ''
  return (
    'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-line-request-id: bench\r\n' +
    `content-length: ${body.length}\r\n\r\n${body}`
  )
}

/** Without parsing: a card is some kilobytes. */
function replyTokenIn(request: string): string {
  const mark = '"replyToken":"'
  const start = request.indexOf(mark) + mark.length
  return request.slice(start, request.indexOf('"', start))
}
