/** 'รายชื่อผู้ใช้ [จังหวัด]': who is registered, and which provinces nobody can be written to for. */
import type { Command, Outcome, Turn } from '../../bot/types.ts'
import { readProvince } from '../../pairs/index.ts'
import { refused } from '../audit.ts'
import { activePeople } from '../people-store.ts'
import type { Person } from '../person.ts'
import { provincesWithoutReceiver } from '../receivers.ts'
import { say } from '../say.ts'
import { postOf } from '../texts.ts'
import { desk } from './texts.ts'

const MOST_SHOWN = 60

interface Typed {
  /** Empty: everybody. */
  readonly province: string
}

export const rosterCommand: Command<Typed> = {
  name: desk.roster.word,
  match(text) {
    const typed = /^(?:ดู)?รายชื่อ(?:ผู้ใช้(?:งาน)?|เจ้าหน้าที่|ผู้ลงทะเบียน)(?: ?(?:จังหวัด|จ\.)? ?(.{0,40}))?$/.exec(text)
    return typed ? { province: typed[1]?.trim() ?? '' } : undefined
  },
  run: showRoster,
}

async function showRoster(turn: Turn, { province }: Typed): Promise<Outcome> {
  if (turn.actor?.role !== 'admin') return refused(turn, { action: 'people.read', say: desk.onlyAdmins })
  const everybody = await activePeople(turn.read)
  if (province === '') return sayLines([...(await emptyProvinces(turn)), ...linesOf(desk.roster.title, everybody)])
  const read = readProvince(province)
  if (read.kind !== 'one') return say(desk.roster.unknownProvince(province))
  const found = everybody.filter(({ provinces }) => provinces.includes(read.province))
  return sayLines(linesOf((count) => desk.roster.titleOf(read.province, count), found))
}

async function emptyProvinces({ read }: Turn): Promise<string[]> {
  const empty = await provincesWithoutReceiver(read)
  return empty.length > 0 ? [desk.roster.noReceiver(empty), ''] : []
}

function linesOf(title: (count: number) => string, people: readonly Person[]): string[] {
  const shown = people.toSorted(byPost).slice(0, MOST_SHOWN)
  const lines = shown.map((person) => {
    const line = desk.roster.line(person.name, person.position, postOf(person))
    return person.blocked ? line + desk.roster.blocked : line
  })
  const more = people.length - shown.length
  return [title(people.length), ...lines, ...(more > 0 ? [desk.roster.more(more)] : []), desk.roster.how]
}

function byPost(a: Person, b: Person): number {
  return a.role.localeCompare(b.role) || (a.provinces[0] ?? '').localeCompare(b.provinces[0] ?? '', 'th')
}

const sayLines = (lines: readonly string[]): Outcome => say(lines.join('\n'))
