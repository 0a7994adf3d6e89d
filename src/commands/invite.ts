/** `npm run invite`: makes an invitation code for a role and its provinces, beside a running program. */
import { parseArgs } from 'node:util'
import { SetupError } from '../errors.ts'
import { makeInvitation } from '../people/index.ts'
import { runCommand } from './context.ts'

const USAGE = 'usage: npm run invite -- --role officer|supervisor|admin [--province NAME]... [--json]'

await runCommand(async ({ store, clock, print }) => {
  const { role, provinces, json } = readArguments()
  const invitation = await makeInvitation(store, { role, provinces, now: clock.now() })
  if (json) return print(JSON.stringify(invitation))
  const where = invitation.provinces.length > 0 ? ` of ${invitation.provinces.join(', ')}` : ''
  print(`${invitation.code}\nfor one ${invitation.role}${where}, until ${invitation.expiresAt.toISOString()}`)
  print(`to be typed in the chat: ลงทะเบียน ${invitation.code}`)
})

function readArguments(): { role: string; provinces: string[]; json: boolean } {
  try {
    const { values } = parseArgs({
      options: { role: { type: 'string' }, province: { type: 'string', multiple: true }, json: { type: 'boolean' } },
    })
    if (values.role) return { role: values.role, provinces: values.province ?? [], json: values.json ?? false }
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new SetupError([USAGE])
}
