/**
 * Posts signed webhooks over keep-alive connections, one request at a time on each. Written on plain sockets, so that the
 * generator costs little beside the program that it measures on the same machine.
 */
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** Node closes what was idle for five to six seconds: what is put on a connection in that very moment is lost with it. */
const LONGEST_IDLE_MS = 4_000

export class WebhookClient {
  readonly #secret: string
  readonly #free: Connection[]
  readonly #waiting: ((connection: Connection) => void)[] = []
  readonly #all: readonly Connection[]

  private constructor(secret: string, all: Connection[]) {
    this.#secret = secret
    this.#all = all
    this.#free = [...all]
  }

  static async open(origin: string, secret: string, connections: number): Promise<WebhookClient> {
    const open = async () => {
      const connection = new Connection(origin)
      await connection.open()
      return connection
    }
    return new WebhookClient(secret, await Promise.all(Array.from({ length: connections }, open)))
  }

  /** Signs and posts; waits for a free connection first. @returns the status, 0 when the connection broke */
  async post(body: string): Promise<number> {
    const connection = this.#free.pop() ?? (await new Promise<Connection>((resolve) => this.#waiting.push(resolve)))
    const signature = createHmac('sha256', this.#secret).update(body).digest('base64')
    const status = await connection.exchange(
      `POST /webhook HTTP/1.1\r\nHost: bot.example\r\nContent-Type: application/json; charset=utf-8\r\n` +
        `X-Line-Signature: ${signature}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    )
    const next = this.#waiting.shift()
    if (next) next(connection)
    else this.#free.push(connection)
    return status
  }

  close(): void {
    for (const connection of this.#all) connection.close()
  }
}

class Connection {
  readonly #origin: URL
  #socket: Socket | undefined
  #heard = ''
  #lastUsed = 0
  #settle: (status: number) => void = () => {}

  constructor(origin: string) {
    this.#origin = new URL(origin)
  }

  /** Rejects when nobody listens. */
  async open(): Promise<void> {
    const socket = connect({ host: this.#origin.hostname, port: Number(this.#origin.port), noDelay: true })
    await once(socket, 'connect')
    socket.setEncoding('latin1')
    socket.on('data', (text: string) => this.#read(text))
    socket.on('error', () => {})
    socket.on('close', () => {
      if (this.#socket !== socket) return
      this.#socket = undefined
      this.#settle(0)
    })
    this.#socket = socket
    this.#lastUsed = performance.now()
  }

  async exchange(request: string): Promise<number> {
    if (performance.now() - this.#lastUsed > LONGEST_IDLE_MS) this.close()
    if (!this.#socket) await this.open().catch(() => {})
    const socket = this.#socket
    if (!socket) return 0
    return new Promise((resolve) => {
      this.#settle = resolve
      socket.write(request)
    })
  }

  close(): void {
    const socket = this.#socket
    this.#socket = undefined
    socket?.destroy()
    this.#settle(0)
  }

  /** All programs here answer with a Content-Length. */
  #read(text: string): void {
    this.#heard += text
    const headEnd = this.#heard.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const bytes = Number(/\r\ncontent-length: (\d+)/i.exec(this.#heard)?.[1] ?? 0)
    if (this.#heard.length < headEnd + 4 + bytes) return
    const status = Number(this.#heard.slice(9, 12))
    this.#heard = ''
    this.#lastUsed = performance.now()
    this.#settle(status)
  }
}
