/** 'ขอลงทะเบียน': somebody without a code asks, in a dialog, and the admins get it to decide. */
import { v7 as newRecordId } from 'uuid'
import type { Change, Command, DialogBinding, Outcome, Push, Turn } from '../../bot/types.ts'
import type { Dialog, Json } from '../../dialogs/index.ts'
import { actorOf, audit } from '../audit.ts'
import { addRequest, admins, nextRequestNo, personOf, requestsOf, saveRequest } from '../people-store.ts'
import type { AccessRequest } from '../person.ts'
import { answersOf, consentStep, nameStep, positionStep } from '../person-steps.ts'
import { say } from '../say.ts'
import { PRIVACY_VERSION, postOf, texts } from '../texts.ts'
import { postStep, provincesStep } from './post-steps.ts'
import { requestCard } from './request-card.ts'
import { access } from './texts.ts'

const ASK_ACCESS = 'ask-access'
const MOST_A_DAY = 3
const DAY_MS = 24 * 60 * 60 * 1000

const dialog: Dialog = {
  id: ASK_ACCESS,
  version: 1,
  title: access.title,
  // Admins see every province: that post is given by a code that one admin hands to another, never by a tap.
  steps: [consentStep, postStep(['officer', 'backup', 'supervisor']), provincesStep, nameStep, positionStep],
}

export const askAccessCommand: Command<true> = {
  name: 'ขอลงทะเบียน',
  match: (text) =>
    /^(?:ขอ|อยาก|ต้องการ)(?:ลงทะเบียน|สมัคร|ใช้งาน)(?:ใช้งาน|เจ้าหน้าที่|ใหม่|เปลี่ยนจังหวัด)?$/.test(text) || undefined,
  run: beginAsking,
}

async function beginAsking(turn: Turn): Promise<Outcome> {
  const recent = await requestsOf(turn.read, turn.userId, new Date(turn.now.getTime() - DAY_MS))
  if (recent.length >= MOST_A_DAY) return say(access.tooOften)
  const waiting = recent.find(({ status }) => status === 'waiting')
  const note = waiting ? [{ kind: 'text' as const, text: access.waiting(waiting.no, postOf(waiting)) }] : []
  return { replies: note, begin: { dialogId: ASK_ACCESS, given: await knownOf(turn) } }
}

/** Who is registered and wants another post is asked for that alone. */
async function knownOf({ read, userId }: Turn): Promise<Readonly<Record<string, Json>>> {
  const person = await personOf(read, userId)
  return person?.status === 'active' ? answersOf(person) : {}
}

export const askingAccess: DialogBinding = {
  dialogId: ASK_ACCESS,
  title: access.title,
  define: async () => ({ ok: true, dialog }),
  finish: storeRequest,
}

async function storeRequest(turn: Turn, answers: Readonly<Record<string, Json>>): Promise<Outcome> {
  const { now, read, userId } = turn
  if (answers.consent !== 'yes') return say(texts.dialog.consent.declined)
  const recent = await requestsOf(read, userId, new Date(now.getTime() - DAY_MS))
  if (recent.length >= MOST_A_DAY) return say(access.tooOften)
  const request: AccessRequest = {
    id: newRecordId({ msecs: now.getTime() }),
    no: await nextRequestNo(read),
    userId,
    role: answers.post === 'supervisor' ? 'supervisor' : 'officer',
    ...(answers.post === 'backup' ? { backup: true } : {}),
    provinces: (answers.provinces as string[]) ?? [],
    name: String(answers.name),
    position: String(answers.position),
    consentVersion: PRIVACY_VERSION,
    consentAt: now,
    askedAt: now,
    status: 'waiting',
  }
  const after = { no: request.no, post: postOf(request) }
  const entry = audit({
    at: now,
    actor: actorOf(turn),
    action: 'access.asked',
    target: request.id,
    after,
  })
  const changes = [...(await replaceOlder(turn)), addRequest(request), entry]
  return { ...say(access.sent(request.no, postOf(request))), changes, pushes: await pushesFor(turn, request) }
}

/** One waits at most, so that no admin approves what is no longer meant. */
async function replaceOlder({ read, userId }: Turn): Promise<Change[]> {
  const waiting = (await requestsOf(read, userId)).filter(({ status }) => status === 'waiting')
  return waiting.map((request) => saveRequest({ ...request, status: 'replaced', name: '', position: '' }))
}

async function pushesFor({ read, actor }: Turn, request: AccessRequest): Promise<Push[]> {
  const reachable = (await admins(read)).filter(({ blocked, userId }) => !blocked && userId !== request.userId)
  const card = requestCard(request, actor)
  return reachable.map(({ id, userId }) => ({ key: `access ${request.id} ${id}`, userId, replies: [card] }))
}
