/** One more person with a phone. */
import { attempt } from './actions.ts'
import { api } from './api.ts'
import { Dialog } from './dialog.ts'
import { dispatch } from './store.ts'
import { texts } from './texts.ts'
import { html, useState, type VNode } from './vendor.ts'

const NAME_MAX = 40

async function add(name: string): Promise<void> {
  await attempt(async () => {
    const { phone } = await api.addPhone(name)
    dispatch({ type: 'phone', phone })
    dispatch({ type: 'phoneChosen', phoneId: phone.id })
  })
}

export function AddPhoneDialog(): VNode {
  const [name, setName] = useState('')
  const wanted = name.trim()
  return html`<${Dialog} title=${texts.addPhone} confirm=${texts.add} canConfirm=${wanted !== ''}
    onConfirm=${() => void add(wanted)}>
    <label class="field">
      <span>${texts.nameLabel}</span>
      <input type="text" value=${name} placeholder=${texts.namePlaceholder} maxlength=${NAME_MAX} autocomplete="off" autofocus
        onInput=${(event: Event) => setName((event.target as HTMLInputElement).value)} />
    </label>
    <p class="hint">${texts.addPhoneHint}</p>
  <//>`
}
