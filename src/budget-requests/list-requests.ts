/** 'คำของบประมาณ [ปี]': the requests of a fiscal year, of the own provinces or, for an admin, of all, with their figures. */
import type { Button, Command, Outcome, Reply, Turn } from '../bot/types.ts'
import { refused } from '../people/index.ts'
import { cutGraphemes, dayOf, fiscalYearOf } from '../thai/index.ts'
import { type BudgetRequest, GROUPS } from './request.ts'
import { requestsOfProvinces, requestsOfYear } from './request-store.ts'
import { sayText } from './rights.ts'
import { buttons, exportWords, GROUP_NAMES, list, refusals, shown, title } from './texts.ts'

const LIST =
  /^(?:ขอ)?(?:ดู)?(?:สรุป|รายการ)?\s*คำขอ(?:รับ)?(?:จัดสรร)?งบ(?:ประมาณ)?\s*(?:ปี(?:งบประมาณ|งบ)?)?\s*(\d{4}|\d{2})?$/
/** What a card shows; the export has all. */
const MOST_ROWS = 25
const LONGEST_ROW = 60

export const listCommand: Command<{ year?: number }> = {
  name: buttons.list,
  match(text) {
    const found = LIST.exec(text)
    return found ? { ...(found[1] ? { year: buddhistYear(found[1]) } : {}) } : undefined
  },
  async run(turn, { year }) {
    if (!turn.actor) return refused(turn, { action: 'budget.list', say: refusals.list })
    // what is being asked for now is for the year to come
    const fiscalYear = year ?? fiscalYearOf(dayOf(turn.now)) + 1
    const { role, provinces } = turn.actor
    const found =
      role === 'admin'
        ? await requestsOfYear(turn.read, fiscalYear)
        : await requestsOfProvinces(turn.read, provinces, fiscalYear)
    return found.length > 0 ? { replies: [card(turn, found, fiscalYear)] } : nothing(turn, fiscalYear)
  },
}

/** '2571', '71' and '2028' are one year. */
export function buddhistYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 2) return 2500 + year
  return year < 2400 ? year + 543 : year
}

function nothing({ actor }: Turn, fiscalYear: number): Outcome {
  const text = list.none(fiscalYear, actor?.provinces ?? [])
  return sayText(text, ...(actor?.role === 'officer' ? [title] : []))
}

function card(turn: Turn, found: readonly BudgetRequest[], fiscalYear: number): Reply {
  const baht = sumOf(found)
  const line = list.count(found.length, baht)
  const rows = found.slice(0, MOST_ROWS).map(rowOf)
  const groups = GROUPS.map((group) => {
    const inGroup = found.filter((request) => request.group === group)
    return { label: GROUP_NAMES[group], value: list.count(inGroup.length, sumOf(inGroup)) }
  })
  const left = found.length - rows.length
  return {
    kind: 'card',
    card: 'summary',
    data: {
      title: list.title(fiscalYear),
      subtitle: list.subtitle(turn.now),
      figures: [
        { value: String(found.length), label: list.figures.requests },
        { value: String(new Set(found.map(({ provinceTh }) => provinceTh)).size), label: list.figures.provinces },
        { value: baht.toLocaleString('en'), label: list.figures.baht },
      ],
      sections: [
        { title: list.byGroup, rows: groups },
        { title: list.requests, rows },
      ],
      lines: left > 0 ? [list.more(left)] : [],
      note: list.note,
      buttons: waysOf(turn, fiscalYear),
    },
    altText: list.altText(fiscalYear, line),
    fallback: [list.title(fiscalYear), line, ...rows.map(({ label, value }) => `• ${label}: ${value}`), list.note].join(
      '\n',
    ),
    buttons: waysOf(turn, fiscalYear),
  }
}

function rowOf({ receiptNo, partner, title: name, budgetBaht }: BudgetRequest): { label: string; value: string } {
  return { label: cutGraphemes(`${receiptNo} ${partner}: ${name}`, LONGEST_ROW), value: shown.baht(budgetBaht) }
}

function sumOf(requests: readonly BudgetRequest[]): number {
  return requests.reduce((sum, { budgetBaht }) => sum + budgetBaht, 0)
}

function waysOf({ actor }: Turn, fiscalYear: number): Button[] {
  const byRole: Button[] =
    actor?.role === 'admin'
      ? [{ label: buttons.export, say: exportWords(fiscalYear) }]
      : actor?.role === 'officer'
        ? [{ label: title, say: title }]
        : []
  return [...byRole, { label: buttons.menu, say: buttons.menu }]
}
