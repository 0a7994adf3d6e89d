/** `npm run invite`: makes an invitation code for a role and its provinces, beside a running program. */
import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { SetupError } from '../errors.ts'
import { createLineApi } from '../line/index.ts'
import { createLog } from '../log.ts'
import { invitationLink, makeInvitation } from '../people/index.ts'
import { runCommand } from './context.ts'

const USAGE = 'usage: npm run invite -- --role officer|backup|supervisor|admin [--province NAME]... [--json]'

const TIMEOUT_MS = 5_000

await runCommand(async ({ config, store, clock, print }) => {
  const { role, provinces, json } = readArguments()
  const invitation = await makeInvitation(store, { role, provinces, now: clock.now() })
  const basicId = await askBasicId(config)
  const link = basicId && invitationLink(basicId, invitation.code)
  if (json) return print(JSON.stringify({ ...invitation, ...(link ? { link } : {}) }))
  const where = invitation.provinces.length > 0 ? ` of ${invitation.provinces.join(', ')}` : ''
  print(`${invitation.code}\nfor one ${invitation.role}${where}, until ${invitation.expiresAt.toISOString()}`)
  print(`to be typed in the chat: ลงทะเบียน ${invitation.code}`)
  if (link) print(`or by this link, also as a QR code: ${link}`)
})

/** The account's id in LINE; without it, or without LINE, the code is all there is. */
async function askBasicId({ line }: Config): Promise<string | undefined> {
  if (!line) return undefined
  const api = createLineApi({ ...line, log: createLog('silent'), timeoutMs: TIMEOUT_MS })
  const info = await api.botInfo()
  await api.close()
  return info.kind === 'accepted' ? info.value.basicId : undefined
}

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
