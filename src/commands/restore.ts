/** `npm run restore -- FILE`: puts a backup in the place of the embedded store, while the program is stopped. */
import { restoreStore } from '../store/index.ts'
import { embeddedStore, onlyArgument, runBare } from './context.ts'

await runBare(async ({ config, print }) => {
  const source = onlyArgument('usage: npm run restore -- FILE (a file made by npm run backup)')
  await restoreStore(source, embeddedStore(config))
  print(`restored from ${source}`)
})
