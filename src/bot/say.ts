/** Turns what the dialog engine wants said into replies: questions as numbered text with buttons, the review as a card. */
import type { Ask, Say } from '../dialogs/index.ts'
import { texts } from './texts.ts'
import type { Button, Reply } from './types.ts'

/** Step names of a dialog's own buttons that are no steps. */
export const CONFIRM_STEP = '@confirm'
export const EDIT_STEP = '@edit'
export const PICKED_DAY = '@day'

/** A quick reply holds no more; every choice can be typed by its number. */
const MOST_BUTTONS = 13

type AskSay = Extract<Say, { kind: 'ask' }>
type ReviewSay = Extract<Say, { kind: 'review' }>

/** @param nonce of the running dialog: every button carries it, so that an old one is known */
export function repliesFor(says: readonly Say[], nonce: string): Reply[] {
  return joinTexts(says.map((say) => replyFor(say, nonce)))
}

function replyFor(say: Say, nonce: string): Reply {
  if (say.kind === 'note') return { kind: 'text', text: say.text }
  if (say.kind === 'ask') return { kind: 'text', text: say.text, buttons: questionButtons(say, nonce) }
  return reviewReply(say, nonce)
}

function questionButtons(say: AskSay, nonce: string): Button[] {
  const steering = steeringButtons(say)
  return [...answerButtons(say.stepId, say.ask, nonce).slice(0, MOST_BUTTONS - steering.length), ...steering]
}

function answerButtons(stepId: string, ask: Ask, nonce: string): Button[] {
  const { pick, camera, album } = {
    pick: texts.buttons.pickDay,
    camera: texts.buttons.camera,
    album: texts.buttons.album,
  }
  const choices = (ask.choices ?? []).map(
    (choice): Button => ({
      label: choice.label,
      data: buttonData(nonce, stepId, choice.value),
      shows: choice.text ?? choice.label,
    }),
  )
  const picker: Button[] = ask.pickDay
    ? [{ label: pick, data: buttonData(nonce, stepId, PICKED_DAY), pickDay: ask.pickDay }]
    : []
  const cameras: Button[] = ask.takesFiles
    ? [
        { label: album, opens: 'cameraRoll' },
        { label: camera, opens: 'camera' },
      ]
    : []
  return [...choices, ...picker, ...cameras]
}

function steeringButtons(say: AskSay): Button[] {
  const { skip, back, park, cancel } = texts.buttons
  const words = [...(say.canSkip ? [skip] : []), ...(say.canGoBack ? [back] : []), park, cancel]
  return words.map((word) => ({ label: word, say: word }))
}

function reviewReply(say: ReviewSay, nonce: string): Reply {
  const items = say.items.map((item) => ({
    number: item.number,
    label: item.label,
    shown: item.shown,
    editData: buttonData(nonce, EDIT_STEP, item.stepId),
  }))
  const warning = say.warning ? [say.warning] : []
  const note = say.note ? [say.note] : []
  const example = Math.min(3, items.length)
  const how = texts.review.how(example)
  const lines = items.map((item) => `${item.number}. ${item.label}: ${item.shown}`)
  return {
    kind: 'card',
    card: 'review',
    data: {
      title: say.title,
      intro: texts.review.intro,
      warning: say.warning ?? '',
      note: say.note ?? '',
      items,
      how,
      confirmData: buttonData(nonce, CONFIRM_STEP, 'yes'),
    },
    altText: [...warning, texts.review.altText(say.title, lines, example)].join('\n'),
    fallback: [...warning, `${texts.review.intro}${say.title}`, ...note, ...lines, how].join('\n'),
    buttons: [texts.buttons.confirm, texts.buttons.back, texts.buttons.park, texts.buttons.cancel].map((word) => ({
      label: word,
      say: word,
    })),
  }
}

function buttonData(nonce: string, stepId: string, value: string): string {
  return new URLSearchParams({ a: 'd', n: nonce, s: stepId, v: value }).toString()
}

/** @param json replies, or the messages made of them. @returns the nonce of the first of a dialog's buttons in it */
export function nonceIn(json: string): string | undefined {
  return /a=d&n=([\w-]+)&/.exec(json)?.[1]
}

/** The same with another nonce in a dialog's buttons. */
export function withNonce(json: string, nonce: string, other: string): string {
  return nonce === other ? json : json.replaceAll(`a=d&n=${nonce}&`, `a=d&n=${other}&`)
}

/** A remark and the question after it are one message: fewer bubbles, and the buttons stay below the question. */
export function joinTexts(replies: readonly Reply[]): Reply[] {
  const joined: Reply[] = []
  for (const reply of replies) {
    const last = joined.at(-1)
    if (last?.kind === 'text' && reply.kind === 'text') {
      joined[joined.length - 1] = {
        kind: 'text',
        text: `${last.text}\n\n${reply.text}`,
        buttons: reply.buttons ?? last.buttons,
      }
    } else joined.push(reply)
  }
  return joined
}
