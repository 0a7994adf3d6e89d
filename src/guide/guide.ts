/**
 * The guide: answers a question from the entries, the pair register and the calendar; remembers what was asked, so that
 * the next question may be short; and puts what it cannot answer on the admins' list.
 */
import { join } from 'node:path'
import type { Feature, Memory, Outcome, Reply, Turn } from '../bot/types.ts'
import type { Log } from '../log.ts'
import { allPairs, type Pair } from '../pairs/index.ts'
import type { Reader } from '../store/index.ts'
import { type Decision, decide, isGreeting, type Knowledge } from './decide.ts'
import { deskFeature } from './desk/feature.ts'
import { createLiveKnowledge, type Known } from './desk/live-knowledge.ts'
import { openButton } from './desk/open.ts'
import { loadEntries, loadSources } from './entry.ts'
import { guideFeature } from './feature.ts'
import { choiceTyped, inFull, isFresh, wantsMore } from './follow-up.ts'
import { looksLikeQuestion } from './looks-like-question.ts'
import { noteOpenQuestion } from './open-questions.ts'
import { readinessFeature } from './readiness/feature.ts'
import { sayDecision } from './say-decision.ts'
import type { Search } from './search.ts'
import { openEntry, showEntry, withoutDislike } from './show-entry.ts'
import { showStep, stepTyped } from './steps.ts'
import { answerSays as says } from './texts.ts'

export interface Guide {
  /** Answers what a person typed outside of a dialog. */
  answer(turn: Turn, text: string): Promise<Outcome>
  /** The answer to a question in the middle of a dialog, if the text surely is one; never a choice, never "not found". */
  sideAnswer(text: string, read: Reader, now: Date): Promise<Reply[] | undefined>
  /** The same for a text that was no answer either: the best that was found, if it asks something. */
  sideGuess(text: string, read: Reader, now: Date): Promise<Reply[] | undefined>
  readonly feature: Feature
  /** What comes with the program, before any admin has written. */
  readonly entryIds: readonly string[]
  /** What a question was compared with, best first: for the evaluation. */
  readonly search: Search
}

export const KNOWLEDGE_FOLDER = join(import.meta.dirname, 'knowledge')

/** In the middle of a dialog an answer must be this sure. */
const SURE = 0.55

/** Reads the entries and builds the index; a file that cannot be right stops the start with a SetupError. */
export async function openGuide({ log, folder = KNOWLEDGE_FOLDER }: { log: Log; folder?: string }): Promise<Guide> {
  const loaded = loadEntries(folder)
  const live = createLiveKnowledge(loaded, loadSources(folder), log)
  const knownNow = ({ read, now }: Pick<Turn, 'read' | 'now'>) => live.current(read, now)
  log.info({ entries: loaded.length }, 'the guide knows so many entries')

  const ask = async (turn: Turn, text: string, memory: Memory = {}): Promise<Outcome> => {
    const { library, knowledge } = await knownNow(turn)
    const { question, decision } = decideInContext(text, memory, knowledge, await allPairs(turn.read), turn.now)
    const { replies, entryId, choices } = sayDecision(decision, library, turn)
    const remember = { question, entryId, choices, at: turn.now.toISOString() }
    const changes = decision.kind === 'none' ? [await noteOpenQuestion(turn, question)] : []
    return { replies, changes, remember }
  }

  const showById = async (turn: Turn, id: string, full: boolean): Promise<Outcome> => {
    const { library } = await knownNow(turn)
    const entry = library.entries.get(id)
    if (!entry) return { replies: [{ kind: 'text', text: says.noLongerThere }] }
    const isOfQuestion = turn.memory.entryId === id || turn.memory.choices?.includes(openEntry(id))
    const question = isOfQuestion ? turn.memory.question : entry.title
    const remember = { question, entryId: id, at: turn.now.toISOString() }
    return { replies: [full && entry.step ? showStep(entry, library) : showEntry(entry, library, { full })], remember }
  }

  const open = (turn: Turn, data: string): Promise<Outcome> => {
    const params = new URLSearchParams(data)
    if (params.get('a') === 'desk') return openButton(live, turn, params)
    const question = params.get('q')
    if (question !== null) return ask(turn, question)
    return showById(turn, params.get('id') ?? '', params.get('full') === '1')
  }

  const decideAside = async (text: string, { knowledge }: Known, read: Reader, now: Date) =>
    decide(text, knowledge, await allPairs(read), now)

  return {
    feature: joined(
      guideFeature({ library: async (turn) => (await knownNow(turn)).library, open }),
      deskFeature(live),
      readinessFeature(live),
    ),
    entryIds: [...live.shipped.library.entries.keys()],
    search: live.shipped.knowledge.search,
    async answer(turn, text) {
      const memory: Memory = isFresh(turn.memory, turn.now) ? turn.memory : {}
      const chosen = choiceTyped(text, memory)
      if (chosen !== undefined) return open(turn, chosen)
      const step = stepTyped(text, memory, (await knownNow(turn)).library)
      if (step !== undefined) return showById(turn, step, true)
      if (memory.entryId !== undefined && wantsMore(text)) return showById(turn, memory.entryId, true)
      return ask(turn, text, memory)
    },
    async sideAnswer(text, read, now) {
      if (!looksLikeQuestion(text) && !isGreeting(text)) return undefined
      const known = await live.current(read, now)
      const decision = await decideAside(text, known, read, now)
      if (decision.kind === 'greeting') return [{ kind: 'text', text: says.hello }]
      return isSure(decision) ? sayDecision(decision, known.library, {}).replies.map(withoutDislike) : undefined
    },
    async sideGuess(text, read, now) {
      if (!looksLikeQuestion(text)) return undefined
      const known = await live.current(read, now)
      const decision = await decideAside(text, known, read, now)
      // a number that is typed next answers the dialog, so nothing numbered is offered here
      if (decision.kind === 'none') return undefined
      if (decision.kind !== 'choice') return sayDecision(decision, known.library, {}).replies.map(withoutDislike)
      return decision.entries.slice(0, 2).map((entry) => withoutDislike(showEntry(entry, known.library)))
    },
  }
}

function joined(...features: readonly Feature[]): Feature {
  return {
    commands: features.flatMap(({ commands = [] }) => commands),
    postbacks: features.flatMap(({ postbacks = [] }) => postbacks),
    dialogs: features.flatMap(({ dialogs = [] }) => dialogs),
  }
}

/** A question that only means something after the one before is decided as the two together. */
function decideInContext(text: string, memory: Memory, knowledge: Knowledge, pairs: readonly Pair[], now: Date) {
  const full = inFull(text, memory, pairs)
  const question = full?.ofAnother ?? text
  const decision = decide(question, knowledge, pairs, now)
  const isOpen = decision.kind === 'none' || decision.kind === 'choice'
  if (!full || full.ofAnother !== undefined || !isOpen) return { question, decision }
  const together = decide(full.together, knowledge, pairs, now)
  return together.kind === 'none' ? { question, decision } : { question: full.together, decision: together }
}

function isSure(decision: Decision): boolean {
  if (decision.kind === 'entry') return decision.score >= SURE
  return decision.kind === 'time' || (decision.kind === 'pairs' && decision.answer.choices === undefined)
}
