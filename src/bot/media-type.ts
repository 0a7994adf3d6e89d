/** What a received file may be, and what it may be called. */
import type { FileRef } from '../dialogs/index.ts'

const MOST_LETTERS = 100

/** An empty answer, or the page of a proxy in place of a photo, is not what was sent. */
export function isWhatItShouldBe(kind: FileRef['kind'] | undefined, bytes: Uint8Array, contentType: string): boolean {
  const isPage = /^(?:text\/html|application\/json)\b/i.test(contentType)
  return bytes.length > 0 && (kind === 'file' || !isPage)
}

/** A name that is no path and has the ending of what it is. */
export function safeName(name: string, extension: string | undefined): string {
  const base = name
    .toWellFormed()
    .replace(/[^\p{L}\p{M}\p{N}._ -]/gu, '_')
    .replace(/^\.+/, '_')
  const ending = extension && !base.toLowerCase().endsWith(`.${extension}`) ? `.${extension}` : ''
  return [...base].slice(0, MOST_LETTERS).join('') + ending
}
