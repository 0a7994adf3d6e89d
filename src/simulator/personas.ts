/** The people whose phones are there from the start. All of them are invented, and say so. */
import { createHash } from 'node:crypto'
import type { Persona } from './types.ts'

/** A user id that is the same in every run, so that the bot's register and the platform's agree without talking. */
function userIdFor(id: string): string {
  return `U${createHash('sha256').update(`simulator:${id}`).digest('hex').slice(0, 32)}`
}

export const BOT_USER_ID = userIdFor('bot')

const PEOPLE: readonly Omit<Persona, 'userId'>[] = [
  {
    id: 'guest',
    name: 'ผู้มาเยือน ตัวอย่าง',
    position: 'ประชาชนทั่วไป (สมมุติ)',
    role: 'guest',
    provinces: [],
  },
  {
    id: 'officer-chiangrai',
    name: 'สมมุติ แดนเหนือ',
    position: 'นักวิเคราะห์นโยบายและแผนชำนาญการ สำนักงานจังหวัดเชียงราย',
    role: 'officer',
    provinces: ['เชียงราย'],
  },
  {
    id: 'officer-chiangmai',
    name: 'สมมุติ ดอยงาม',
    position: 'นักวิเคราะห์นโยบายและแผนปฏิบัติการ สำนักงานจังหวัดเชียงใหม่',
    role: 'officer',
    provinces: ['เชียงใหม่'],
  },
  {
    id: 'supervisor',
    name: 'ตัวอย่าง กำกับดี',
    position: 'หัวหน้ากลุ่มงานยุทธศาสตร์การพัฒนาจังหวัด',
    role: 'supervisor',
    provinces: ['เชียงราย', 'เชียงใหม่'],
  },
  {
    id: 'admin',
    name: 'ตัวอย่าง ส่วนกลาง',
    position: 'ผู้ดูแลระบบ กองการต่างประเทศ สป.มท.',
    role: 'admin',
    provinces: [],
  },
]

export const PERSONAS: readonly Persona[] = PEOPLE.map((person) => ({ ...person, userId: userIdFor(person.id) }))
