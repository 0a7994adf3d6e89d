/** The bot under test: its process, killed and started again on the same store and the same port. */
import { type Exit, type Program, type Settings, startProgram } from '../support/program.ts'

/** pino's number for ERROR: a person must act. */
const ERROR = 50

export class Bot {
  readonly origin: string
  readonly #settings: Settings
  readonly #programs: Program[] = []

  readonly #mostStarts: number

  /** @param mostStarts how often a start that fails is tried in all */
  constructor(port: number, settings: Settings, mostStarts: number) {
    this.#mostStarts = mostStarts
    this.origin = `http://127.0.0.1:${port}`
    this.#settings = { ...settings, PORT: String(port) }
  }

  get isRunning(): boolean {
    return this.#program?.isRunning() ?? false
  }

  get #program(): Program | undefined {
    return this.#programs.at(-1)
  }

  /** Starts the process; `whenReady` tells when it takes webhooks. */
  start(): void {
    this.#programs.push(startProgram(this.#settings))
  }

  async whenReady(): Promise<void> {
    for (let starts = 1; ; starts += 1) {
      try {
        await this.#program?.ready
        return
      } catch (error) {
        if (starts >= this.#mostStarts) throw error
        this.start()
      }
    }
  }

  /** At once: it has no chance to say or write anything. */
  async kill(): Promise<void> {
    await this.#program?.end('SIGKILL')
  }

  async stop(): Promise<Exit | undefined> {
    return this.#program?.end('SIGTERM')
  }

  /** What all its processes have logged as an error. */
  complaints(): string[] {
    return this.#programs.flatMap((program) => program.stdout().split('\n')).flatMap(complaintIn)
  }
}

function complaintIn(line: string): string[] {
  if (!line.startsWith('{')) return []
  try {
    const { level, msg, err } = JSON.parse(line) as { level: number; msg: string; err?: { message: string } }
    return level >= ERROR ? [err ? `${msg} (${err.message})` : msg] : []
  } catch {
    // The last line of a process that was killed while it wrote.
    return []
  }
}
