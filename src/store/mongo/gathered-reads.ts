/**
 * Reads that are asked in one turn of the event loop, or while such a read is under way, go to MongoDB as one: many people's
 * conversations, and many people by who they are, are each one question to the server.
 */
import type { Row } from './model.ts'
import type { Rows } from './write.ts'

/** 'Whose `field` is this value', in this order. */
export interface Question {
  readonly rows: Rows
  readonly field: string
  /** What all of them have besides. */
  readonly only: Readonly<Record<string, unknown>>
  readonly sort: Readonly<Record<string, 1 | -1>>
}

interface Waiting {
  readonly value: string
  resolve(rows: Row[]): void
  reject(error: unknown): void
}

interface Line {
  readonly question: Question
  askers: Waiting[]
}

export class GatheredReads {
  /** What is being read; whoever asks the same question meanwhile is in the next read. */
  readonly #lines = new Map<string, Line>()

  /** @param name the same for the same question */
  ask(name: string, question: Question, value: string): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      const asker = { value, resolve, reject }
      const line = this.#lines.get(name)
      if (line) {
        line.askers.push(asker)
        return
      }
      const begun = { question, askers: [asker] }
      this.#lines.set(name, begun)
      setImmediate(() => void this.#readAll(name, begun))
    })
  }

  async #readAll(name: string, line: Line): Promise<void> {
    while (line.askers.length > 0) {
      const { askers } = line
      line.askers = []
      await read(line.question, askers)
    }
    this.#lines.delete(name)
  }
}

async function read({ rows, field, only, sort }: Question, askers: readonly Waiting[]): Promise<void> {
  try {
    const values = [...new Set(askers.map(({ value }) => value))]
    const isAny = values.length === 1 ? values[0] : { $in: values }
    const found = await rows.find({ ...only, [field]: isAny }, { sort }).toArray()
    const byValue = Map.groupBy(found, (row) => row[field])
    for (const { value, resolve } of askers) resolve(byValue.get(value) ?? [])
  } catch (error) {
    for (const { reject } of askers) reject(error)
  }
}
