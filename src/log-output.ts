/**
 * Standard output for the log. A line by itself would cost more than the making of it: it is written on another thread, which
 * has to be woken, and wakes this one. Lines of the same moment are written together; a warning takes along what came before it,
 * at once. What has not been written when the program ends is written then.
 */
import { type DestinationStream, pino } from 'pino'

/** How long a line waits for others. */
const GATHER_MS = 20
const WARNING = 40
const STANDARD_OUTPUT = 1
const METADATA = Symbol.for('pino.metadata')

export class LogOutput implements DestinationStream {
  /** Asks pino to tell the level of a line before it hands it over. */
  readonly [METADATA] = true
  lastLevel = 0
  readonly #out: DestinationStream
  #lines: string[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(out: DestinationStream) {
    this.#out = out
  }

  write(line: string): void {
    this.#lines.push(line)
    if (this.lastLevel >= WARNING) this.flush()
    else this.#timer ??= setTimeout(() => this.flush(), GATHER_MS)
  }

  /** Writes what waits, in one piece. */
  flush(to: DestinationStream = this.#out): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#lines.length > 0) to.write(this.#lines.join(''))
    this.#lines = []
  }
}

let standard: LogOutput | undefined

/** The same for all who log; it does not wait for whoever reads it, except when the program ends. */
export function standardOutput(): LogOutput {
  if (standard) return standard
  const output = new LogOutput(pino.destination(STANDARD_OUTPUT))
  process.once('exit', () => output.flush(pino.destination({ dest: STANDARD_OUTPUT, sync: true })))
  standard = output
  return output
}
