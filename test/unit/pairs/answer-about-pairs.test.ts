import { describe, expect, test } from 'vitest'
import { shippedPairs } from '../../../src/pairs/import-pairs.ts'
import { answerAboutPairs, type Pair } from '../../../src/pairs/index.ts'
import { showPairAnswer } from '../../../src/pairs/show-answer.ts'

const pairs = await shippedPairs()
const ids = (question: string, of: readonly Pair[] = pairs) => answerAboutPairs(question, of)?.pairs.map(({ id }) => id)
const said = (question: string) => answerAboutPairs(question, pairs)?.text

describe('what is not a question about pairs is left to others', () => {
  test.each([
    'กับจีนมีกี่คู่',
    'เมืองพี่เมืองน้องคืออะไร',
    'ทำกับประเทศไหนก็ได้ป่ะ',
    'อยากทำเมืองพี่เมืองน้องกะจีน เริ่มยังไงดีคะ',
    'สัมมนาสมุทรสงคราม มีค 63 กี่คน',
    'จังหวัดไหนเป็น best practice',
    'คู่เราเป็นอำเภอของจีน ทำได้ไหม',
    'โครงการแลกเปลี่ยนเยาวชนเชียงราย ยูนนาน',
    'เชียงใหม่จัดกิจกรรมอะไรกับฮอกไกโด',
    'ชายแดนเขมรยิงกันอยู่ไหม',
    'ทั้งประเทศมีกี่คู่',
  ])('%s', (question) => {
    expect(answerAboutPairs(question, pairs)).toBeUndefined()
  })
})

test('a row of the register whose name is a sign alone is no name, and stops nobody’s question', () => {
  const unclear = { ...(pairs[0] as Pair), id: 'SC999', partnerTh: 'เสียมราฐ - กัมพูชา', rawName: '-' }
  expect(ids('ขอรายชื่อคู่ -ของเชียงราย', [...pairs, unclear])).toEqual(ids('ขอรายชื่อคู่ของเชียงราย'))
})

describe('nothing is made more certain than it is', () => {
  test('a province without a pair in the register is not said to have none', () => {
    expect(said('พังงามีเมืองพี่เมืองน้องมั้ย')).toMatch(/ไม่พบคู่ของจังหวัดพังงาในข้อมูลที่มี.*ข้อมูลไม่ครบ/)
  })

  test('a pair that is not there is not made up: whose partner the place is, is said instead', () => {
    expect(said('ภูเก็ตกับฮอกไกโดเซ็นปีไหน')).toMatch(/^ไม่พบคู่ ภูเก็ต – ฮอกไกโด ในข้อมูลที่มี\nฮอกไกโด \(ญี่ปุ่น\) เป็นคู่ของจังหวัดเชียงใหม่/)
  })

  test('a pair in progress is not called signed', () => {
    expect(said('ระยองกับเจ้อเจียงลงนามเมื่อไหร่')).toContain('ยังไม่พบการลงนาม')
    expect(said('ยูนนานคู่กับจังหวัดไหนบ้าง')).toContain('หนองคาย – มณฑลยูนนาน: อยู่ระหว่างดำเนินการ')
  })

  test('a doubtful pair is said to be doubtful', () => {
    expect(said('ขอนแก่นกับหนานหนิง')).toContain('ข้อมูลไม่แน่นอน')
  })

  test('a name that cannot be read is shown as it was printed', () => {
    expect(said('กังวัน จันทัน คือเมืองอะไร')).toMatch(/“เมืองกังวัน จังหวัดจันทัน สาธารณรัฐเกาหลี”.*อ่านไม่ได้แน่ชัด/)
  })

  test('a list is never called complete', () => {
    for (const question of ['เชียงใหม่มีคู่กับเมืองไหนบ้าง', 'คู่กับเวียดนามมีที่ไหนบ้าง', 'ปี 2542 มีคู่ไหนบ้าง'])
      expect(said(question)).toContain('ไม่ครบ')
    expect(said('ขอรายชื่อครบ 89 คู่')).toMatch(/20 คู่แรก.*กองการต่างประเทศ/)
  })

  test('a name that several provinces begin with is asked back', () => {
    expect(answerAboutPairs('เพชรมีคู่กับเมืองไหน', pairs)?.choices?.map(({ say }) => say)).toEqual([
      'เพชรบุรีมีคู่กับเมืองไหนบ้าง',
      'เพชรบูรณ์มีคู่กับเมืองไหนบ้าง',
    ])
  })
})

test.each<[string, string[]]>([
  ['อุดรมีชัย คู่กับใคร', ['SC137']],
  ['อุดร ทำกับรีโนปีไร', ['SC006']],
  ['ขอนแก่น ดานัง เซ็นเมื่อไหร่', ['SC131']],
  ['เชียงรายกับยูนนาน', ['SC101', 'SC014']],
  ['ภูเก็ต กับ เทียนไถ เซ็นปีอะไร', ['SC011']],
  ['เมืองเซียงรุ่งคู่กับใคร', ['SC010', 'SC014']],
  ['พามัตตาอยู่ที่ไหน', ['SC009']],
  ['โยซิดาคือที่ไหน', ['SC019']],
  ['เมาร์ท แอริโซนา คู่กับจังหวัดไหน', ['SC140']],
  ['Courtenary อยู่ที่ไหน', ['SC008']],
  ['where is san rafael', ['SC003']],
  ['คุณหมิงคู่กับจังหวัดอะไร', ['SC020']],
  ['อุบลกับเว้ลงนามเมื่อไหร่', ['SC141']],
  ['สระแก้วมีกี่คู่ในลิสต์', ['SC016', 'SC017']],
  ['เชียงใหม่คู่เกาหลีคือที่ไหน', ['SC004']],
  ['เลยมีคู่กับเมืองไหน', []],
  ['คู่แรกของไทยคือคู่ไหน', ['SC001', 'SC002']],
  ['คู่ที่ 14 คือใคร', ['SC014']],
  ['คู่ที่ ๕๕ คือคู่ไหน', []],
  ['คู่ล่าสุดคือคู่ไหน', ['SC132']],
])('%s: %j', (question, expected) => {
  expect(ids(question)).toEqual(expected)
})

test('a pair that an admin adds is found by its names at once', () => {
  const added: Pair = { ...(pairs[0] as Pair), id: 'SC901', provinceTh: 'น่าน', partnerTh: 'นาโกยา', rawName: undefined }
  expect(ids('น่านกับนาโกยา', [...pairs, added])).toEqual(['SC901'])
  expect(ids('น่านกับนาโกยา')).toBeUndefined()
})

test('every row is shown with its source and its date, the misprint of the list beside the right name', () => {
  const answer = answerAboutPairs('เมืองยูโอซู นี่คือที่ไหน', pairs)
  const [reply] = answer ? showPairAnswer(answer) : []
  expect(JSON.stringify(reply)).toMatch(/อูโอซุ จังหวัดโทยามะ.*บัญชีพิมพ์ว่า “เมืองยูโอซู.*ที่มา: บัญชีท้ายแผนขับเคลื่อนฯ.*ณ 4 ม\.ค\. 2562/)
})

test('no file name of a document is shown to people', () => {
  const everything = showPairAnswer({ title: '', text: '', pairs })
  expect(JSON.stringify(everything)).not.toMatch(/\.txt|seed/)
})
