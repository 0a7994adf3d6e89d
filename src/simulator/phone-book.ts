/** The phones of this world: the personas', and those that were added on the page. */
import { phones } from './collections.ts'
import type { Ground } from './ground.ts'
import { PERSONAS } from './personas.ts'
import { defaultRichMenuId } from './platform/shown-menus.ts'
import { PhoneRefusal } from './refusal.ts'
import { allPhones, chatOf, phoneById } from './simulator-store.ts'
import { GUEST_POSITION, refusals } from './texts.ts'
import type { ChatMessage, Persona, PhoneHands, PhoneView } from './types.ts'
import { viewOfEntry, viewOfPhone } from './views.ts'

const MAX_NAME_LENGTH = 40

export class PhoneBook {
  readonly #ground: Ground
  readonly #handsOf: (phoneId: string) => PhoneHands

  constructor(ground: Ground, handsOf: (phoneId: string) => PhoneHands) {
    this.#ground = ground
    this.#handsOf = handsOf
  }

  /** @param areFriends whether they follow the bot already, without a word; else `greet` makes them */
  async addPersonas(areFriends: boolean): Promise<void> {
    const documents = PERSONAS.map((persona) => this.#document(persona, areFriends))
    await this.#ground.store.insertIfAbsent(phones, documents)
  }

  /** Lets every persona who never was a friend of the bot add it. */
  async greet(): Promise<void> {
    const personaIds = PERSONAS.map((persona) => persona.id)
    for (const phone of await allPhones(this.#ground.store)) {
      if (personaIds.includes(phone.id) && !phone.hasFollowed) await this.#handsOf(phone.id).follow()
    }
  }

  /** A new guest, who adds the bot at once. */
  async add(givenName: string): Promise<PhoneView> {
    const name = givenName.trim()
    if (name.length < 1 || name.length > MAX_NAME_LENGTH) throw new PhoneRefusal(refusals.noName)
    const userId = this.#ground.ids.userId()
    const guest = { id: `phone-${userId.slice(1, 9)}`, userId, name, position: GUEST_POSITION, provinces: [] }
    const phone = this.#document({ ...guest, role: 'guest' }, false)
    await this.#ground.store.transaction((tx) => tx.insert(phones, phone))
    await this.#handsOf(phone.id).follow()
    return this.view(phone.id)
  }

  async view(phoneId: string): Promise<PhoneView> {
    const phone = await phoneById(this.#ground.store, phoneId)
    if (!phone) throw new PhoneRefusal(refusals.noSuchPhone, 404)
    return viewOfPhone(phone, await defaultRichMenuId(this.#ground))
  }

  async all(): Promise<PhoneView[]> {
    const fallback = await defaultRichMenuId(this.#ground)
    return (await allPhones(this.#ground.store)).map((phone) => viewOfPhone(phone, fallback))
  }

  /** Oldest first; the newest `limit`, or all. */
  async messagesOf(phoneId: string, limit?: number): Promise<ChatMessage[]> {
    return (await chatOf(this.#ground.store, phoneId, limit)).map(viewOfEntry)
  }

  #document(person: Persona, isFriend: boolean) {
    const friendship = { following: isFriend, hasFollowed: isFriend }
    return { ...person, provinces: [...person.provinces], ...friendship, seq: this.#ground.ids.next() }
  }
}
