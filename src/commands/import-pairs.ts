/**
 * `npm run import-pairs -- FILE.csv [--dry-run]`: reads pairs, prints what would change or changed. A bad row is named by
 * its line and nothing is changed then; a pair that is missing from the file stays.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { SetupError } from '../errors.ts'
import { type ImportPlan, importPairs, planImport, readPairsCsv } from '../pairs/index.ts'
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
  for (const { id, fields, overruled } of plan.changed) {
    print(`${dryRun ? 'would change' : 'changed'} ${id}: ${fields.join(', ')}`)
    if (overruled.length > 0) print(`  of these, written in the chat before and older: ${overruled.join(', ')}`)
  }
  for (const line of remarksOn(plan)) print(line)
  print(
    `${plan.added.length} new, ${plan.changed.length} changed, ${plan.unchanged} as they were${dryRun ? ' (dry run: nothing written)' : ''}`,
  )
})

/** What is not done, and what a person should look at. */
function remarksOn({ conflicts, withdrawn, alike }: ImportPlan): string[] {
  return [
    ...conflicts.map(
      ({ id, field, kept, refused, edit }) =>
        `conflict ${id} ${field}: stays "${kept}" as an admin wrote on ${edit.on} (as of ${edit.asOf}, ${edit.source}); the file says "${refused}"`,
    ),
    ...withdrawn.map((id) => `left out ${id}: an admin has withdrawn this pair`),
    ...alike.map(({ id, to }) => `same pair? ${id} looks like ${to.join(', ')}: in the chat, รวมคู่ ${id} ${to[0]}`),
  ]
}

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
