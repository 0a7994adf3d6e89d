import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { type Pair, readPairsCsv } from '../../../src/pairs/index.ts'

const shipped = await readFile(new URL('../../../src/pairs/pairs.csv', import.meta.url), 'utf8')
const lines = shipped.split(/\r?\n/)
const header = lines[0] ?? ''
const row = (cells: Partial<Record<string, string>>) =>
  header
    .split(',')
    .map((column) => cells[column] ?? '')
    .join(',')
const good = {
  pair_id: 'SC900',
  province_th: 'น่าน',
  partner_th: 'หลวงพระบาง',
  country_iso: 'LA',
  status: 'signed',
  instrument: 'mou',
  signed_by_level: 'province',
  name_certainty: 'A',
  pair_certainty: 'A',
  as_of: '2026-11-20',
  source: 'test',
}
const problemsOf = (text: string) => {
  const read = readPairsCsv(text)
  return read.ok ? [] : read.problems
}

test.each<[string, Partial<Record<string, string>>, string]>([
  ['a province that does not exist', { province_th: 'เชียงตุง' }, 'เชียงตุง'],
  ['Bangkok, which is no province here', { province_th: 'กรุงเทพมหานคร' }, 'กรุงเทพมหานคร'],
  ['a state that is not one of the four', { status: 'done' }, 'status'],
  ['a day that does not exist', { signed_on: '2567-02-30' }, 'signed_on'],
  ['a year that is not a number', { signed_be: 'ปี 2560' }, 'signed_be'],
  ['a year that contradicts the day', { signed_be: '2560', signed_on: '2018-01-01' }, 'signed_on'],
  ['no name at all', { partner_th: '' }, 'raw_name'],
  ['an id of another kind', { pair_id: 'X1' }, 'pair_id'],
  ['no source', { source: '' }, 'source'],
])('a row with %s is refused by its line', (_, cells, mentions) => {
  const text = [header, row(good), row({ ...good, pair_id: 'SC901', ...cells })].join('\n')
  expect(problemsOf(text)).toEqual([{ line: 3, say: expect.stringContaining(mentions) }])
})

test('the line of a row is told right after blank lines and cells of several lines', () => {
  const remark = row({ ...good, note: '"two\nlines"' })
  const text = [header, '', remark, row({ ...good, pair_id: 'SC901', status: 'x' })].join('\n')
  expect(problemsOf(text)).toEqual([{ line: 5, say: expect.stringContaining('status') }])
})

test('the same pair twice is refused, and the first line of it is named', () => {
  const text = [header, row(good), row(good)].join('\n')
  expect(problemsOf(text)).toEqual([{ line: 3, say: 'SC900 ซ้ำกับบรรทัดที่ 2' }])
})

test('a file without the columns says which are missing', () => {
  expect(problemsOf('pair_id,province_th\nSC900,น่าน')).toEqual([
    { line: 1, say: expect.stringContaining('country_iso') },
  ])
})

test('a row with too few cells is refused by its line', () => {
  expect(problemsOf(`${header}\nSC900,1`)).toEqual([{ line: 2, say: expect.stringContaining('CSV') }])
})

test('the shipped register is read whole, byte order mark and Windows line ends as well', () => {
  const read = readPairsCsv(`\uFEFF${shipped.replace(/\r?\n/g, '\r\n')}`)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  expect(read.pairs).toHaveLength(72)
  expect(read.pairs.filter(({ listNo }) => listNo !== undefined)).toHaveLength(20)
  expect(read.pairs.find(({ id }) => id === 'SC131')).toEqual({
    id: 'SC131',
    provinceTh: 'ขอนแก่น',
    partnerTh: 'ดานัง',
    partnerEn: 'Da Nang',
    countryIso: 'VN',
    signedBe: 2565,
    signedOn: '2022-11-16',
    status: 'signed',
    instrument: 'unknown',
    signedByLevel: 'unknown',
    nameCertainty: 'A',
    pairCertainty: 'A',
    asOf: '2026-11-20',
    source: 'thaigov.go.th news 61700, 61703',
  } satisfies Pair)
})
