/** A client that writes bytes by hand: broken off, never-ending, or contradicting itself. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface RawClient {
  readonly socket: Socket
  write(bytes: string | Uint8Array): void
  /** Everything the server says until it closes the connection. */
  readonly closed: Promise<string>
  /** Resolves with the status of the first answer, however much is still to be sent. */
  readonly status: Promise<number>
}

export async function openRawClient(origin: string): Promise<RawClient> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  // What the server cuts off is an error at this end; what matters is what was heard before.
  socket.on('error', () => {})
  await once(socket, 'connect')
  let heard = ''
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1')
  })
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(heard)))
  const status = new Promise<number>((resolve) => {
    const look = () => {
      const found = /^HTTP\/1\.1 (\d+)/.exec(heard)
      if (found) resolve(Number(found[1]))
    }
    socket.on('data', look)
    socket.once('close', () => resolve(0))
  })
  return { socket, closed, status, write: (bytes) => void socket.write(bytes) }
}

export const requestHead = (headers: Readonly<Record<string, string | number>>): string =>
  [
    'POST /webhook HTTP/1.1',
    'Host: bot.example',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n')

export const chunkOf = (bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
