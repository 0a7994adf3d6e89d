/**
 * Documents as text: JSON in which a Date is `{"$date":"2026-11-12T02:05:00.000Z"}`. All dates have that one width, so
 * their order as text is their order in time. A key of a document that begins with $ gets one more.
 */

type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain }

export function encode(value: unknown): string {
  return JSON.stringify(toPlain(value))
}

export function decode(text: string): unknown {
  return fromPlain(JSON.parse(text) as Plain)
}

function toPlain(value: unknown): Plain {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (value instanceof Date) return { $date: instant(value) }
  // As in JSON: a hole in a list is null, an absent field is left out.
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : toPlain(item)))
  if (typeof value !== 'object') throw new TypeError(`a document cannot hold a ${typeof value}`)
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return Object.fromEntries(entries.map(([key, item]) => [key.startsWith('$') ? `$${key}` : key, toPlain(item)]))
}

function fromPlain(value: Plain): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(fromPlain)
  if (typeof value.$date === 'string') return new Date(value.$date)
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.startsWith('$') ? key.slice(1) : key, fromPlain(item)]),
  )
}

function instant(date: Date): string {
  const text = date.toISOString()
  if (text.length !== '2026-11-12T02:05:00.000Z'.length) throw new RangeError(`${text}: not a year of four digits`)
  return text
}
