/**
 * The failures that travel between rooms. A mistake of the user is never an exception: handlers answer it with a
 * sentence. What is thrown is the start's (`SetupError`), the store's (`store/errors.ts`), LINE's (`line/api.ts`) or a bug.
 */

/** The program cannot run as it was set up. One problem a line, each saying what to do; printed without a stack trace. */
export class SetupError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'SetupError'
    this.problems = problems
  }
}
