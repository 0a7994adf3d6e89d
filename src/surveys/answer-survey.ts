/** 'แบบประเมิน [รหัส]': begins the survey for whoever has its code, and counts the answers once. */
import type { Command, DialogBinding, Outcome, Turn } from '../bot/types.ts'
import type { Json } from '../dialogs/index.ts'
import type { Stored } from '../store/index.ts'
import { say } from './say.ts'
import { ITEMS, SCORES, type Survey } from './survey.ts'
import { SURVEY, surveyDialog } from './survey-dialog.ts'
import { hasAnswered, markAnswered, openSurveys, saveSurvey, surveyByCode, surveyById } from './survey-store.ts'
import { answering, title, words } from './texts.ts'

const ANSWER = /^(?:ทำ|ตอบ|ขอทำ|ขอตอบ)?แบบ(?:ประเมิน|สอบถาม)(?:ความพึงพอใจ)?(?:\s*(?:รหัส)?\s*([a-z0-9]{4}))?$/

export const answerCommand: Command<{ code?: string }> = {
  name: words.answer,
  match(text) {
    const found = ANSWER.exec(text)
    return found ? { ...(found[1] ? { code: found[1] } : {}) } : undefined
  },
  async run(turn, { code }) {
    if (code === undefined) return beginOnlyOne(turn)
    const survey = await surveyByCode(turn.read, code)
    return survey ? begin(turn, survey) : say(answering.unknownCode)
  },
}

/** Who is registered need not know the code of the only survey; a guest shows by it that they took part. */
async function beginOnlyOne(turn: Turn): Promise<Outcome> {
  if (!turn.actor) return say(answering.needsCode)
  const [only, ...others] = await openSurveys(turn.read)
  if (!only) return say(answering.noneOpen)
  if (others.length === 0) return begin(turn, only)
  const all = [only, ...others]
  const lines = all.map((survey) => answering.line(survey.title, survey.code))
  return say(answering.which(lines), ...all.map(({ code }) => answering.say(code)))
}

async function begin(turn: Turn, survey: Survey): Promise<Outcome> {
  const problem = await whyNot(turn, survey)
  if (problem !== undefined) return say(problem)
  return {
    replies: [{ kind: 'text', text: answering.intro(survey.title) }],
    begin: { dialogId: SURVEY, given: { survey: survey.id } },
  }
}

async function whyNot({ read, userId }: Turn, survey: Survey): Promise<string | undefined> {
  if (await hasAnswered(read, survey, userId)) return answering.already(survey.title)
  return survey.status === 'closed' ? answering.closed(survey.title) : undefined
}

export const surveyBinding: DialogBinding = {
  dialogId: SURVEY,
  title,
  define: async () => ({ ok: true, dialog: surveyDialog }),
  async finish(turn, answers) {
    const survey = await surveyById(turn.read, String(answers.survey))
    if (!survey) return say(answering.unknownCode)
    const problem = await whyNot(turn, survey)
    if (problem !== undefined) return say(problem)
    // no audit entry: it would say who answered, and when
    return {
      ...say(answering.thanks(survey.title)),
      changes: [saveSurvey(counted(survey, answers)), markAnswered(survey, turn.userId)],
    }
  },
}

/** The survey with these answers in its counts, and nothing of who gave them. */
function counted(survey: Stored<Survey>, answers: Readonly<Record<string, Json>>): Stored<Survey> {
  const tallies = ITEMS.map((item) => {
    const before = survey.tallies.find((tally) => tally.item === item)?.counts ?? SCORES.map(() => 0)
    return { item, counts: before.map((count, at) => (Number(answers[item]) === SCORES[at] ? count + 1 : count)) }
  })
  const fresh = typeof answers.comment === 'string' ? [answers.comment] : []
  return { ...survey, answered: survey.answered + 1, tallies, comments: [...survey.comments, ...fresh].sort() }
}
