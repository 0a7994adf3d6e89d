/** 'ข้อมูลของฉัน' and 'ความเป็นส่วนตัว': what is stored of whoever asks, and the notice. */
import type { Command, Outcome, Turn } from '../bot/types.ts'
import { showInstant } from '../thai/index.ts'
import { contactOf, personOf } from './people-store.ts'
import { say } from './say.ts'
import { postOf, texts } from './texts.ts'

const ASKS_FOR_DATA = /^(?:ขอดู|ดู)?ข้อมูล(?:ส่วนตัว|ส่วนบุคคล)?ของ(?:ฉัน|ผม|ดิฉัน|ตัวเอง)$/
const ASKS_FOR_NOTICE = /^(?:(?:นโยบาย|ประกาศ)?ความเป็นส่วนตัว|pdpa|privacy)$/

export const myDataCommand: Command<true> = {
  name: 'ข้อมูลของฉัน',
  match: (text) => ASKS_FOR_DATA.test(text) || undefined,
  run: showMyData,
}

export const privacyCommand: Command<true> = {
  name: 'ความเป็นส่วนตัว',
  match: (text) => ASKS_FOR_NOTICE.test(text) || undefined,
  run: async () => say(texts.privacyNotice, texts.buttons.myData),
}

async function showMyData({ read, userId }: Turn): Promise<Outcome> {
  const person = await personOf(read, userId)
  if (!person) {
    const contact = await contactOf(read, userId)
    return say(`${texts.myData.guest(contact && showInstant(contact.firstSeenAt))}\n${texts.myData.rights}`)
  }
  const shown = texts.myData.person({
    name: person.name,
    position: person.position,
    role: postOf(person),
    registeredOn: showInstant(person.registeredAt),
    consentOn: showInstant(person.consentAt),
    version: person.consentVersion,
  })
  return say(`${shown}\n${texts.myData.rights}`, texts.buttons.export)
}
