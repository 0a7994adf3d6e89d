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

export interface LogOutput extends DestinationStream {
  /** pino tells the level of a line before it hands it over. */
  lastLevel: number
}

/** @param out default: standard output, without waiting for whoever reads it */
export function openLogOutput(out: DestinationStream = pino.destination(STANDARD_OUTPUT)): LogOutput {
  let lines: string[] = []
  let timer: NodeJS.Timeout | undefined

  function write(to: DestinationStream): void {
    clearTimeout(timer)
    timer = undefined
    if (lines.length > 0) to.write(lines.join(''))
    lines = []
  }

  process.once('exit', () => write(pino.destination({ dest: STANDARD_OUTPUT, sync: true })))

  const output = {
    [Symbol.for('pino.metadata')]: true,
    lastLevel: 0,
    write(line: string) {
      lines.push(line)
      if (output.lastLevel >= WARNING) write(out)
      else timer ??= setTimeout(write, GATHER_MS, out)
    },
  }
  return output
}
