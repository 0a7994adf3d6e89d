/**
 * The guide: answers a question from the entries, the pair register and the calendar; remembers what was asked, so that
 * the next question may be short; and puts what it cannot answer on the admins' list.
 */
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Feature, Memory, Outcome, Turn } from '../bot/types.ts'
import { asCommon } from '../common-replies.ts'
import type { Log } from '../log.ts'
import { allPairs } from '../pairs/index.ts'
import { type Aside, createAside } from './aside.ts'
import type { Decision } from './decision.ts'
import { deskFeature } from './desk/feature.ts'
import { createLiveKnowledge } from './desk/live-knowledge.ts'
import { type TellParts, tellAskers } from './desk/tell-askers.ts'
import { type Entry, eachEntry, loadSources } from './entry.ts'
import { guideFeature, showOverview } from './feature.ts'
import { asksWhy, isFresh, wantsMore } from './follow-up.ts'
import { decideInContext } from './in-context.ts'
import { createKnownDecisions } from './known-decisions.ts'
import { noteOpenQuestion } from './open-questions.ts'
import { readinessFeature } from './readiness/feature.ts'
import { isSaidToAll, type Said, sayDecision } from './say-decision.ts'
import { readForSearch, type Search } from './search.ts'
import { type Library, openEntry, showEntry } from './show-entry.ts'
import { isStride, showStep, stepTyped } from './steps.ts'
import { answerSays as says } from './texts.ts'

export interface Guide extends Aside {
  /** Answers what a person typed outside of a dialog. */
  answer(turn: Turn, text: string): Promise<Outcome>
  /** Stores the messages for those whose question has an answer that begins to hold; done again and again. */
  tellAskers(parts: TellParts): Promise<void>
  readonly feature: Feature
  /** What comes with the program, before any admin has written. */
  readonly entryIds: readonly string[]
  /** What a question was compared with, best first: for the evaluation. */
  readonly search: Search
}

export const KNOWLEDGE_FOLDER = join(import.meta.dirname, 'knowledge')

/**
 * Reads the entries and builds the index; a file that cannot be right stops the start with a SetupError. It takes some tenths of a
 * second, in which webhooks are taken.
 */
export async function openGuide({ log, folder = KNOWLEDGE_FOLDER }: { log: Log; folder?: string }): Promise<Guide> {
  const loaded: Entry[] = []
  for (const entry of eachEntry(folder)) {
    readForSearch(entry)
    loaded.push(entry)
    await nextTurn()
  }
  const live = createLiveKnowledge(loaded, loadSources(folder), log)
  const knownNow = ({ read, now }: Pick<Turn, 'read' | 'now'>) => live.current(read, now)
  log.info({ entries: loaded.length }, 'the guide knows so many entries')

  const decide = createKnownDecisions()
  const saidBefore = new WeakMap<Decision, Said>()

  /** A menu is for whoever asks; all else that is said of a decision is said again when it is made again. */
  const say = (decision: Decision, library: Library, turn: Turn): Said => {
    const before = saidBefore.get(decision)
    if (before) return before
    const said = sayDecision(decision, library, turn)
    if (decision.kind === 'greeting') return said
    if (isSaidToAll(decision)) asCommon(said.replies)
    saidBefore.set(decision, said)
    return said
  }

  const ask = async (turn: Turn, text: string, memory: Memory = {}): Promise<Outcome> => {
    const { library, knowledge } = await knownNow(turn)
    const ground = { knowledge, pairs: await allPairs(turn.read), now: turn.now, decide }
    const { question, decision } = decideInContext(text, memory, ground)
    const isAgain = question !== text && decision.kind === 'entry' && decision.entry.id === memory.entryId
    const { replies, entryId, choices } = isAgain
      ? sayDecision(decision, library, turn, isAgain)
      : say(decision, library, turn)
    if (decision.kind === 'greeting' || decision.kind === 'thanks' || decision.kind === 'wordless') return { replies }
    // What was only offered changes nothing in what is talked about.
    const about = decision.kind === 'choice' && question !== text ? memory.entryId : entryId
    const remember = { question, entryId: about, choices, at: turn.now.toISOString() }
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
    const question = params.get('q')
    if (question !== null) return ask(turn, question)
    return showById(turn, params.get('id') ?? '', params.get('full') === '1')
  }

  return {
    ...createAside(live, decide),
    tellAskers: (parts) => tellAskers(live, parts),
    feature: joined(
      guideFeature({ library: async (turn) => (await knownNow(turn)).library, open }),
      deskFeature(live),
      readinessFeature(live),
    ),
    entryIds: [...live.shipped.library.entries.keys()],
    search: live.shipped.knowledge.search,
    async answer(turn, text) {
      const memory: Memory = isFresh(turn.memory, turn.now) ? turn.memory : {}
      const step = stepTyped(text, memory, (await knownNow(turn)).library)
      if (step !== undefined) return showById(turn, step, true)
      if (isStride(text)) return showOverview(turn, (await knownNow(turn)).library)
      if (memory.entryId !== undefined && (wantsMore(text) || asksWhy(text)))
        return showById(turn, memory.entryId, true)
      return ask(turn, text, memory)
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
