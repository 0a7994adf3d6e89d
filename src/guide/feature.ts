/** The guide's words and buttons: the menu, help, the steps, and going on from an answer. */
import type { Command, Feature, Outcome, Reply, Turn } from '../bot/types.ts'
import { menuReplies } from '../people/index.ts'
import { type Library, quickReplies } from './show-entry.ts'
import { STEPS_OVERVIEW, showSteps } from './steps.ts'
import { helpSays, stepsSay } from './texts.ts'

interface GuideParts {
  /** What is known now. */
  library(turn: Turn): Promise<Library>
  /** Answers what the data of a button stands for: an entry (`id`, `full`) or a question (`q`). */
  open(turn: Turn, data: string): Promise<Outcome>
}

const command = (name: string, pattern: RegExp, run: (turn: Turn) => Promise<Outcome> | Outcome): Command<true> => ({
  name,
  match: (text) => (pattern.test(text) ? true : undefined),
  run: async (turn) => run(turn),
})

const says = (reply: Reply): Outcome => ({ replies: [reply] })

/** All steps, which are what is talked about from here on. */
export function showOverview({ now }: Turn, library: Library): Outcome {
  const remember = { question: stepsSay.asked, entryId: STEPS_OVERVIEW, at: now.toISOString() }
  return { ...says(showSteps(library)), remember }
}

/** Whoever missed it asks again rather than have it pushed late. */
const shows = (reply: Reply): Outcome => ({ ...says(reply), worth: 'courtesy' })

export function guideFeature({ library, open }: GuideParts): Feature {
  return {
    commands: [
      command('เมนู', /^(เมนู|menu)$/, (turn) => ({ replies: menuReplies(turn), worth: 'courtesy' })),
      command('ช่วยเหลือ', /^(ช่วยเหลือ|วิธีใช้|help)$/, (turn) => shows(help(turn))),
      command('ขั้นตอน', /^(ขั้นตอน|steps)$/, async (turn) => showOverview(turn, await library(turn))),
    ],
    postbacks: [
      { action: 'answer', run: (turn, params) => open(turn, params.toString()) },
      { action: 'ask', run: (turn, params) => open(turn, params.toString()) },
      {
        action: 'steps',
        run: async (turn, params) => says(showSteps(await library(turn), Number(params.get('from') ?? 1))),
      },
    ],
  }
}

function help({ actor }: Turn): Reply {
  const role = actor?.role ?? 'guest'
  const lines = [...helpSays.everyone, ...helpSays[role], ...(role === 'officer' ? [helpSays.inDialog] : [])]
  const { title, body, contact } = helpSays
  return {
    kind: 'card',
    card: 'notice',
    data: { tone: 'info', title, body, lines, note: contact },
    altText: [title, ...lines].join('\n'),
    fallback: [title, body, ...lines.map((line) => `• ${line}`), contact].join('\n'),
    buttons: quickReplies,
  }
}
