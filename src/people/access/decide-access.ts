/** Deciding a request: an admin's tap or typed word, once; the asker is told, and the request forgets the name. */
import type { Actor, Command, Outcome, Postback, Push, Turn } from '../../bot/types.ts'
import type { Stored } from '../../store/index.ts'
import { showInstant } from '../../thai/index.ts'
import { audit, refused } from '../audit.ts'
import { enrol } from '../enrol.ts'
import { hasBlocked, requestByNo, saveRequest, waitingRequests } from '../people-store.ts'
import type { AccessRequest } from '../person.ts'
import { welcomeReply } from '../register.ts'
import { say } from '../say.ts'
import { postOf } from '../texts.ts'
import { DECIDE } from './request-card.ts'
import { access } from './texts.ts'

const MOST_LISTED = 30

interface Decision {
  readonly no: string
  readonly isApproved: boolean
}

export const decidePostback: Postback = {
  action: DECIDE,
  run: (turn, params) =>
    decide(turn, { no: (params.get('no') ?? '').slice(0, 12), isApproved: params.get('do') === 'approve' }),
}

/** 'อนุมัติ 12', 'ไม่อนุมัติ 12' */
export const decideCommand: Command<Decision> = {
  name: 'อนุมัติ',
  isMeantInDialog: () => true,
  match(text) {
    const typed = /^(ไม่)?อนุมัติ(?:คำขอ)?(?:เลขที่|ที่)? ?(\d{1,9})$/.exec(text)
    return typed?.[2] ? { no: typed[2], isApproved: typed[1] === undefined } : undefined
  },
  run: decide,
}

export const requestsCommand: Command<true> = {
  name: 'คำขอลงทะเบียน',
  match: (text) => /^(?:ดู)?คำขอ(?:ลงทะเบียน)?(?:ที่รอ(?:พิจารณา)?)?$/.test(text) || undefined,
  async run(turn) {
    if (turn.actor?.role !== 'admin') return refused(turn, { action: 'access.read', say: access.onlyAdmins })
    const waiting = await waitingRequests(turn.read)
    if (waiting.length === 0) return say(access.list.none)
    const shown = waiting.slice(0, MOST_LISTED)
    const lines = shown.map((each) => access.list.line(each.no, each.name, postOf(each), showInstant(each.askedAt)))
    return say([access.list.title(waiting.length), ...lines, access.list.how].join('\n'))
  },
}

async function decide(turn: Turn, { no, isApproved }: Decision): Promise<Outcome> {
  const attempt = { action: isApproved ? 'access.approve' : 'access.refuse', target: no }
  if (turn.actor?.role !== 'admin') return refused(turn, { ...attempt, say: access.onlyAdmins })
  const request = /^\d+$/.test(no) ? await requestByNo(turn.read, Number(no)) : undefined
  if (!request) return say(access.unknown(no))
  if (request.userId === turn.userId) return refused(turn, { ...attempt, say: access.notOwn })
  if (request.status !== 'waiting') {
    return say(access.decided(request.no, request.status, request.decidedAt && showInstant(request.decidedAt)))
  }
  return isApproved ? approve(turn, turn.actor, request) : refuse(turn, turn.actor, request)
}

async function approve(turn: Turn, admin: Actor, request: Stored<AccessRequest>): Promise<Outcome> {
  const { now, read } = turn
  const { userId, role, provinces, backup, name, position, consentVersion, consentAt } = request
  const blocked = await hasBlocked(read, userId)
  const consent = { consentVersion, consentAt }
  const who = { userId, role, provinces, backup, name, position, ...consent, blocked, by: admin.personId }
  const enrolled = await enrol(read, who, now)
  const told: Push['replies'] = [{ kind: 'text', text: access.toldApproved(request.no) }, welcomeReply(enrolled)]
  return {
    ...say(access.approved(request.no, name, postOf(request))),
    changes: [...enrolled.changes, ...decided(turn, admin, request, 'approved')],
    pushes: [tell(request, told)],
  }
}

function refuse(turn: Turn, admin: Actor, request: Stored<AccessRequest>): Outcome {
  return {
    ...say(access.refused(request.no)),
    changes: decided(turn, admin, request, 'refused'),
    pushes: [tell(request, [{ kind: 'text', text: access.toldRefused(request.no) }])],
  }
}

function decided({ now }: Turn, { personId }: Actor, request: Stored<AccessRequest>, status: 'approved' | 'refused') {
  const after = { ...request, status, decidedAt: now, decidedBy: personId, name: '', position: '' }
  const entry = audit({
    at: now,
    actor: personId,
    action: `access.${status}`,
    target: request.id,
    before: { no: request.no, status: 'waiting' },
    after: { no: request.no, status, post: postOf(request) },
  })
  return [saveRequest(after), entry]
}

function tell(request: AccessRequest, replies: Push['replies']): Push {
  return { key: `access-decided ${request.id}`, userId: request.userId, replies }
}
