/** The registration dialog: consent, name, position. What the invitation grants stands beside the answers. */
import { z } from 'zod'
import type { Actor } from '../bot/types.ts'
import type { Dialog, Given, Json, Parsed, Step, StepContext } from '../dialogs/index.ts'
import { graphemeCount, tidy } from '../thai/index.ts'
import { ROLES } from './person.ts'
import { roleWithProvinces, texts } from './texts.ts'

export const REGISTER = 'register'

export type RegisterGiven = Readonly<Record<string, Json>>

const Granted = z.object({ id: z.string(), role: z.enum(ROLES), provinces: z.array(z.string()) })
export type Granted = z.infer<typeof Granted>

/** What the command put beside the answers: which invitation this registration uses. */
export function readGranted(value: Json | undefined): Granted | undefined {
  return Granted.safeParse(value).data
}

/** @param actor who is registered already and has a new code */
export function registerDialog(actor: Actor | undefined): Dialog {
  return {
    id: REGISTER,
    version: 1,
    title: texts.dialog.title,
    steps: [granted, consent, line('name', texts.dialog.name, 80), line('position', texts.dialog.position, 120)],
    reviewNote: (context) => noteOn(grantedOf(context), actor),
  }
}

/** Never asked and never shown: it comes with the code. */
const granted: Step = {
  id: 'invitation',
  label: texts.dialog.title,
  ask: () => ({ text: texts.howToRegister }),
  parse: () => ({ ok: false, say: texts.howToRegister }),
  show: () => '',
  carried: true,
}

const consent: Step = {
  id: 'consent',
  label: texts.dialog.consent.label,
  ask: () => ({
    text: texts.dialog.consent.ask,
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

function grantedOf({ answers }: StepContext): Granted | undefined {
  const answer = answers.invitation
  return answer && 'value' in answer ? readGranted(answer.value) : undefined
}

function noteOn(granted: Granted | undefined, actor: Actor | undefined): string | undefined {
  if (!granted) return undefined
  const after = roleWithProvinces(granted.role, granted.provinces)
  return actor
    ? texts.dialog.willChange(roleWithProvinces(actor.role, actor.provinces), after)
    : texts.dialog.willBe(after)
}
