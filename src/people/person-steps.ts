/** What everybody is asked who is to be registered: consent, name, position. */
import type { Given, Json, Parsed, Step } from '../dialogs/index.ts'
import { graphemeCount, tidy } from '../thai/index.ts'
import type { Person } from './person.ts'
import { PRIVACY_VERSION, texts } from './texts.ts'

export const consentStep: Step = {
  id: 'consent',
  label: texts.dialog.consent.label,
  ask: () => ({
    text: texts.dialog.consent.ask,
    again: texts.dialog.consent.again,
    choices: [
      { value: 'yes', label: texts.dialog.consent.yes },
      { value: 'no', label: texts.dialog.consent.no },
    ],
  }),
  parse: parseConsent,
  show: () => texts.dialog.consent.yes,
}

function parseConsent(given: Given): Parsed {
  const said = given.kind === 'choice' ? given.value : given.kind === 'text' ? tidy(given.text).toLowerCase() : ''
  if (/^(?:yes|ยินยอม.*|ตกลง|ยอมรับ|ok|โอเค)$/.test(said)) return { ok: true, value: 'yes' }
  if (/^(?:no|ไม่.*)$/.test(said)) return { ok: false, say: texts.dialog.consent.declined, ends: true }
  return { ok: false, say: texts.dialog.consent.unclear }
}

/** One line of words, at most so many letters long. */
function line(id: string, words: { label: string; ask: string; wrong: string }, most: number): Step {
  return {
    id,
    label: words.label,
    ask: () => ({ text: words.ask }),
    parse(given) {
      const text = given.kind === 'text' ? tidy(given.text).replace(/\s+/g, ' ') : ''
      const fits = /\p{L}{2}/u.test(text.replace(/\p{M}/gu, '')) && graphemeCount(text) <= most
      return fits ? { ok: true, value: text } : { ok: false, say: words.wrong }
    },
    show: String,
  }
}

/** What a registered person is not asked again; consent only where the notice was reworded since. */
export function answersOf({ name, position, consentVersion }: Person): Readonly<Record<string, Json>> {
  return { name, position, ...(consentVersion === PRIVACY_VERSION ? { consent: 'yes' } : {}) }
}

export const nameStep = line('name', texts.dialog.name, 80)
export const positionStep = line('position', texts.dialog.position, 120)
