/** `npm run backup -- FILE`: a consistent copy of the embedded store, received media included, while the program runs. */
import { backupStore } from '../store/index.ts'
import { embeddedStore, onlyArgument, runBare } from './context.ts'

await runBare(async ({ config, print }) => {
  const target = onlyArgument('usage: npm run backup -- FILE')
  await backupStore(embeddedStore(config), target)
  print(`backed up to ${target}`)
})
