/** The simulated day, and the buttons that move it on. */
import { moveClock } from './actions.ts'
import { icons } from './icons.ts'
import { dispatch } from './store.ts'
import { texts } from './texts.ts'
import { dayOf, fiscalQuarterOf, fiscalYearOf, showLongDay, showTime, showWeekday } from './thai-date.ts'
import { html, memo, useEffect, useState } from './vendor.ts'

const TICK_MS = 10_000

export const ClockBar = memo<{ now: string; isMoving: boolean }>(({ now, isMoving }) => {
  const instant = useRunningClock(now)
  const day = dayOf(instant)
  return html`<div class="clock" aria-busy=${isMoving}>
    <div class="clock-face" role="group" aria-label=${texts.simulatedDate}>
      <strong><span class="weekday">${showWeekday(day)}ที่ </span>${showLongDay(day)} <time>${showTime(instant)} น.</time></strong>
      <span role="status">${isMoving ? texts.movingClock : texts.fiscalYear(fiscalYearOf(day), fiscalQuarterOf(day))}</span>
    </div>
    <div class="clock-steps" role="group" aria-label=${texts.clockControls}>
      ${texts.clockSteps.map(
        ({ days, label }) =>
          html`<button type="button" disabled=${isMoving} onClick=${() => moveClock({ days })}>${label}</button>`,
      )}
      <button type="button" disabled=${isMoving} onClick=${() => dispatch({ type: 'dialog', dialog: { kind: 'clock' } })}>
        ${icons.calendar()} ${texts.goToDate}
      </button>
    </div>
    ${isMoving && html`<span class="progress" aria-hidden="true"></span>`}
  </div>`
})

/** The server's clock runs on between its messages; the browser only measures how long ago the last one came. */
function useRunningClock(now: string): number {
  const [elapsedMs, setElapsedMs] = useState(0)
  useEffect(() => {
    const heardAt = performance.now()
    setElapsedMs(0)
    const timer = setInterval(() => setElapsedMs(performance.now() - heardAt), TICK_MS)
    return () => clearInterval(timer)
  }, [now])
  return Date.parse(now) + elapsedMs
}
