/** Where a person writes: Enter sends, Shift+Enter starts a line, photos can be picked or pasted. */
import { filePickerId, send, sendFiles } from './actions.ts'
import { api } from './api.ts'
import { icons } from './icons.ts'
import { texts } from './texts.ts'
import { html, memo, useState } from './vendor.ts'

export const Composer = memo<{ phoneId: string }>(({ phoneId }) => {
  const [draft, setDraft] = useState('')
  const submit = async () => {
    const text = draft.trim()
    if (!text) return
    setDraft('')
    const worked = await send(phoneId, () => api.sendText(phoneId, text))
    if (!worked) setDraft((newer: string) => newer || text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    void submit()
  }
  const onPaste = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    sendFiles(phoneId, files)
  }
  const onSubmit = (event: Event) => {
    event.preventDefault()
    void submit()
  }

  return html`<form class="composer" onSubmit=${onSubmit}>
    <${FilePicker} phoneId=${phoneId} />
    <button type="button" class="icon-button" aria-label=${texts.sticker} title=${texts.sticker}
      onClick=${() => send(phoneId, () => api.sendSticker(phoneId))}>${icons.smile()}</button>
    <textarea rows="1" aria-label=${texts.inputLabel} placeholder=${texts.inputPlaceholder} enterkeyhint="send" value=${draft}
      onInput=${(event: Event) => setDraft((event.target as HTMLTextAreaElement).value)}
      onKeyDown=${onKeyDown} onPaste=${onPaste}></textarea>
    <button type="submit" class="icon-button send" aria-label=${texts.send} title=${texts.send}
      disabled=${!draft.trim()}>${icons.send()}</button>
  </form>`
})

const FilePicker = memo<{ phoneId: string }>(({ phoneId }) => {
  const id = filePickerId(phoneId)
  const onChange = ({ target }: Event) => {
    const picker = target as HTMLInputElement
    sendFiles(phoneId, [...(picker.files ?? [])])
    picker.value = ''
  }
  return html`<input type="file" id=${id} class="file-picker" multiple tabindex="-1" aria-label=${texts.attach}
      accept="image/*,.pdf,.doc,.docx,.xls,.xlsx,.csv,.txt,.zip" onChange=${onChange} />
    <button type="button" class="icon-button" aria-label=${texts.attach} title=${texts.attach}
      onClick=${() => document.getElementById(id)?.click()}>${icons.photo()}</button>`
})
