/** What the program keeps of a conversation: for asking whether something was written down, or changed. */
import { auditEntries, registerPersona } from '../../src/people/index.ts'
import { type Report, reports } from '../../src/reports/index.ts'
import { REQUIRED } from './report-talk.ts'
import type { PhoneDriver, World } from './world.ts'

export async function reportsIn({ app }: World): Promise<Report[]> {
  return app.store.find(reports, 'byYear', [])
}

/** What was refused, oldest first: 'report.begin SC105'. */
export async function refusalsIn({ app }: World): Promise<string[]> {
  const entries = await app.store.find(auditEntries, 'byActionAndTime', ['refused'])
  return entries.map(({ note, target }) => [note, target].filter(Boolean).join(' '))
}

/** The answers of a report up to its review, for the officer of เชียงราย. */
export const UP_TO_REVIEW = [...REQUIRED.map(({ answer }) => answer), 'ข้าม']

/** An officer of เชียงราย who has done nothing yet. */
export async function newOfficer(world: World, name: string): Promise<PhoneDriver> {
  const phone = await world.newGuest(name)
  const userId = (await world.simulator.phones()).find(({ id }) => id === phone.id)?.userId ?? ''
  const now = world.simulator.clock.now()
  const position = 'นักวิเคราะห์'
  await registerPersona(world.app.store, { userId, role: 'officer', provinces: ['เชียงราย'], name, position, now })
  return phone
}
