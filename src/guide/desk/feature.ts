/** What the desk brings to the chat: the admins' words, everybody's "that was not my question", buttons and two dialogs. */
import type { Command, DialogBinding, Feature } from '../../bot/types.ts'
import { answerDialog, WRITE_ANSWER } from './answer-dialog.ts'
import { dislike } from './dislike.ts'
import type { LiveKnowledge } from './live-knowledge.ts'
import { DOINGS, type Doing, openButton, openList, openNamed } from './open.ts'
import { previewAnswer, publishAnswer } from './publish.ts'
import { checkAdmin } from './rights.ts'
import { answerAsks, findSays, words } from './texts.ts'
import { withdrawal } from './withdraw.ts'

export function deskFeature(live: LiveKnowledge): Required<Pick<Feature, 'commands' | 'postbacks' | 'dialogs'>> {
  return {
    commands: [listCommand(live), dislikeCommand, ...DOINGS.map((doing) => entryCommand(live, doing))] as Command[],
    postbacks: [{ action: 'desk', run: (turn, params) => openButton(live, turn, params) }],
    dialogs: [writing(live), withdrawal(live)],
  }
}

const listCommand = (live: LiveKnowledge): Command<{ number?: number }> => ({
  name: words.list,
  match(text) {
    const match = /^คำถามค้าง(?:ตอบ)? ?(\d{1,2})?$/.exec(text)
    return match ? (match[1] ? { number: Number(match[1]) } : {}) : undefined
  },
  run: (turn, { number }) => openList(live, turn, number),
})

const dislikeCommand: Command<true> = {
  name: words.disliked,
  match: (text) => /^(?:ตอบ|คำตอบ)?ไม่ตรง(?:กับ)?คำถาม$/.test(text) || undefined,
  // In a dialog it may be an answer, such as an obstacle.
  isMeantInDialog: () => false,
  run: dislike,
}

const entryCommand = (live: LiveKnowledge, doing: Doing): Command<{ named: string }> => ({
  name: words[doing],
  // In a dialog only with a code: 'แก้คำตอบ' alone is what an officer says of an answer just given.
  isMeantInDialog: (text) => new RegExp(`^${words[doing]} [a-z0-9-]+$`).test(text),
  match(text) {
    const match = new RegExp(`^${words[doing]}(?: (.+))?$`, 's').exec(text)
    return match ? { named: match[1] ?? '' } : undefined
  },
  run: (turn, { named }) => openNamed(live, turn, doing, named),
})

const writing = (live: LiveKnowledge): DialogBinding => ({
  dialogId: WRITE_ANSWER,
  title: answerAsks.title,
  async define(turn) {
    const check = checkAdmin(turn, 'knowledge.publish', findSays.adminsOnly)
    return check.ok ? { ok: true, dialog: answerDialog } : check
  },
  preview: (turn, answers) => previewAnswer(live, turn, answers),
  finish: (turn, answers) => publishAnswer(live, turn, answers),
})
