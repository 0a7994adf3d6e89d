/**
 * The entry. The only file with side effects at import: from the second start on, the rest is not compiled again, which is
 * half of the time until the first webhook is answered.
 */
import { enableCompileCache, flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Beside the packages, not in the shared temporary folder; where it cannot be written, all is compiled as ever; NODE_COMPILE_CACHE goes before.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node-compile', import.meta.url)))
const { runProgram } = await import('./program.ts')
await runProgram()
// A process that is killed writes nothing when it ends.
flushCompileCache()
