/** LINE waits two seconds for its 200 and knows nothing of our start: who asks it first keeps people waiting. */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { startApp } from '../../src/app.ts'
import { events } from '../../src/bot/event-store.ts'
import { readConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { textEvent } from '../support/events.ts'
import { until } from '../support/until.ts'
import { postWebhook } from '../support/webhook-post.ts'

test('a webhook is taken and worked while LINE does not say who we are', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'start-'))
  const sockets: Socket[] = []
  const silent = createServer((socket) => void sockets.push(socket.on('error', () => {})))
  await once(silent.listen(0, '127.0.0.1'), 'listening')
  const portOf = (server: typeof silent) => (server.address() as AddressInfo).port
  const port = await freePort()
  const config = readConfig({
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: folder,
    LINE_CHANNEL_SECRET: 'secret',
    LINE_CHANNEL_ACCESS_TOKEN: 'token',
    LINE_API_BASE_URL: `http://127.0.0.1:${portOf(silent)}`,
  })
  const event = textEvent('เมนู')
  const post = () =>
    postWebhook(`http://127.0.0.1:${port}`, 'secret', { events: [event] }).then(
      ({ status }) => status,
      () => 0,
    )
  const [app] = await Promise.all([
    startApp(config, { log: createLog('silent'), lineTimeoutMs: 60_000 }),
    until('the webhook is taken', async () => (await post()) === 200),
  ])
  const isWorked = async () => (await app.store.get(events, event.webhookEventId))?.status === 'done'
  await until('it is worked', isWorked)
  await until('LINE was asked', async () => sockets.length > 0)

  silent.close()
  for (const socket of sockets) socket.destroy()
  await app.stop()
  await rm(folder, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
