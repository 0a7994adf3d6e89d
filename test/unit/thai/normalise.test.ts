import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cutGraphemes,
  graphemeCount,
  graphemes,
  normalise,
  normaliseCommand,
  thaiNumber,
  tidy,
  words,
} from '../../../src/thai/index.ts'

describe('edge 25: the same word compares equal however it was typed', () => {
  it.each([
    ['น\u0e4dา', 'นำ', 'nikhahit and sara aa instead of sara am'],
    ['น\u0e49\u0e4dา', 'น้ำ', 'with the tone mark before it'],
    ['น\u0e4d\u0e49า', 'น้ำ', 'with the tone mark inside it'],
    ['เเพร่', 'แพร่', 'two เ instead of แ'],
    ['ราย\u200bงาน', 'รายงาน', 'a zero-width space'],
    ['\ufeffเมนู\u200d', 'เมนู', 'a byte order mark and a joiner'],
    ['๒๕๖๙', '2569', 'Thai digits'],
    ['  คู่   ของฉัน \n', 'คู่ ของฉัน', 'spaces'],
    ['กิ\u0e34จกรรม', 'กิจกรรม', 'a vowel struck twice'],
    ['ที่\u0e48', 'ที่', 'a tone mark struck twice'],
    ['คู่\u00a0ของฉัน', 'คู่ ของฉัน', 'a no-break space'],
  ])('%j is %j: %s', (typed, meant) => {
    expect(normalise(typed)).toBe(meant)
  })

  it.each(['เมนู', ' เมนู. ', '“เมนู”', 'เมนู ๆ', 'เมนู!!', '.เมนู。'.replace('。', '')])(
    '%j is the command เมนู',
    (typed) => {
      expect(normaliseCommand(typed)).toBe('เมนู')
    },
  )

  it('a command keeps what stands inside it', () => {
    expect(normaliseCommand('ลงทะเบียน K7QM-4RXT.')).toBe('ลงทะเบียน k7qm-4rxt')
    expect(normaliseCommand('เร็ว ๆ นี้')).toBe('เร็ว ๆ นี้')
  })

  it('is settled after one pass', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => normalise(normalise(text)) === normalise(text)))
    const thai = fc
      .array(fc.integer({ min: 0x0e01, max: 0x0e5b }).map((code) => String.fromCharCode(code)))
      .map((all) => all.join(''))
    fc.assert(fc.property(thai, (text) => normalise(normalise(text)) === normalise(text)))
  })
})

it('what is kept stays as it was typed, but for what cannot be seen', () => {
  expect(tidy('  บรรทัด\u200bแรก  ๑๒ \r\n\n  MOU ที่สอง ')).toBe('บรรทัดแรก ๑๒\nMOU ที่สอง')
})

describe('a number', () => {
  it.each([
    ['30', 30],
    ['๓๐', 30],
    ['1,500', 1500],
    ['๕๐,๐๐๐ บาท', 50000],
    ['30 คน', 30],
    ['๓๐คน', 30],
    ['ประมาณ 30 คน', 30],
    ['1.5 ล้านบาท', 1500000],
    ['1.1 ล้าน', 1100000],
    ['5 หมื่น', 50000],
    ['สามสิบคน', 30],
    ['สองหมื่นบาท', 20000],
    ['หนึ่งร้อยยี่สิบเอ็ด', 121],
    ['0', 0],
    ['12.50', 12.5],
  ])('%s is %d', (typed, number) => {
    expect(thaiNumber(typed)).toBe(number)
  })

  it.each([
    '',
    'ไม่มี',
    '30-40 คน',
    '2 คณะ 30 คน',
    '-5',
    '1,50',
    '1,5000',
    '12abc',
    '🙂',
    '1 2',
    'หนึ่งหมื่นห้าพัน',
    '9'.repeat(40),
  ])('%j is none', (typed) => {
    expect(thaiNumber(typed)).toBeUndefined()
  })
})

describe('letters as people see them', () => {
  it('count a base with its marks, and a family emoji, as one', () => {
    expect(graphemes('ที่นี้')).toEqual(['ที่', 'นี้'])
    expect(graphemeCount('👨‍👩‍👧ก')).toBe(2)
  })

  it('are never cut in the middle', () => {
    expect(cutGraphemes('ที่นี่ที่ไหน', 3)).toBe('ที่นี่…')
    expect(cutGraphemes('ที่นี่', 2)).toBe('ที่นี่')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 10 }), (text, most) => {
        const cut = cutGraphemes(text, most)
        expect(graphemeCount(cut)).toBeLessThanOrEqual(most)
        expect(cut === text || cut.endsWith('…')).toBe(true)
      }),
    )
  })

  it('make words without spaces between them', () => {
    expect(words('รายงานกิจกรรมเชียงใหม่ 2569!')).toEqual(['รายงาน', 'กิจกรรม', 'เชียงใหม่', '2569'])
  })
})
