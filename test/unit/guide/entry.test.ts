/** A knowledge file that cannot be right is refused by its name; a right one is read whole. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SetupError } from '../../../src/errors.ts'
import { citation, loadEntries, loadSources } from '../../../src/guide/entry.ts'

const right = `---
id: who-signs
kind: case
topic: signing
certainty: B
questions: [ใครลงนาม]
keywords: [ลงนาม]
title: ผู้ลงนาม
short: |
  ผู้ว่าฯ
sources: [{ id: s3, heading: การบริหารโครงการ }]
---
เต็ม
`

test('every file that is wrong is named, with what is wrong in it', () => {
  const folder = folderWith({
    'no-matter.md': 'ไม่มีส่วนหัว',
    'who-signs.md': right.replace('kind: case', 'kind: guess'),
    'who-does-not.md': right,
    'no-body.md': right.replace('who-signs', 'no-body').replace('เต็ม', ''),
  })
  const problems = problemsOf(() => loadEntries(folder))
  expect(problems).toHaveLength(4)
  expect(problems.join('\n')).toMatch(/no-matter\.md: .*front matter/)
  expect(problems.join('\n')).toMatch(/who-signs\.md: .*kind/)
  expect(problems.join('\n')).toMatch(/who-does-not\.md: .*who-signs/)
})

test('a field that nobody knows is a mistake, not a remark', () => {
  const folder = folderWith({ 'who-signs.md': right.replace('keywords:', 'keyword:') })
  expect(problemsOf(() => loadEntries(folder))[0]).toContain('keyword')
})

test('a list of documents that is wrong is named', () => {
  const folder = folderWith({ 'sources.yaml': 's3: { title: โครงการ, kind: rumour }' })
  expect(problemsOf(() => loadSources(folder))[0]).toMatch(/sources\.yaml: .*kind/)
})

test('a right file is read, and cited with the place and the date of its document', () => {
  const folder = folderWith({
    'who-signs.md': right,
    'sources.yaml': 's3: { title: เอกสารโครงการ, date: ไม่ปรากฏวันที่, kind: document }',
  })
  const [entry] = loadEntries(folder)
  expect(entry).toMatchObject({ id: 'who-signs', short: 'ผู้ว่าฯ', body: 'เต็ม', related: [] })
  expect(entry?.sources.map((reference) => citation(reference, loadSources(folder)))).toEqual([
    'เอกสารโครงการ หัวข้อ “การบริหารโครงการ” (ไม่ปรากฏวันที่)',
  ])
})

test('an answer cannot be cited to a document that is not listed', () => {
  expect(() => citation({ id: 's9' }, {})).toThrow('s9')
})

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

function problemsOf(load: () => unknown): readonly string[] {
  try {
    load()
  } catch (error) {
    if (error instanceof SetupError) return error.problems
    throw error
  }
  return []
}
