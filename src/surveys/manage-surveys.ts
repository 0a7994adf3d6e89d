/** 'เปิดแบบประเมิน ชื่องาน' and 'ปิดแบบประเมิน รหัส': for admins, each with its audit entry. */
import { randomBytes, randomInt } from 'node:crypto'
import { v7 as newRecordId } from 'uuid'
import type { Command, Outcome, Turn } from '../bot/types.ts'
import { audit, refused } from '../people/index.ts'
import type { Stored } from '../store/index.ts'
import { graphemeCount, tidy } from '../thai/index.ts'
import { say } from './say.ts'
import { ITEMS, SCORES, type Survey } from './survey.ts'
import { addSurvey, allSurveys, saveSurvey, surveyByCode } from './survey-store.ts'
import { managing, words } from './texts.ts'

const OPEN = /^เปิด ?แบบ(?:ประเมิน|สอบถาม)(?:ความพึงพอใจ)?\s*([\s\S]*)$/
const CLOSE = /^ปิด ?แบบ(?:ประเมิน|สอบถาม)(?:ความพึงพอใจ)?(?:\s*([a-z0-9]{4}))?$/
const TITLE = { least: 5, most: 150 }
/** None that is misheard for another. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const CODE_LENGTH = 4

export const openCommand: Command<true> = {
  name: words.open,
  isMeantInDialog: (text) => OPEN.test(text),
  match: (text) => (OPEN.test(text) ? true : undefined),
  async run(turn) {
    if (turn.actor?.role !== 'admin') return refused(turn, { action: 'survey.open', say: managing.refused })
    const title = titleTyped(turn)
    const length = graphemeCount(title)
    if (length < TITLE.least || length > TITLE.most) return say(managing.needsTitle)
    return open(turn, turn.actor.personId, title)
  },
}

/** As it was typed: the normalised text has lost its capital letters. */
function titleTyped({ event }: Turn): string {
  return event.kind === 'text' ? tidy(OPEN.exec(tidy(event.text))?.[1] ?? '') : ''
}

async function open(turn: Turn, openedBy: string, title: string): Promise<Outcome> {
  const survey: Survey = {
    id: newRecordId({ msecs: turn.now.getTime() }),
    code: Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
    title,
    status: 'open',
    openedAt: turn.now,
    openedBy,
    salt: randomBytes(16).toString('hex'),
    answered: 0,
    tallies: ITEMS.map((item) => ({ item, counts: SCORES.map(() => 0) })),
    comments: [],
  }
  const entry = audit({ at: turn.now, actor: openedBy, action: 'survey.opened', target: survey.id })
  return { ...say(managing.opened(title, survey.code)), changes: [addSurvey(survey), entry] }
}

export const closeCommand: Command<{ code?: string }> = {
  name: words.close,
  match(text) {
    const found = CLOSE.exec(text)
    return found ? { ...(found[1] ? { code: found[1] } : {}) } : undefined
  },
  async run(turn, { code }) {
    if (turn.actor?.role !== 'admin') return refused(turn, { action: 'survey.close', say: managing.refused })
    const found = await surveyMeant(turn, code, words.close)
    return 'outcome' in found ? found.outcome : close(turn, turn.actor.personId, found.survey)
  },
}

function close({ now }: Turn, actor: string, survey: Stored<Survey>): Outcome {
  if (survey.status === 'closed') return say(managing.alreadyClosed(survey.title))
  const entry = audit({ at: now, actor, action: 'survey.closed', target: survey.id })
  return {
    ...say(managing.closed(survey.title, survey.answered), `${words.results} ${survey.code}`),
    changes: [saveSurvey({ ...survey, status: 'closed', closedAt: now }), entry],
  }
}

/** The survey of the code, or the only one there is; else what to type. @param doing the command's words */
export async function surveyMeant(
  turn: Turn,
  code: string | undefined,
  doing: string,
): Promise<{ readonly survey: Stored<Survey> } | { readonly outcome: Outcome }> {
  if (code !== undefined) {
    const survey = await surveyByCode(turn.read, code)
    return survey ? { survey } : { outcome: say(managing.unknown(doing)) }
  }
  const all = await allSurveys(turn.read)
  const [only, ...others] = all
  if (!only) return { outcome: say(managing.none) }
  if (others.length === 0) return { survey: only }
  const lines = all.map((survey) => managing.line(doing, survey.title, survey.code))
  return { outcome: say(managing.which(doing, lines), ...all.slice(0, 5).map((survey) => `${doing} ${survey.code}`)) }
}
