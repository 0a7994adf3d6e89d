/** What a received file is, by its bytes: what its sender calls it does not matter. */
import { fileTypeFromBuffer } from 'file-type'
import type { FileRef } from '../dialogs/index.ts'

const MOST_LETTERS = 100
const FAMILIES: Readonly<Record<FileRef['kind'], RegExp>> = {
  image: /^image\//,
  video: /^video\//,
  // Sound alone may come in a container for films.
  audio: /^(?:audio|video)\//,
  file: /^/,
}

/** An empty answer, or a proxy's page in place of a photo, is not what was sent. */
export async function isWhatItShouldBe(kind: FileRef['kind'] | undefined, bytes: Uint8Array): Promise<boolean> {
  if (bytes.length === 0) return false
  if (kind === undefined || kind === 'file') return true
  return FAMILIES[kind].test((await fileTypeFromBuffer(bytes))?.mime ?? '')
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
