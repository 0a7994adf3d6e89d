/**
 * What comes in one turn of the event loop waits here for its end and then goes on together: all of it through one step,
 * then all of it through the next. A processor that runs the same code again and again has it at hand; from webhook to answer
 * one event after the other, the same work takes a quarter longer (docs/decisions.md).
 */
import { setImmediate } from 'node:timers'

let end: Promise<void> | undefined

export function endOfTurn(): Promise<void> {
  end ??= new Promise((resolve) => {
    setImmediate(() => {
      end = undefined
      resolve()
    })
  })
  return end
}
