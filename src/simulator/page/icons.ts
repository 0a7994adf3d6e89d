/** The page's icons, drawn here so that nothing is fetched for them. Decorative: the buttons carry the names. */
import { html, type VNode } from './vendor.ts'

function stroke(path: string): () => VNode {
  return () => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${path} /></svg>`
}

export const icons = {
  add: stroke('M12 5v14M5 12h14'),
  back: stroke('M15 5l-7 7 7 7'),
  forward: stroke('M9 5l7 7-7 7'),
  up: stroke('M5 15l7-7 7 7'),
  down: stroke('M5 9l7 7 7-7'),
  close: stroke('M6 6l12 12M18 6L6 18'),
  more: stroke('M12 5.5v.01M12 12v.01M12 18.5v.01'),
  menu: stroke('M4 6h16M4 12h16M4 18h16'),
  send: stroke('M4 12l16-8-6 16-3-7-7-1z'),
  photo: stroke('M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9v.01'),
  file: stroke('M6 3h8l4 4v14H6zM14 3v4h4'),
  smile: stroke('M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18zM8.5 14.5c1.8 2.4 5.2 2.4 7 0M9 9.5v.01M15 9.5v.01'),
  calendar: stroke('M4 6h16v14H4zM4 10h16M8 3v4M16 3v4'),
  code: stroke('M8 7l-5 5 5 5M16 7l5 5-5 5M14 4l-4 16'),
  undo: stroke('M9 7L4 12l5 5M4 12h10a5 5 0 0 1 0 8h-2'),
  logo: () =>
    html`<svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle class="logo-one" cx="12" cy="16" r="8.5" /><circle class="logo-two" cx="20" cy="16" r="8.5" />
    </svg>`,
  bot: () =>
    html`<svg class="bot-face" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle class="logo-one" cx="13" cy="16" r="6.5" /><circle class="logo-two" cx="19" cy="16" r="6.5" />
    </svg>`,
}
