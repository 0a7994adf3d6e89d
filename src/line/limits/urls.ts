/** Addresses in messages: percent-encoded ASCII, and https for whatever LINE fetches itself. */
import type { Note } from './problem.ts'
import { isTooLong, type LengthLimit } from './table.ts'

export interface UrlRules {
  /** An origin whose http addresses pass as well: a platform on this machine has no certificate. */
  readonly httpOrigin?: string
}

export function checkFetchedUrl(value: unknown, limit: LengthLimit, path: string, note: Note, rules: UrlRules): void {
  if (typeof value !== 'string' || value === '') note(path, 'May not be empty')
  else if (isTooLong(value, limit)) note(path, `Length must be between 1 and ${limit.max}`)
  else if (!isFetchable(value, rules)) note(path, 'Must be a valid HTTPS URL')
}

function isFetchable(url: string, { httpOrigin }: UrlRules): boolean {
  if (!/^https?:\/\/[\x21-\x7e]+$/.test(url) || !URL.canParse(url)) return false
  return url.startsWith('https:') || (httpOrigin !== undefined && new URL(url).origin === httpOrigin)
}

/** What a tap may open. */
export function checkOpenedUri(value: unknown, limit: LengthLimit, path: string, note: Note): void {
  if (typeof value !== 'string' || value === '') note(path, 'May not be empty')
  else if (isTooLong(value, limit)) note(path, `Length must be between 1 and ${limit.max}`)
  else if (!/^(https?|line|tel):[\x21-\x7e]+$/.test(value)) note(path, 'Invalid action URI')
}
