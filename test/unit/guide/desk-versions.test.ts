import { describe, expect, test } from 'vitest'
import { formatEntry } from '../../../src/guide/desk/markdown.ts'
import { holdingOn, type KnowledgeVersion, nextChangeAfter } from '../../../src/guide/desk/versions.ts'
import { loadEntries, readEntry } from '../../../src/guide/entry.ts'
import { KNOWLEDGE_FOLDER } from '../../../src/guide/guide.ts'
import { anEntry } from './entries.ts'

function aVersion(number: number, holdsFrom: string, given: Partial<KnowledgeVersion> = {}): KnowledgeVersion {
  const at = new Date('2026-11-20T02:00:00Z')
  return { id: `v${number}`, entryId: 'a', number, status: 'published', holdsFrom, at, by: 'p', ...given }
}

const heldOn = (day: string, ...versions: KnowledgeVersion[]) => holdingOn(day, versions).get('a')?.number

describe('which version holds on a day', () => {
  test('none before the first begins', () => {
    expect(heldOn('2026-11-19', aVersion(1, '2026-11-20'))).toBeUndefined()
  })

  test('the last that has begun', () => {
    const versions = [aVersion(1, '2026-11-20'), aVersion(2, '2026-11-20'), aVersion(3, '2027-01-01')]
    expect(heldOn('2026-12-31', ...versions)).toBe(2)
    expect(heldOn('2027-01-01', ...versions)).toBe(3)
  })

  test('a correction made today leaves what is to begin later as it is', () => {
    const versions = [aVersion(1, '2026-11-20'), aVersion(2, '2027-01-01'), aVersion(3, '2026-11-25')]
    expect(heldOn('2026-11-25', ...versions)).toBe(3)
    expect(heldOn('2027-01-01', ...versions)).toBe(2)
  })

  test('the next day on which anything changes is the next beginning', () => {
    const versions = [aVersion(1, '2026-11-20'), aVersion(2, '2027-03-01'), aVersion(3, '2027-01-01')]
    expect(nextChangeAfter('2026-11-20', versions)).toBe('2027-01-01')
    expect(nextChangeAfter('2027-03-01', versions)).toBeUndefined()
  })
})

describe('an entry as Markdown', () => {
  test('is read back as it was, every one that is shipped', () => {
    for (const entry of loadEntries(KNOWLEDGE_FOLDER)) {
      expect(readEntry(formatEntry(entry), `${entry.id}.md`)).toEqual(entry)
    }
  })

  test('whatever an admin types', () => {
    const nasty = '---\nid: other\n"quoted": [x] # no comment\n- 2562–2566 | > ก: ข'
    const typed = anEntry('admin-0001', {
      questions: ['- ก่อน: หลัง?', '"a" #b', '๒๕๖๒'],
      title: nasty.replaceAll('\n', ' '),
      short: nasty,
      body: `${nasty}\n---\nท้าย`,
      sources: [{ title: 'หนังสือ: ที่ มท 0204.1/ว 1595', heading: '# 1', date: '6 มี.ค. 2562' }],
      validity: 'yes',
    })
    expect(readEntry(formatEntry(typed), 'admin-0001.md')).toEqual(typed)
  })
})
