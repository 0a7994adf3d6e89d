/**
 * `npm run bench [-- --seconds N] [--only webhooks|surroundings|sweep|search] [--mongodb]`: figures as Markdown tables, each beside its
 * baseline, all measured in this run on this machine. Only the ratios mean something on another.
 */
import { randomBytes } from 'node:crypto'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { startMongod, withDatabase } from '../support/mongod.ts'
import { runJob } from './child.ts'
import type { SearchFigures } from './jobs/search.ts'
import type { SweepFigures } from './jobs/sweep.ts'
import { bareHttp, echoBot, onMongodb, onSqlite, onSqliteWith, withLineAfter } from './subjects.ts'
import { type Column, searchTable, sweepTable, webhookTable } from './table.ts'
import { measureWebhooks, type Subject } from './webhooks.ts'

const { values: options } = parseArgs({
  options: { seconds: { type: 'string' }, only: { type: 'string' }, mongodb: { type: 'boolean' } },
})
const seconds = Number(options.seconds ?? 90)
const isWanted = (name: string) => options.only === undefined || options.only === name
const say = (line: string) => void process.stderr.write(`${line}\n`)
const print = (title: string, table: string) => void process.stdout.write(`\n## ${title}\n\n${table}\n`)

if (!(seconds >= 10)) throw new Error('--seconds: a number of at least 10')
process.stdout.write(`${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${new Date().toISOString()}\n`)
const [busy = 0] = loadavg()
if (busy > cpus().length / 2) say(`The machine is busy (load ${busy.toFixed(1)}): the figures are worth little.`)
if (isWanted('webhooks')) await webhooks()
if (isWanted('surroundings')) await surroundings()
if (isWanted('sweep')) await sweep()
if (isWanted('search')) await search()

async function webhooks(): Promise<void> {
  const measured = await measure([bareHttp, echoBot, onSqlite])
  print('Webhooks (in brackets: the ratio to B)', webhookTable(measured, measured[1] as Column))
  if (!options.mongodb) return
  // By itself: mongod is still busy with the disk when its turn is over, which would be counted against SQLite.
  const { mongod, stop } = await startMongod(say)
  const inMongodb = await measure([echoBot, onMongodb(() => newDatabase(mongod))])
  await stop()
  print('Webhooks on MongoDB (in brackets: the ratio to B)', webhookTable(inMongodb, inMongodb[0] as Column))
}

/** What the store holds already, and how slow LINE is. */
async function surroundings(): Promise<void> {
  const stored = await measure([onSqliteWith(1_000), onSqliteWith(1_000_000)])
  print('Stored events (in brackets: the ratio to few of them)', webhookTable(stored, stored[0] as Column))
  const slow = await measure([withLineAfter(50, echoBot), withLineAfter(50, onSqlite)])
  print('A slow LINE (in brackets: the ratio to B)', webhookTable(slow, slow[0] as Column))
}

/** Side by side. */
async function measure(subjects: readonly Subject[]): Promise<Column[]> {
  const names = subjects.map(({ name }) => name)
  say(`webhooks: ${names.join('; ')}`)
  const figures = await measureWebhooks(subjects, seconds * 0.5)
  return figures.map((figure, at) => ({ name: names[at] ?? '', figures: figure }))
}

function newDatabase(mongod: { uri: string } | { missing: string }): string {
  if ('missing' in mongod) throw new Error(mongod.missing)
  return withDatabase(mongod.uri, `bench_${randomBytes(4).toString('hex')}`)
}

async function sweep(): Promise<void> {
  const measured: SweepFigures[] = []
  for (const pairs of [141, 10_000, 100_000]) {
    say(`sweep: ${pairs} pairs`)
    measured.push(await runJob<SweepFigures>(import.meta.resolve('./jobs/sweep.ts'), { pairs }))
  }
  print('The reminder sweep, SQLite', sweepTable(measured))
}

async function search(): Promise<void> {
  const measured: SearchFigures[] = []
  for (const entries of [100, 1_000]) {
    say(`search: ${entries} entries`)
    measured.push(
      await runJob<SearchFigures>(import.meta.resolve('./jobs/search.ts'), { entries, seconds: seconds * 0.03 }),
    )
  }
  print('The search (in brackets: the ratio to bare MiniSearch over Thai words)', searchTable(measured))
}
