/** Ends a run with one plain line, "N passed, N failed, N skipped", for whoever reads the output by machine. */
import type { Reporter, TestModule } from 'vitest/node'

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      for (const test of tests) count[test.result().state]++
      // A file that cannot be loaded has no tests, and has failed.
      if (module.state() === 'failed' && tests.every((test) => test.result().state !== 'failed')) count.failed++
    }
    const line = `${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped\n`
    // After the default reporter's own summary.
    process.once('exit', () => process.stdout.write(line))
  }
}
