/** The menu that stands below the greeting, as it is for this person. */

import type { Reply, Role, Turn } from '../bot/types.ts'
import { asCommon } from '../common-replies.ts'
import { texts } from './texts.ts'

const { steps, readiness, report, ownReports, reviews, myPairs, askBudget, budgetRequests, surveyResults } =
  texts.menu.items
const { summary, questions, requests, roster, pairDesk, invite, register, help } = texts.menu.items

const ITEMS: Readonly<Record<Role | 'guest', readonly { say: string; hint: string }[]>> = {
  guest: [steps, readiness, register, help],
  officer: [report, ownReports, myPairs, askBudget, steps, readiness, help],
  supervisor: [reviews, myPairs, budgetRequests, steps, readiness, help],
  admin: [summary, reviews, budgetRequests, surveyResults, questions, requests, roster, pairDesk, invite, steps, help],
}

export function menuCard({ actor }: Pick<Turn, 'actor'>): Reply {
  const items = ITEMS[actor?.role ?? 'guest']
  const { title, text, note } = texts.menu
  return {
    kind: 'card',
    card: 'menu',
    data: { title, text, note, items: items.map(({ say, hint }) => ({ text: say, hint, tap: { label: say, say } })) },
    altText: texts.menu.altText(items.map((item) => item.say)),
    buttons: items.map(({ say }) => ({ label: say, say })),
  }
}

const menus = new Map<Role | 'guest', readonly Reply[]>()

/** The menu alone: one for all who have the role. */
export function menuReplies(turn: Pick<Turn, 'actor'>): readonly Reply[] {
  const role = turn.actor?.role ?? 'guest'
  const menu = menus.get(role) ?? asCommon([menuCard(turn)])
  menus.set(role, menu)
  return menu
}
