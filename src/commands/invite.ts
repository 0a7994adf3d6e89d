/** `npm run invite`: makes an invitation code for a role and its provinces, beside a running program. */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { SetupError } from '../errors.ts'
import { createLineApi } from '../line/index.ts'
import { createLog } from '../log.ts'
import { drawQr, invitationLink, makeInvitation } from '../people/index.ts'
import { runCommand } from './context.ts'

const USAGE =
  'usage: npm run invite -- --role officer|backup|supervisor|admin [--province NAME]... [--json] [--qr FILE.png]'

const NO_ACCOUNT =
  "--qr needs the account's id, which LINE tells: set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN; no invitation was made"

const TIMEOUT_MS = 5_000

await runCommand(async ({ config, store, clock, print }) => {
  const { role, provinces, json, qr } = readArguments()
  const basicId = await askBasicId(config)
  if (qr && !basicId) throw new SetupError([NO_ACCOUNT])
  const invitation = await makeInvitation(store, { role, provinces, now: clock.now() })
  const link = basicId && invitationLink(basicId, invitation.code)
  if (qr && link) await writeFile(qr, drawQr(link))
  if (json) return print(JSON.stringify({ ...invitation, ...(link ? { link } : {}) }))
  const where = invitation.provinces.length > 0 ? ` of ${invitation.provinces.join(', ')}` : ''
  print(`${invitation.code}\nfor one ${invitation.role}${where}, until ${invitation.expiresAt.toISOString()}`)
  print(`to be typed in the chat: ลงทะเบียน ${invitation.code}`)
  if (link) print(`or by this link: ${link}`)
  if (qr) print(`the link as a QR code, to be printed: ${qr}`)
})

/** The account's id in LINE; without it, or without LINE, the code is all there is. */
async function askBasicId({ line }: Config): Promise<string | undefined> {
  if (!line) return undefined
  const api = createLineApi({ ...line, log: createLog('silent'), timeoutMs: TIMEOUT_MS })
  const info = await api.botInfo()
  await api.close()
  return info.kind === 'accepted' ? info.value.basicId : undefined
}

interface Arguments {
  role: string
  provinces: string[]
  json: boolean
  /** Where to write the picture. */
  qr?: string
}

function readArguments(): Arguments {
  try {
    const { values } = parseArgs({
      options: {
        role: { type: 'string' },
        province: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
        qr: { type: 'string' },
      },
    })
    const { role, province: provinces = [], json, qr } = values
    if (role) return { role, provinces, json, ...(qr ? { qr } : {}) }
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new SetupError([USAGE])
}
