/** Which raw entries are shown, and how their JSON reads. Pure. */
import type { TrafficEntry } from './types.ts'

export type TrafficFilter = 'all' | 'webhook' | 'api' | 'failed'

/** @param search matched anywhere in the path and the bodies, whatever the case; empty matches everything */
export function isShown(entry: TrafficEntry, filter: TrafficFilter, search: string): boolean {
  const fits =
    filter === 'all' || (filter === 'failed' ? entry.status < 200 || entry.status >= 300 : entry.direction === filter)
  const wanted = search.trim().toLowerCase()
  return fits && (wanted === '' || searchable(entry).includes(wanted))
}

/** JSON with two spaces; text that is not JSON as it is; nothing for nothing. */
export function pretty(value: unknown): string {
  if (value === undefined || value === null || value === '') return ''
  if (typeof value !== 'string') return JSON.stringify(value, null, 2)
  try {
    return JSON.stringify(JSON.parse(value), null, 2)
  } catch {
    return value
  }
}

function searchable({ method, path, requestBody, responseBody }: TrafficEntry): string {
  return [method, path, pretty(requestBody), pretty(responseBody)].join(' ').toLowerCase()
}
