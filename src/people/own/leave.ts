/** 'ลาออกจากระบบ' and 'ถอนความยินยอม': each asks once and is done by one more word. */
import type { Command, Outcome, Turn } from '../../bot/types.ts'
import type { Stored } from '../../store/index.ts'
import { showInstant } from '../../thai/index.ts'
import { endRegistration } from '../end-registration.ts'
import { personOf } from '../people-store.ts'
import type { Person } from '../person.ts'
import { say } from '../say.ts'
import { postOf } from '../texts.ts'
import { lastAdminNote } from './last-admin.ts'
import { own } from './texts.ts'

interface Typed {
  readonly isSure: boolean
}

export const leaveCommand = ending({
  words: own.leave,
  match: /^(?:ขอ)?ลาออก(?:จากระบบ|จากการใช้งาน)?$/,
  action: 'person.left',
  ask: (person) => own.leave.ask(postOf(person)),
})

export const withdrawConsentCommand = ending({
  words: own.withdraw,
  match: /^(?:ขอ)?(?:ถอน|ยกเลิก)(?:คำ|ความ)?ยินยอม$/,
  action: 'consent.withdrawn',
  ask: (person) => own.withdraw.ask(person.consentVersion, showInstant(person.consentAt)),
})

function ending(of: {
  readonly words: { readonly word: string; readonly sure: string; readonly done: string }
  readonly match: RegExp
  readonly action: string
  ask(person: Person): string
}): Command<Typed> {
  const { word, sure, done } = of.words
  return {
    name: word,
    isMeantInDialog: (text) => text === word || text === sure,
    match: (text) => (text === sure ? { isSure: true } : of.match.test(text) ? { isSure: false } : undefined),
    async run(turn, { isSure }) {
      const person = await personOf(turn.read, turn.userId)
      if (person?.status !== 'active') return say(own.notRegistered)
      if (isSure) return end(turn, person, of.action, done)
      return say([of.ask(person), ...(await lastAdminNote(turn, person))].join('\n'), sure)
    },
  }
}

async function end(turn: Turn, person: Stored<Person>, action: string, done: string): Promise<Outcome> {
  return { ...say(done), ...(await endRegistration(turn, person, { action, by: person.id })) }
}
