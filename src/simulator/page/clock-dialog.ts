/** Moves the clock to a day: a picker, and the days on which the fiscal year's reminders are due. */
import { moveClock } from './actions.ts'
import { PickedInput } from './date-dialog.ts'
import { Dialog } from './dialog.ts'
import { texts } from './texts.ts'
import { dayInFiscalYear, dayOf, fiscalYearOf, showDay } from './thai-date.ts'
import { html, useState, type VNode } from './vendor.ts'

/** Month and day; October of the ladder lies in the fiscal year after, so it is counted from the next one. */
const LADDER = [
  [4, 1],
  [7, 1],
  [8, 1],
  [8, 15],
  [9, 1],
  [9, 15],
] as const

export function ClockDialog({ now }: { now: string }): VNode {
  const today = dayOf(now)
  const fiscalYear = fiscalYearOf(today)
  const shortcuts = [
    ...LADDER.map(([month, day]) => dayInFiscalYear(fiscalYear, month, day)),
    dayInFiscalYear(fiscalYear + 1, 10, 15),
  ]
  const september = dayInFiscalYear(fiscalYear, 9, 1)
  const [picked, setPicked] = useState(shortcuts.find((day) => day >= september && day > today) ?? today)
  return html`<${Dialog} title=${texts.clockDialog} confirm=${texts.go} canConfirm=${picked > today}
    onConfirm=${() => moveClock({ to: picked })}>
    <div class="shortcuts" role="group" aria-label=${texts.shortcuts(fiscalYear)}>
      <p class="hint">${texts.shortcuts(fiscalYear)}</p>
      ${shortcuts.map(
        (day) =>
          html`<button type="button" class="chip" disabled=${day <= today} aria-pressed=${day === picked}
            onClick=${() => setPicked(day)}>${showDay(day)}</button>`,
      )}
    </div>
    <${PickedInput} label=${texts.pickTitle.date} type="date" value=${picked} min=${today} onPick=${setPicked} />
    <p class="hint">${texts.clockDialogHint}</p>
  <//>`
}
