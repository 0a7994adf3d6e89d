/**
 * One mongod for the whole run, started when the first test file asks for it (store-kinds.ts): a run of unit tests
 * waits for none. The workers ask over HTTP, since this runs in vitest's own process.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { type RunningMongod, startMongod } from './mongod.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for the mongod of this run. */
    mongodDesk: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<RunningMongod> | undefined
  const desk = createServer(async (_request, response) => {
    running ??= startMongod((line) => process.stderr.write(`${line}\n`))
    response.end(JSON.stringify((await running).mongod))
  })
  desk.requestTimeout = 0
  await once(desk.listen(0, '127.0.0.1'), 'listening')
  project.provide('mongodDesk', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`)
  return async () => {
    desk.close()
    await (await running)?.stop()
  }
}
