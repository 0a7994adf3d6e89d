/**
 * Documents as text: JSON in which a Date is `{"$date":"2026-11-12T02:05:00.000Z"}`. All dates have that one width, so
 * their order as text is their order in time. A key of a document that begins with $ gets one more.
 */

import { put } from '../document.ts'

type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain }
type Storable = Plain | Date | Storable[] | { [key: string]: Storable }

/** @param value of the kinds that store/document.ts lets through */
export function encode(value: unknown): string {
  return JSON.stringify(toPlain(value as Storable))
}

export function decode(text: string): unknown {
  const plain = JSON.parse(text) as Plain
  // Most documents hold neither a date nor an odd key: what was parsed is what was written.
  return text.includes('"$') ? fromPlain(plain) : plain
}

function toPlain(value: Storable): Plain {
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Date) return { $date: value.toISOString() }
  if (Array.isArray(value)) return value.map(toPlain)
  const plain: { [key: string]: Plain } = {}
  for (const [key, item] of Object.entries(value)) put(plain, key.startsWith('$') ? `$${key}` : key, toPlain(item))
  return plain
}

function fromPlain(value: Plain): Storable {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(fromPlain)
  if (typeof value.$date === 'string') return new Date(value.$date)
  const found: { [key: string]: Storable } = {}
  for (const [key, item] of Object.entries(value)) put(found, key.startsWith('$') ? key.slice(1) : key, fromPlain(item))
  return found
}
