/** What is to be done with the budget, how much it is, and why. */
import type { Step } from '../../dialogs/index.ts'
import { graphemeCount, thaiNumber, tidy } from '../../thai/index.ts'
import { asks, labels, shown, wrong } from '../texts.ts'

const MOST_BAHT = 10_000_000_000

interface TextStep {
  readonly id: 'partner' | 'title' | 'activities' | 'reason'
  /** Graphemes. */
  readonly least: number
  readonly most: number
  readonly example: string
}

export function textStep({ id, least, most, example }: TextStep): Step {
  return {
    id,
    label: labels[id],
    ask: () => ({ text: asks[id] }),
    parse(given) {
      const words = given.kind === 'text' ? tidy(given.text) : ''
      const length = graphemeCount(words)
      if (length > most) return { ok: false, say: wrong.tooLong(labels[id], length, most) }
      const isWords = length >= least && /\p{L}/u.test(words)
      return isWords ? { ok: true, value: words } : { ok: false, say: wrong.text(labels[id], least, most, example) }
    },
    show: String,
  }
}

export const titleStep = textStep({ id: 'title', least: 5, most: 200, example: 'โครงการแลกเปลี่ยนเยาวชน' })
export const activitiesStep = textStep({ id: 'activities', least: 5, most: 2000, example: 'ต้อนรับคณะเยาวชน 30 คน 3 วัน' })
export const reasonStep: Step = {
  ...textStep({ id: 'reason', least: 5, most: 2000, example: 'เพื่อให้กิจกรรมต่อเนื่องทุกปี' }),
  optional: true,
}

export const budgetStep: Step = {
  id: 'budget',
  label: labels.budget,
  ask: () => ({ text: asks.budget }),
  parse(given) {
    const baht = given.kind === 'text' ? thaiNumber(given.text) : undefined
    const isAmount = baht !== undefined && baht > 0 && baht <= MOST_BAHT
    return isAmount ? { ok: true, value: baht } : { ok: false, say: wrong.budget }
  },
  show: (value) => shown.baht(Number(value)),
}
