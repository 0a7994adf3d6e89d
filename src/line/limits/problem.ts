/** How a fault of a message is noted, in LINE's own manner: the property's path and a short sentence. */
import { isTooLong, type LengthLimit } from './table.ts'

export interface Problem {
  readonly property: string
  readonly message: string
}

/** Notes a fault of the property at this path. */
export type Note = (property: string, message: string) => void

export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function checkOneOf(value: unknown, allowed: readonly string[], path: string, note: Note): void {
  if (typeof value !== 'string' || !allowed.includes(value)) {
    note(path, `Must be one of the following values: [${allowed.join(', ')}]`)
  }
}

export function checkCount(count: number, min: number, max: number, path: string, note: Note): void {
  if (count < min || count > max) note(path, `Size must be between ${min} and ${max}`)
}

/** A text that has to be there and must not be empty. */
export function checkText(value: unknown, limit: LengthLimit, path: string, note: Note): void {
  if (value === undefined) note(path, 'May not be empty')
  else checkOptionalText(value, limit, path, note)
}

/** A text that may be missing; when it is there, it must not be empty. */
export function checkOptionalText(value: unknown, limit: LengthLimit, path: string, note: Note): void {
  if (value === undefined) return
  if (typeof value !== 'string') note(path, 'Must be a string')
  else if (value === '') note(path, 'May not be empty')
  else if (isTooLong(value, limit)) note(path, `Length must be between 1 and ${limit.max}`)
}

/** The path of a property, or of an item of a list. */
export function at(path: string, key: string | number): string {
  return typeof key === 'number' ? `${path}[${key}]` : `${path}.${key}`
}
