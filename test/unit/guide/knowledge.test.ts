/**
 * What the guide may say: every answer stands on a document, keeps its dates and its negations, and names nobody. The
 * comparison with the official documents needs the folder SOURCES_DIR, as they are not in the repository.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { citation, type Entry, loadEntries, loadSources } from '../../../src/guide/entry.ts'
import { graphemeCount, normalise } from '../../../src/thai/index.ts'

const folder = join(import.meta.dirname, '../../../src/guide/knowledge')
const entries = loadEntries(folder)
const sources = loadSources(folder)
const byId = new Map(entries.map((entry) => [entry.id, entry]))

describe('what an officer is told', () => {
  test('is at least 100 answers', () => {
    expect(entries.length).toBeGreaterThanOrEqual(100)
  })

  test('names documents that exist', () => {
    expect(idsOf((entry) => entry.sources.some(({ id = '' }) => sources[id] === undefined))).toEqual([])
  })

  test('has a title that fits a Flex button, as it stands on the buttons of other answers', () => {
    expect(idsOf(({ title }) => graphemeCount(title) > 40)).toEqual([])
  })

  test('is short enough to read in ten seconds', () => {
    expect(idsOf((entry) => graphemeCount(entry.short) > 400)).toEqual([])
  })

  test('offers other answers that exist, and never itself', () => {
    expect(idsOf(({ id, related }) => related.some((other) => other === id || !byId.has(other)))).toEqual([])
  })

  test('is asked for in six to sixty ways, none of which leads to two answers', () => {
    expect(idsOf(({ questions }) => questions.length < 6 || questions.length > 60)).toEqual([])
    const asked = entries.flatMap(({ questions }) => questions.map(normalise))
    expect(asked.filter((question, at) => asked.indexOf(question) !== at)).toEqual([])
  })

  test('cites no document that nothing rests on', () => {
    const cited = new Set(entries.flatMap((entry) => entry.sources.map(({ id }) => id)))
    expect(Object.keys(sources).filter((id) => !cited.has(id))).toEqual([])
  })
})

describe('what the documents do not say', () => {
  test('is called not found, with the unit to ask', () => {
    const notFound = entries.filter(({ kind }) => kind === 'not-found')
    expect(notFound.length).toBeGreaterThan(10)
    expect(notFound.filter(({ short }) => !/ไม่พบในเอกสาร/.test(short)).map(({ id }) => id)).toEqual([])
    expect(notFound.filter(({ short }) => !/กองการต่างประเทศ/.test(short)).map(({ id }) => id)).toEqual([])
  })

  test('is never an official order of steps', () => {
    const steps = entries.filter(({ step }) => step)
    expect(steps.map(({ step }) => step?.order).sort((a = 0, b = 0) => a - b)).toEqual(
      Array.from({ length: steps.length }, (_, at) => at + 1),
    )
    expect(steps.filter((entry) => !entry.validity?.includes('ไม่ใช่ลำดับขั้นตามมติ ครม. ฉบับเต็ม'))).toEqual([])
    expect(byId.get('steps-overview')?.short).toContain('ไม่ใช่ลำดับขั้นตามมติ ครม. ฉบับเต็ม')
  })

  test('is told as a proposal or a case, where it is only inferred', () => {
    const inferred = entries.filter(({ certainty }) => certainty === 'C')
    expect(inferred.length).toBeGreaterThan(0)
    expect(inferred.filter(({ kind }) => kind === 'rule')).toEqual([])
    expect(inferred.filter(({ short }) => !/ไม่ได้กำหนด|ไม่พบในเอกสาร/.test(short)).map(({ id }) => id)).toEqual([])
  })
})

describe('what time does to an answer', () => {
  test('whatever rests on the plan of 2562–2566 says that it has ended', () => {
    const fromPlan = entries.filter((entry) => entry.sources.some(({ id }) => id === 's1'))
    expect(fromPlan.length).toBeGreaterThan(10)
    expect(fromPlan.filter(({ validity }) => !validity?.includes('สิ้นสุดแล้ว')).map(({ id }) => id)).toEqual([])
    expect(idsOf((entry) => /2562–2566/.test(saidBy(entry)) && !/สิ้นสุด/.test(saidBy(entry)))).toEqual([])
  })

  test('a count of pairs carries its day', () => {
    expect(idsOf(({ topic, asOf }) => topic === 'counts' && asOf === undefined)).toEqual([])
    expect(idsOf(({ short, asOf }) => /\d+ คู่/.test(short) && asOf === undefined)).toEqual([])
  })

  test('the deadline of one budget round is not a yearly one', () => {
    const deadline = byId.get('budget-deadline')
    expect(deadline?.short).toContain('ไม่ใช่กำหนดประจำ')
    expect(idsOf((entry) => /15 มี\.ค\. *(ของ)?ทุกปี/.test(entry.short + entry.body))).toEqual([])
  })
})

describe('what is said to local administrations', () => {
  const toLocal = entries.filter(
    ({ topic, id }) => topic === 'lao' || id === 'lao-draft-refused' || id === 'mae-sai-letter',
  )

  test('has all four: provinces only, another framework, not binding the government, the department’s guideline', () => {
    expect(toLocal.length).toBeGreaterThan(8)
    const parts = [/ระดับจังหวัดเท่านั้น/, /กรอบความร่วมมืออื่น/, /มิได้มีผลผูกพันรัฐบาลไทย/, /แนวทางที่ สถ\. กำหนด/]
    const lacks = toLocal.filter(({ short }) => parts.some((part) => !part.test(normalise(short))))
    expect(lacks.map(({ id }) => id)).toEqual([])
  })

  test('never says that an agreement binds the government', () => {
    const unsaid = (text: string) => [...text.matchAll(/.{0,14}ผูกพันรัฐบาล/g)].filter(([said]) => !said.includes('มิได้'))
    expect(idsOf((entry) => unsaid(normalise(saidBy(entry))).length > 0)).toEqual([])
    expect(idsOf((entry) => /มีได้มีผล/.test(saidBy(entry)))).toEqual([])
  })
})

test('no answer has a telephone number', () => {
  const telephone = /(?<!\d)0[\s-]?\d(?:[\s-]?\d){7,8}(?!\d)/
  expect(telephone.test('โทร 0 2123 4567')).toBe(true)
  expect(idsOf((entry) => telephone.test(normalise(everythingIn(entry))))).toEqual([])
})

const sourcesDir = process.env.SOURCES_DIR

describe.skipIf(!sourcesDir)('beside the official documents (SOURCES_DIR)', () => {
  const files = [...new Set(Object.values(sources).flatMap(({ file }) => file ?? []))]
  const documents = new Map(files.map((file) => [file, sourcesDir ? read(file) : '']))

  test('every quote stands in its document', () => {
    const quotes = entries.flatMap((entry) =>
      entry.sources.filter(({ quote }) => quote).map((at) => ({ ...at, entry: entry.id })),
    )
    expect(quotes.length).toBeGreaterThan(40)
    const missing = quotes.filter(({ id, quote = '' }) => {
      const text = documents.get(sources[id ?? '']?.file ?? '')
      return text === undefined || !closedUp(text).includes(closedUp(quote))
    })
    expect(missing.map(({ entry, quote }) => `${entry}: ${quote}`)).toEqual([])
  })

  test('no person of the documents is named', () => {
    const people = [...documents.values()].flatMap(peopleIn)
    expect(new Set(people).size).toBeGreaterThanOrEqual(8)
    // A name that goes on with a consonant is another word: the name in ประชาชน.
    const named = people.filter((name) =>
      entries.some((entry) => new RegExp(`${name}(?![ก-ฮ])`).test(everythingIn(entry))),
    )
    expect(named).toEqual([])
  })

  test('no telephone number of the documents is given', () => {
    const numbers = [...documents.values()].flatMap(telephonesIn)
    expect(numbers.length).toBeGreaterThanOrEqual(6)
    const given = numbers.filter((number) =>
      entries.some((entry) => digitsClosedUp(everythingIn(entry)).includes(number)),
    )
    expect(given).toEqual([])
  })

  function read(file: string): string {
    return readFileSync(join(sourcesDir ?? '', file), 'utf8')
  }
})

/** First and family names behind นาย, นาง, นางสาว, น.ส.; not นายก and นายอำเภอ. */
function peopleIn(text: string): string[] {
  const titled = /(?:นายก?|นางสาว|นาง|น\.ส\.)(?!อำเภอ)([ก-๙]{3,})(?:\s+([ก-๙]{3,}))?/g
  return [...normalise(text).matchAll(titled)]
    .filter(([whole]) => !whole.startsWith('นายก'))
    .flatMap(([, first = '', family = '']) => [first, ...(/^(?:รอง)?ปลัด/.test(family) || !family ? [] : [family])])
}

/** The digits of what follows a word for telephone, and the ministry's internal numbers. */
function telephonesIn(text: string): string[] {
  const near = [...normalise(text).matchAll(/(?:โทร\S*|โทรศัพท์) ?([\d][\d -]{6,})|มท (\d{5})(?!\d)/g)]
  return near.map(([, number = '', internal = '']) => (number + internal).replaceAll(/\D/g, ''))
}

function digitsClosedUp(text: string): string {
  return normalise(text).replaceAll(/(?<=\d)[\s-]+(?=\d)/g, '')
}

/** For comparing with scanned pages, whose lines break and whose spaces fall anywhere. */
function closedUp(text: string): string {
  return normalise(text).replaceAll(/\s/g, '')
}

function idsOf(isWrong: (entry: Entry) => boolean): string[] {
  return entries.filter(isWrong).map(({ id }) => id)
}

function saidBy({ title, short, body, validity = '', step }: Entry): string {
  const walked = step ? [step.responsible, step.papers, ...step.difficulties, ...step.cases] : []
  return [title, short, body, validity, ...walked].join('\n')
}

function everythingIn(entry: Entry): string {
  const cited = entry.sources.map((reference) => citation(reference, sources))
  return [saidBy(entry), ...entry.questions, ...entry.keywords, ...cited].join('\n')
}
