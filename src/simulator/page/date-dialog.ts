/** LINE's date picker: the browser's own, with what is picked written out in Thai. */
import { send } from './actions.ts'
import { api } from './api.ts'
import { Dialog } from './dialog.ts'
import { texts } from './texts.ts'
import { dayOf, showPicked, showTime } from './thai-date.ts'
import type { LineAction } from './types.ts'
import { html, useState, type VNode } from './vendor.ts'

type Mode = NonNullable<LineAction['mode']>

const INPUT_TYPES: Record<Mode, string> = { date: 'date', time: 'time', datetime: 'datetime-local' }

interface DateDialogProps {
  phoneId: string
  action: LineAction
  now: string
}

export function DateDialog({ phoneId, action, now }: DateDialogProps): VNode {
  const mode = action.mode ?? 'date'
  const [picked, setPicked] = useState(action.initial ?? presentValue(mode, now))
  const isAllowed = picked !== '' && (!action.min || picked >= action.min) && (!action.max || picked <= action.max)
  const onConfirm = () => {
    const postback = { data: action.data ?? '', params: { [mode]: picked } }
    void send(phoneId, () => api.sendPostback(phoneId, postback))
  }
  return html`<${Dialog} title=${action.label ?? texts.pickTitle[mode]} confirm=${texts.confirm} canConfirm=${isAllowed}
    onConfirm=${onConfirm}>
    <${PickedInput} label=${texts.pickTitle[mode]} type=${INPUT_TYPES[mode]} value=${picked} min=${action.min}
      max=${action.max} onPick=${setPicked} />
  <//>`
}

interface PickedInputProps {
  label: string
  type: string
  value: string
  min?: string
  max?: string
  onPick: (value: string) => void
}

/** The browser's picker shows Gregorian years; the line under it says the Thai date. */
export function PickedInput({ label, type, value, min, max, onPick }: PickedInputProps): VNode {
  return html`<label class="field">
      <span>${label}</span>
      <input type=${type} value=${value} min=${min} max=${max} required
        onInput=${(event: Event) => onPick((event.target as HTMLInputElement).value)} />
    </label>
    <output class="picked">${value ? showPicked(value) : texts.notPicked}</output>
    ${type !== 'time' && html`<p class="hint">${texts.pickHint}</p>`}`
}

function presentValue(mode: Mode, now: string): string {
  const values = { date: dayOf(now), time: showTime(now), datetime: `${dayOf(now)}T${showTime(now)}` }
  return values[mode]
}
