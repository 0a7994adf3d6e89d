/** A modal dialog that its caller fills: the browser keeps the focus inside, closes it on Escape, gives the focus back. */
import { icons } from './icons.ts'
import { dispatch } from './store.ts'
import { texts } from './texts.ts'
import { html, useEffect, useRef, type VNode } from './vendor.ts'

interface DialogProps {
  title: string
  confirm: string
  canConfirm: boolean
  onConfirm: () => void
  children?: unknown
}

function closeDialog(): void {
  dispatch({ type: 'dialog' })
}

export function Dialog({ title, confirm, canConfirm, onConfirm, children }: DialogProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const submit = (event: Event) => {
    event.preventDefault()
    if (!canConfirm) return
    closeDialog()
    onConfirm()
  }
  const closeFromBackdrop = (event: Event) => event.target === dialog.current && closeDialog()
  return html`<dialog class="dialog" ref=${dialog} aria-label=${title} onClose=${closeDialog} onClick=${closeFromBackdrop}>
    <form onSubmit=${submit}>
      <header><h2>${title}</h2>
        <button type="button" class="icon-button" aria-label=${texts.close} onClick=${closeDialog}>${icons.close()}</button>
      </header>
      ${children}
      <footer>
        <button type="button" class="plain" onClick=${closeDialog}>${texts.cancel}</button>
        <button type="submit" class="primary" disabled=${!canConfirm}>${confirm}</button>
      </footer>
    </form>
  </dialog>`
}
