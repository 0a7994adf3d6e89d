/** The files of a report as its card shows them: pictures and links that live for a day, and where the same came before. */
import type { Change, MediaDesk, SentFile, Turn } from '../../bot/types.ts'
import type { Report } from '../report.ts'
import { ofFile } from '../report-store.ts'
import { fileIdOf, messageIdOf } from '../steps/files-step.ts'
import { pictures } from './texts.ts'

const A_ROW = 3
const MOST_PICTURES = 9

/** A button of a card that opens a page. */
interface Link {
  readonly label: string
  readonly opens: string
}

export interface FilesShown {
  readonly rows: readonly { readonly pictures: readonly { readonly url: string; readonly tap: Link }[] }[]
  readonly files: readonly { readonly text: string; readonly tap?: Link }[]
  /** The same in words. */
  readonly lines: readonly string[]
  readonly changes: readonly Change[]
}

export async function showFiles(turn: Turn, media: MediaDesk, report: Report): Promise<FilesShown> {
  const opened = await media.open(
    turn,
    report.files.map(({ fileId }) => messageIdOf(fileId)),
  )
  const all = opened.files.map((file, index) => ({ ...file, number: index + 1, of: report.files[index] }))
  const shown = all.filter(({ url, of }) => url && of?.kind === 'image').slice(0, MOST_PICTURES)
  const others = all.filter((file) => !shown.includes(file))
  const tiles = shown.map(({ url = '', number }) => ({ url, tap: { label: pictures.open(number), opens: url } }))
  return {
    rows: inRows(tiles).map((pictures) => ({ pictures })),
    files: others.map((file) => ({
      text: textOf(file),
      ...(file.url ? { tap: openButton(file.number, file.url) } : {}),
    })),
    lines: all.map((file) => [textOf(file), file.url].filter(Boolean).join(' ')),
    changes: opened.changes,
  }
}

/** As even as can be: a row shares the card's width, and one picture alone below three would be as large as all of them. */
function inRows<T>(tiles: readonly T[]): T[][] {
  const rows = Math.ceil(tiles.length / A_ROW)
  const start = (row: number) => Math.ceil((row * tiles.length) / rows)
  return Array.from({ length: rows }, (_, row) => tiles.slice(start(row), start(row + 1)))
}

function openButton(number: number, url: string): Link {
  return { label: pictures.open(number), opens: url }
}

function textOf({ state, url, number, of }: SentFile & { number: number; of: Report['files'][number] | undefined }) {
  if (state !== 'kept') return pictures[state](number)
  return url ? pictures.file(number, of?.name ?? '') : pictures.kept(number)
}

/** A line for each file that stands, byte for byte, in another report as well. */
export async function sameFiles(turn: Turn, media: MediaDesk, report: Report): Promise<string[]> {
  const lines = report.files.map(async ({ fileId }, index) => {
    const same = await media.sameAs(turn.read, messageIdOf(fileId))
    const found = await Promise.all([...same.map(fileIdOf), fileId].map((id) => ofFile(turn.read, id)))
    const others = found.flat().filter(({ id }) => id !== report.id)
    return [...new Set(others.map(({ receiptNo }) => receiptNo))].map((no) => pictures.same(index + 1, no))
  })
  return (await Promise.all(lines)).flat()
}
