/** The short form of `npm run crash-test`: the bot is killed again and again while people talk to it. */
import { describe, expect, test } from 'vitest'
import { type CrashTestOptions, runCrashTest } from '../crash/crash-test.ts'
import { showReport } from '../crash/table.ts'
import { storeKinds } from '../support/store-kinds.ts'

const ON_SQLITE: CrashTestOptions = { durationMs: 0, leastKills: 8, leastEvents: 300, killsPerMinute: 120, seed: 2570 }
/** Two bots behind one address: one is killed while the other goes on, and takes over what was claimed. */
const ON_MONGODB: CrashTestOptions = { ...ON_SQLITE, leastKills: 4, leastEvents: 100, bots: 2 }

for (const kind of await storeKinds()) {
  describe.skipIf(kind.isMissing)(`killed with SIGKILL under load on ${kind.name}`, () => {
    test('the bot loses nothing that it acknowledged, and says nothing twice', { timeout: 240_000 }, async () => {
      const place = await kind.newPlace()
      const options = 'mongodbUri' in place.options ? { ...ON_MONGODB, ...place.options } : ON_SQLITE
      const report = await runCrashTest(options)
      await place.remove()
      expect(report.problems, showReport(report)).toEqual([])
      expect(report.answers.lost).toEqual([])
      expect(report.answers.doubled).toEqual([])
      expect(report.answers.answeredOnce).toBeGreaterThan(report.answers.demanding * 0.9)
      expect(report.records.stored).toBeGreaterThan(0)
    })
  })
}
