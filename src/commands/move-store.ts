/**
 * `npm run move-store`: copies everything from the embedded store in DATA_DIR to the empty MongoDB of MONGODB_URI, while the
 * program is stopped, and compares it. Broken off, it is run again.
 */
import { existsSync } from 'node:fs'
import { SetupError } from '../errors.ts'
import { openProgramStore, programCollections } from '../program-store.ts'
import { moveStore } from '../store/index.ts'
import { runBare } from './context.ts'

await runBare(async ({ config, print }) => {
  const { sqliteFile, mode, store } = config
  if (!('mongodbUri' in store)) {
    throw new SetupError(['MONGODB_URI is not set: set it to the empty database that the data moves to'])
  }
  if (!existsSync(sqliteFile))
    throw new SetupError([`${sqliteFile} is not there: DATA_DIR names the folder of the store`])
  // Whether it is of this mode, and has not moved already.
  await (await openProgramStore({ store: { sqliteFile }, mode })).close()
  await moveStore({ sqliteFile, mongodbUri: store.mongodbUri, collections: programCollections, say: print })
  print('moved: everything was compared; start the program with MONGODB_URI set, on as many machines as you like')
})
