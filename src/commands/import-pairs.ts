/**
 * `npm run import-pairs -- FILE.csv [--dry-run]`: reads pairs, prints what would change or changed. A bad row is named by
 * its line and nothing is changed then; a pair that is missing from the file stays.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { SetupError } from '../errors.ts'
import { importPairs, planImport, readPairsCsv } from '../pairs/index.ts'
import { runCommand } from './context.ts'

const USAGE = 'usage: npm run import-pairs -- FILE.csv [--dry-run]'

await runCommand(async ({ store, clock, print }) => {
  const { file, dryRun } = readArguments()
  const csv = await readFile(file, 'utf8').catch(() => {
    throw new SetupError([`${file} cannot be read: give the path of a CSV file`])
  })
  const read = readPairsCsv(csv)
  if (!read.ok)
    throw new SetupError([...read.problems.map(({ line, say }) => `line ${line}: ${say}`), 'nothing was changed'])
  const plan = dryRun ? await planImport(store, read.pairs) : await importPairs(store, read.pairs, clock.now())
  for (const id of plan.added) print(`${dryRun ? 'would add' : 'added'} ${id}`)
  for (const { id, fields } of plan.changed) print(`${dryRun ? 'would change' : 'changed'} ${id}: ${fields.join(', ')}`)
  print(
    `${plan.added.length} new, ${plan.changed.length} changed, ${plan.unchanged} as they were${dryRun ? ' (dry run: nothing written)' : ''}`,
  )
})

function readArguments(): { file: string; dryRun: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false } },
    })
    const [file, ...rest] = positionals
    if (file && rest.length === 0) return { file, dryRun: values['dry-run'] }
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new SetupError([USAGE])
}
