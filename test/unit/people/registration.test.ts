/** How somebody with an invitation becomes an officer, and everybody else does not. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  auditEntries,
  invitations,
  makeInvitation,
  people,
  peopleCollections,
  peopleFeature,
  whoIs,
} from '../../../src/people/index.ts'
import { type Bench, openBench, type Phone } from '../../support/feature-bench.ts'

let bench: Bench
let somchai: Phone

beforeEach(async () => {
  bench = await openBench([peopleFeature], peopleCollections, '2026-11-21T02:00:00Z')
  somchai = bench.phone('U1')
})
afterEach(() => bench.close())

async function invite(role = 'officer', provinces: readonly string[] = ['เชียงราย']): Promise<string> {
  return (await makeInvitation(bench.store, { role, provinces, now: bench.clock.now() })).code
}

async function register(phone: Phone, code: string, name = 'สมชาย ใจดี') {
  await phone.says(`ลงทะเบียน ${code}`)
  await phone.says('ยินยอม')
  await phone.says(name)
  await phone.says('นักวิเคราะห์นโยบายและแผน')
  return phone.says('ยืนยัน')
}

const everyone = () => bench.store.find(people, 'byUserId', [])
const refusals = () => bench.store.find(auditEntries, 'byActionAndTime', ['refused'])

describe('a code that is not good', () => {
  it('is refused when nobody made it, and the refusal is in the audit log', async () => {
    expect((await somchai.says('ลงทะเบียน K7QM-4RXT')).text).toContain('ไม่พบรหัสนี้')
    expect(await refusals()).toMatchObject([
      { actor: expect.stringMatching(/^guest-/), note: 'register', target: 'unknown' },
    ])
  })

  it('is refused when it is fourteen days old', async () => {
    const code = await invite()
    bench.clock.moveTo('2026-12-05T02:00:00Z')
    expect((await somchai.says(`ลงทะเบียน ${code}`)).text).toContain('หมดอายุ')
  })

  it('is refused to a second person', async () => {
    const code = await invite()
    await register(somchai, code)
    expect((await bench.phone('U2').says(`ลงทะเบียน ${code}`)).text).toContain('ถูกใช้ไปแล้ว')
  })

  it('is refused at the end when somebody else has used it meanwhile', async () => {
    const code = await invite()
    const late = bench.phone('U2')
    for (const words of [`ลงทะเบียน ${code}`, 'ยินยอม', 'สมศรี ช้าไป', 'นักวิชาการ']) await late.says(words)
    await register(somchai, code)
    expect((await late.says('ยืนยัน')).text).toContain('ถูกใช้ไปแล้ว')
    expect(await whoIs(bench.store, 'U2')).toBeUndefined()
  })

  it('registers one of two people who confirm at the same instant', async () => {
    const code = await invite()
    const phones = [somchai, bench.phone('U2')]
    for (const phone of phones) {
      for (const words of [`ลงทะเบียน ${code}`, 'ยินยอม', 'ชื่อ เหมือนกัน', 'นักวิชาการ']) await phone.says(words)
    }
    const heard = await Promise.all(phones.map((phone) => phone.says('ยืนยัน')))
    expect(heard.filter(({ text }) => text.includes('ลงทะเบียนเรียบร้อย'))).toHaveLength(1)
    expect(await everyone()).toHaveLength(1)
  })

  it('may be wrong five times an hour; then even the right one has to wait', async () => {
    const code = await invite()
    for (let tries = 0; tries < 5; tries++) await somchai.says('ลงทะเบียน K7QM-4RXT')
    expect((await somchai.says(`ลงทะเบียน ${code}`)).text).toContain('กรุณารอแล้วลองใหม่หลัง 21 พ.ย. 2569 10:00 น.')
    expect((await bench.phone('U2').says(`ลงทะเบียน ${code}`)).text).toContain('ยินยอม')
    bench.clock.forward(60 * 60 * 1000)
    expect((await somchai.says(`ลงทะเบียน ${code}`)).text).toContain('ยินยอม')
  })
})

describe('consent', () => {
  it('is asked for with the whole notice, before anything else', async () => {
    const { text } = await somchai.says(`ลงทะเบียน ${await invite()}`)
    for (const part of ['เก็บอะไร', 'ใช้ทำอะไร', 'เก็บนานเท่าใด', 'สิทธิของท่าน', 'ติดต่อ']) expect(text).toContain(part)
    expect(text).not.toContain('ชื่อและนามสกุลของท่าน')
  })

  it('is asked again without the notice when the answer was none', async () => {
    await somchai.says(`ลงทะเบียน ${await invite()}`)
    const { text } = await somchai.says('อะไรนะ')
    expect(text).toContain('กรุณาตอบ "ยินยอม" หรือ "ไม่ยินยอม"')
    expect(text).toContain('ท่านยินยอมให้เก็บและใช้ข้อมูลตามประกาศข้างต้น')
    expect(text).not.toContain('เก็บอะไร')
  })

  it.each(['ไม่ยินยอม', '2', 'ไม่ครับ'])(
    'ends everything when the answer is %s, and the code stays good',
    async (answer) => {
      const code = await invite()
      await somchai.says(`ลงทะเบียน ${code}`)
      expect((await somchai.says(answer)).text).toContain('ระบบไม่ได้บันทึกข้อมูลลงทะเบียน')
      expect(await everyone()).toEqual([])
      expect((await somchai.says('สมชาย ใจดี')).text).toBe('GUIDE')
      expect((await register(somchai, code)).text).toContain('ลงทะเบียนเรียบร้อย')
    },
  )
})

describe('registering', () => {
  it.each(['upper', 'lower', 'spaces', 'no dash'])('takes the code as it is typed: %s', async (how) => {
    const code = await invite()
    const typed = {
      upper: code,
      lower: code.toLowerCase(),
      spaces: code.replace('-', ' '),
      'no dash': code.replace('-', ''),
    }[how]
    expect((await somchai.says(`  ลงทะเบียน  ${typed} .`)).text).toContain('ยินยอม')
  })

  it('activates the person with the role and provinces of the code, and says what they can do', async () => {
    const heard = await register(somchai, await invite('officer', ['อยุธยา', 'เชียงราย']))
    expect(heard.text).toContain('เจ้าหน้าที่จังหวัด (พระนครศรีอยุธยา, เชียงราย)')
    expect(heard.text).toContain('รายงานกิจกรรม')
    const [person] = await everyone()
    expect(await whoIs(bench.store, 'U1')).toEqual({
      personId: person?.id,
      userId: 'U1',
      role: 'officer',
      provinces: ['พระนครศรีอยุธยา', 'เชียงราย'],
      name: 'สมชาย ใจดี',
    })
  })

  it('writes to the audit log who got which rights', async () => {
    await register(somchai, await invite('admin', []))
    const [entry] = await bench.store.find(auditEntries, 'byActionAndTime', ['person.registered'])
    expect(entry).toMatchObject({ after: { role: 'admin', provinces: [], status: 'active' } })
  })

  it('shows the rights in the review, before they are confirmed', async () => {
    await somchai.says(`ลงทะเบียน ${await invite('supervisor')}`)
    await somchai.says('ตกลง')
    await somchai.says('สมชาย ใจดี')
    const review = await somchai.says('ผู้อำนวยการ')
    expect(review.text).toContain('ผู้บังคับบัญชา (เชียงราย)')
    expect(review.text).toContain('สมชาย ใจดี')
  })

  it.each(['12345', '😀😀', 'ก'.repeat(81)])('does not take %s for a name', async (name) => {
    await somchai.says(`ลงทะเบียน ${await invite()}`)
    await somchai.says('ยินยอม')
    const { text } = await somchai.says(name)
    expect(text).toContain('สมศรี ใจดี')
  })
})

describe('somebody who is registered already', () => {
  beforeEach(async () => {
    await register(somchai, await invite())
  })

  it('is told so', async () => {
    expect((await somchai.says('ลงทะเบียน')).text).toContain('ท่านลงทะเบียนแล้วในชื่อ สมชาย ใจดี')
  })

  it('gets new rights with a new code once they confirm, without being asked all again', async () => {
    const review = await somchai.says(`ลงทะเบียน ${await invite('supervisor', ['พะเยา'])}`)
    expect(review.text).toContain('เปลี่ยนสิทธิจาก เจ้าหน้าที่จังหวัด (เชียงราย) เป็น ผู้บังคับบัญชา (พะเยา)')
    expect(await whoIs(bench.store, 'U1')).toMatchObject({ role: 'officer' })
    await somchai.says('ยืนยัน')
    expect(await whoIs(bench.store, 'U1')).toMatchObject({ role: 'supervisor', provinces: ['พะเยา'] })
    expect(await everyone()).toHaveLength(1)
    const [entry] = await bench.store.find(auditEntries, 'byActionAndTime', ['person.changed'])
    expect(entry).toMatchObject({ before: { role: 'officer' }, after: { role: 'supervisor', provinces: ['พะเยา'] } })
  })

  it('sees what is stored of them', async () => {
    const { text } = await somchai.says('ข้อมูลของฉัน')
    for (const part of ['สมชาย ใจดี', 'นักวิเคราะห์นโยบายและแผน', 'เชียงราย', '21 พ.ย. 2569']) expect(text).toContain(part)
  })
})

it('a question about registering that is no code goes to the guide', async () => {
  expect((await somchai.says('ลงทะเบียนแล้วทำอะไรได้บ้าง')).text).toBe('GUIDE')
  expect((await somchai.says('ลงทะเบียนยังไง')).text).toContain('K7QM-4RXT')
})

it('the code itself is stored nowhere', async () => {
  const code = await invite()
  const stored = JSON.stringify(await bench.store.find(invitations, 'byCodeHash', []))
  expect(stored).not.toContain(code)
  expect(stored).not.toContain(code.replace('-', ''))
})
