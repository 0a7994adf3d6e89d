/** The registration dialog: consent, name, position. What the invitation grants stands beside the answers. */
import { z } from 'zod'
import type { Actor } from '../bot/types.ts'
import type { Dialog, Json, Step, StepContext } from '../dialogs/index.ts'
import { ROLES } from './person.ts'
import { consentStep, nameStep, positionStep } from './person-steps.ts'
import { postOf, roleWithProvinces, texts } from './texts.ts'

export const REGISTER = 'register'

export type RegisterGiven = Readonly<Record<string, Json>>

const Granted = z.object({
  id: z.string(),
  role: z.enum(ROLES),
  backup: z.boolean().optional(),
  provinces: z.array(z.string()),
})
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
    steps: [granted, consentStep, nameStep, positionStep],
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

function grantedOf({ answers }: StepContext): Granted | undefined {
  const answer = answers.invitation
  return answer && 'value' in answer ? readGranted(answer.value) : undefined
}

function noteOn(granted: Granted | undefined, actor: Actor | undefined): string | undefined {
  if (!granted) return undefined
  const after = postOf(granted)
  return actor
    ? texts.dialog.willChange(roleWithProvinces(actor.role, actor.provinces), after)
    : texts.dialog.willBe(after)
}
