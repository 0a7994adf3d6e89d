/**
 * Reads the pair register's CSV. A bad row is refused by the line it begins on, with what to do; if one row is bad, none
 * is taken.
 */
import { type Info, parse } from 'csv-parse/sync'
import type { z } from 'zod'
import { Pair } from './pair.ts'
import { PROVINCES } from './provinces.ts'
import { csvSays } from './texts.ts'

interface CsvProblem {
  /** 1 is the header. */
  readonly line: number
  readonly say: string
}

export type ReadPairs = { ok: true; pairs: Pair[] } | { ok: false; problems: CsvProblem[] }

const COLUMNS = [
  'pair_id',
  'list_no',
  'province_th',
  'partner_th',
  'partner_en',
  'country_iso',
  'signed_be',
  'signed_on',
  'status',
  'instrument',
  'signed_by_level',
  'raw_name',
  'name_certainty',
  'pair_certainty',
  'as_of',
  'source',
  'note',
] as const

type Column = (typeof COLUMNS)[number]
type Row = Record<Column, string>

const PROVINCE_NAMES = new Set(PROVINCES.map(({ th }) => th))
const camel = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const snake = (field: string) => (field === 'id' ? 'pair_id' : field.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`))

/** Cells as the schema wants them; an empty cell is a missing value, what is no number stays text and is refused. */
function toFields(row: Row): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const column of COLUMNS) {
    const cell = row[column].trim()
    if (cell === '') continue
    const isCount = column === 'list_no' || column === 'signed_be'
    fields[column === 'pair_id' ? 'id' : camel(column)] = isCount && /^\d+$/.test(cell) ? Number(cell) : cell
  }
  return fields
}

const problemOf = (issue: z.core.$ZodIssue | undefined) => csvSays.badCell(snake(String(issue?.path[0] ?? '')))

function readRow(row: Row): Pair | string {
  const read = Pair.safeParse(toFields(row))
  if (!read.success) return problemOf(read.error.issues[0])
  const pair = read.data
  if (!PROVINCE_NAMES.has(pair.provinceTh)) return csvSays.unknownProvince(pair.provinceTh)
  if (!pair.partnerTh && !pair.rawName) return csvSays.noName
  if (pair.signedOn && pair.signedBe && Number(pair.signedOn.slice(0, 4)) + 543 !== pair.signedBe) {
    return csvSays.yearsDiffer
  }
  return pair
}

function parseRows(text: string): { row: Row; line: number }[] {
  const records = parse(text, { bom: true, columns: true, info: true, skip_empty_lines: true }) as unknown as {
    record: Row
    info: Info
  }[]
  return records.map(({ record, info }) => ({
    row: record,
    line: info.lines - Object.values(record).reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0),
  }))
}

function headerProblem(text: string): CsvProblem | undefined {
  const header = (text.replace(/^\uFEFF/, '').split(/\r?\n/)[0] ?? '').split(',').map((cell) => cell.trim())
  const missing = COLUMNS.filter((column) => !header.includes(column))
  return missing.length > 0 ? { line: 1, say: csvSays.missingColumns(missing.join(', ')) } : undefined
}

function syntaxProblem(error: unknown): CsvProblem {
  const line = (error as { lines?: number }).lines
  if (typeof line !== 'number') throw error
  return { line, say: csvSays.notCsv }
}

export function readPairsCsv(text: string): ReadPairs {
  const badHeader = headerProblem(text)
  if (badHeader) return { ok: false, problems: [badHeader] }
  let rows: { row: Row; line: number }[]
  try {
    rows = parseRows(text)
  } catch (error) {
    return { ok: false, problems: [syntaxProblem(error)] }
  }
  const pairs: Pair[] = []
  const problems: CsvProblem[] = []
  const firstLineOf = new Map<string, number>()
  for (const { row, line } of rows) {
    const pair = readRow(row)
    if (typeof pair === 'string') problems.push({ line, say: pair })
    else if (firstLineOf.has(pair.id)) problems.push({ line, say: csvSays.twice(pair.id, firstLineOf.get(pair.id)) })
    else {
      firstLineOf.set(pair.id, line)
      pairs.push(pair)
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pairs }
}
