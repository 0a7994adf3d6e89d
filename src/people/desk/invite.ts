/** 'เชิญ เจ้าหน้าที่ เชียงราย': an admin makes an invitation in the chat, as a code and as a link to be forwarded. */
import type { Change, Command, DialogBinding, Feature, Outcome, Reply, ShareFile, Turn } from '../../bot/types.ts'
import type { Dialog, Json } from '../../dialogs/index.ts'
import { showInstant } from '../../thai/index.ts'
import { postNamed, postStep, provincesStep, readProvinces } from '../access/post-steps.ts'
import { refused } from '../audit.ts'
import { invitationLink, newInvitation } from '../invitations.ts'
import { drawQr } from '../qr-picture.ts'
import { postOf } from '../texts.ts'
import { desk } from './texts.ts'

const INVITE = 'invite'
const ATTEMPT = 'invitation.make'

const dialog: Dialog = {
  id: INVITE,
  version: 1,
  title: desk.invite.title,
  steps: [postStep(['officer', 'backup', 'supervisor', 'admin']), provincesStep],
}

export interface InviteDependencies {
  /** The account's id in LINE, such as '@123abcde', where LINE has told it. */
  basicId(): string | undefined
  readonly shareFile: ShareFile
}

export function inviteFeature(parts: InviteDependencies): Feature {
  return { commands: [inviteCommand], dialogs: [inviting(parts)] }
}

interface Typed {
  readonly rest: string
}

const inviteCommand: Command<Typed> = {
  name: desk.invite.word,
  match(text) {
    const typed = /^(?:เชิญ|สร้างรหัสเชิญ|ขอรหัสเชิญ)(?: ?(?:เจ้าหน้าที่|ผู้บังคับบัญชา|ผู้ดูแล|แอดมิน|สำรอง).{0,80})?$/.exec(text)
    return typed ? { rest: text } : undefined
  },
  async run(turn, { rest }) {
    if (turn.actor?.role !== 'admin') return refused(turn, { action: ATTEMPT, say: desk.invite.onlyAdmins })
    return { replies: [], begin: { dialogId: INVITE, given: givenIn(rest) } }
  },
}

/** 'เชิญ เจ้าหน้าที่สำรอง เชียงราย, พะเยา' -> post and provinces, as far as they are said. */
function givenIn(text: string): Record<string, Json> {
  const post = postNamed(text)
  const after = text.replace(
    /^(?:เชิญ|สร้างรหัสเชิญ|ขอรหัสเชิญ) ?(?:เจ้าหน้าที่|ผู้บังคับบัญชา|ผู้ดูแล(?:ระบบ)?)?(?:จังหวัด)?(?:สำรอง)?/,
    '',
  )
  const provinces = after.trim() === '' ? undefined : readProvinces(after)
  return { ...(post ? { post } : {}), ...(post !== 'admin' && provinces?.ok ? { provinces: provinces.value } : {}) }
}

function inviting(parts: InviteDependencies): DialogBinding {
  return {
    dialogId: INVITE,
    title: desk.invite.title,
    async define(turn) {
      if (turn.actor?.role === 'admin') return { ok: true, dialog }
      return { ok: false, refusal: refused(turn, { action: ATTEMPT, say: desk.invite.onlyAdmins }) }
    },
    finish: (turn, answers) => invite(turn, answers, parts),
  }
}

async function invite(
  turn: Turn,
  answers: Readonly<Record<string, Json>>,
  { basicId, shareFile }: InviteDependencies,
): Promise<Outcome> {
  if (turn.actor?.role !== 'admin') return refused(turn, { action: ATTEMPT, say: desk.invite.onlyAdmins })
  const role = String(answers.post)
  const provinces = role === 'admin' ? [] : ((answers.provinces as string[]) ?? [])
  const { made, changes } = await newInvitation({ role, provinces, now: turn.now }, turn.actor.personId)
  const account = basicId()
  const link = account && invitationLink(account, made.code)
  const toForward = desk.invite.toForward(postOf(made), made.code, link, showInstant(made.expiresAt))
  const shared = link ? await sharePicture(turn, { link, until: made.expiresAt }, shareFile) : undefined
  return {
    replies: [shared?.card ?? withoutPicture, { kind: 'text', text: toForward }],
    changes: [...changes, ...(shared?.changes ?? [])],
  }
}

const withoutPicture: Reply = {
  kind: 'card',
  card: 'notice',
  data: { tone: 'success', title: desk.invite.made, body: desk.invite.how },
  altText: desk.invite.how,
}

/** The link as a QR code; undefined where nobody outside can reach this program, so that there are no pictures. */
async function sharePicture(
  turn: Turn,
  { link, until }: { readonly link: string; readonly until: Date },
  shareFile: ShareFile,
): Promise<{ readonly card: Reply; readonly changes: readonly Change[] } | undefined> {
  const file = { name: desk.invite.pictureName, contentType: 'image/png', bytes: drawQr(link), until, isSecret: true }
  const shared = await shareFile(turn, file)
  if (!shared.ok) return undefined
  const { made: title, how: body, open } = desk.invite
  const note = desk.invite.picture(showInstant(shared.expiresAt))
  const data = { title, body, note, picture: shared.url, open: { label: open, opens: shared.url } }
  return { card: { kind: 'card', card: 'invitation', data, altText: `${body}\n${note}` }, changes: shared.changes }
}
