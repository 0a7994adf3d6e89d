/** A request as an admin sees it: who asks for what, and two buttons. */
import type { Actor, Button, Reply } from '../../bot/types.ts'
import { showInstant } from '../../thai/index.ts'
import type { AccessRequest } from '../person.ts'
import { postOf } from '../texts.ts'
import { access } from './texts.ts'

export const DECIDE = 'access'

/** @param actor who asks, when registered: another post is wanted then */
export function requestCard(request: AccessRequest, actor: Actor | undefined): Reply {
  const { no, name, position, askedAt } = request
  const { card } = access
  const lines = [
    card.name(name),
    card.position(position),
    card.post(postOf(request)),
    ...(actor ? [card.now(postOf(actor))] : []),
    card.asked(showInstant(askedAt)),
  ]
  const buttons: Button[] = [
    { label: card.approve, data: `a=${DECIDE}&no=${no}&do=approve`, shows: `${card.approve} ${no}` },
    { label: card.refuse, data: `a=${DECIDE}&no=${no}&do=refuse`, shows: `${card.refuse} ${no}` },
  ]
  return {
    kind: 'card',
    card: 'notice',
    data: { tone: 'info', title: card.title(no), body: card.body, lines, note: card.how(no), buttons },
    altText: [card.title(no), ...lines, card.how(no)].join('\n'),
  }
}
