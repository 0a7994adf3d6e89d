import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openStore, type Store } from '../../../src/store/index.ts'
import { counters, fixtures, halves } from '../../support/store-fixtures.ts'
import type { StorePlace } from '../../support/store-kinds.ts'

const WRITER = fileURLToPath(new URL('../../support/store-writer.ts', import.meta.url))
const KILLED_AFTER = 200

export function processes(now: () => { store: Store; place: StorePlace }): void {
  it('keeps every acknowledged transaction, and no half of one, when its process is killed while it writes', async () => {
    const acknowledged: number[] = []
    const writer = start('halves')
    for await (const line of createInterface(writer.stdout)) {
      acknowledged.push(Number(line))
      if (acknowledged.length === KILLED_AFTER) writer.kill('SIGKILL')
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLED_AFTER)
    const reopened = await openStore(now().place.options, fixtures)
    const left = (await reopened.find(halves, 'bySide', ['left'])).map(({ number }) => number)
    const right = (await reopened.find(halves, 'bySide', ['right'])).map(({ number }) => number)
    await reopened.close()
    expect(left).toEqual(right)
    expect(acknowledged.filter((number) => !left.includes(number))).toEqual([])
  })

  it('serves several processes that start at the same time and write the same document', async () => {
    await now().store.close()
    // They find nothing at all, and each of them makes it.
    await now().place.remove()
    const writers = [start('count', 50), start('count', 50), start('count', 50)]
    await Promise.all(writers.map(succeeds))
    const store = await openStore(now().place.options, fixtures)
    const counter = await store.get(counters, 'shared')
    await store.close()
    expect(counter).toMatchObject({ value: 150, rev: 150 })
  })

  it('sees at once what another process wrote', async () => {
    const other = await openStore(now().place.options, fixtures)
    await other.transaction((tx) => tx.insert(counters, { id: 'a', value: 1 }))
    expect(await now().store.get(counters, 'a')).toMatchObject({ value: 1 })
    await other.close()
    await now().store.transaction((tx) => tx.insert(counters, { id: 'b', value: 1 }))
  })

  function start(job: string, times = 0) {
    return spawn(process.execPath, [WRITER, job, JSON.stringify(now().place.options), String(times)])
  }
}

async function succeeds(child: ReturnType<typeof spawn>): Promise<void> {
  const [said] = await Promise.all([child.stderr ? text(child.stderr) : '', once(child, 'close')])
  expect(child.exitCode, said).toBe(0)
}
