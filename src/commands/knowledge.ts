/**
 * `npm run knowledge -- export DIR | import DIR [--dry-run]`: the guide's entries as Markdown, to be reviewed in git, and back.
 * A bad file is named and nothing is changed then; the running program answers from what was imported at the next question.
 */
import { parseArgs } from 'node:util'
import { SetupError } from '../errors.ts'
import { exportKnowledge, importKnowledge, planKnowledgeImport } from '../guide/index.ts'
import { type CommandContext, runCommand } from './context.ts'

const USAGE = 'usage: npm run knowledge -- export DIR | import DIR [--dry-run]'

await runCommand(async (context) => {
  const { action, folder, dryRun } = readArguments()
  if (action === 'export') await writeFolder(context, folder)
  else await takeFolder(context, folder, dryRun)
})

async function writeFolder({ store, clock, print }: CommandContext, folder: string): Promise<void> {
  const { written, fromStore, withdrawn } = await exportKnowledge(store, folder, clock.now())
  for (const id of fromStore) print(`written by admins: ${id}.md`)
  for (const id of withdrawn) print(`withdrawn: ${id} (delete ${id}.md where it is kept)`)
  print(`${written.length} entries in ${folder}, ${fromStore.length} of them from the store`)
}

async function takeFolder({ store, clock, print }: CommandContext, folder: string, dryRun: boolean): Promise<void> {
  const take = dryRun ? planKnowledgeImport : importKnowledge
  const { added, changed, unchanged } = await take(store, folder, clock.now())
  for (const id of added) print(`${dryRun ? 'would add' : 'added'} ${id}`)
  for (const id of changed) print(`${dryRun ? 'would change' : 'changed'} ${id}`)
  const dry = dryRun ? ' (dry run: nothing written)' : ''
  print(`${added.length} new, ${changed.length} changed, ${unchanged} as they were${dry}`)
}

function readArguments(): { action: 'export' | 'import'; folder: string; dryRun: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false } },
    })
    const [action, folder, ...rest] = positionals
    const isKnown = action === 'export' || action === 'import'
    if (isKnown && folder && rest.length === 0) return { action, folder, dryRun: values['dry-run'] }
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new SetupError([USAGE])
}
