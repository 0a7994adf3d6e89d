/** Decides what a question means after the one before: "ปีไหน" after a pair, "แล้วรองผู้ว่าล่ะ" after who signs. */
import type { Memory } from '../bot/types.ts'
import { aboutSigner, sayOfAnother } from '../pairs/index.ts'
import { ofAnotherDay } from './another-day.ts'
import { asMeant } from './decide-as-read.ts'
import { type Decision, fromHits, notFound, THRESHOLD } from './decision.ts'
import type { Entry } from './entry.ts'
import { type FollowUp, followUpIn } from './follow-up.ts'
import { mentionsLocalBody, sayOfAnotherBody } from './local-bodies.ts'
import { placeTyped } from './readings.ts'
import type { Hit } from './search.ts'
import { stepPartAsked } from './step-parts.ts'
import { type Surroundings, type TalkedAbout, talkedAbout } from './talked-about.ts'

interface Understood {
  /** What was asked, with what was left unsaid. */
  readonly question: string
  readonly decision: Decision
}

/** What is tied to the question before, but is this like an entry, means something by itself. */
const ALONE = 0.6
/** How much likelier an entry is meant that is of what was talked about, and one that is of something else. */
const LIKELIER = { itself: 1.5, related: 1.15, sameTopic: 1.15, sameField: 1.05, other: 0.75 }
/** Topics that are talked of together. */
const FIELDS: readonly (readonly Entry['topic'][])[] = [
  ['definition', 'legal_basis', 'steps', 'criteria', 'documents', 'signing'],
  ['kpi', 'report_dialog', 'reporting', 'reminder', 'activities', 'fiscal_year'],
  ['plan', 'obstacles', 'document_lookup'],
  ['counts', 'pair_lookup'],
]
const ASKS_SIGNER = /ใคร.*(เซ็น|ลงนาม)|(ผู้ว่า|เทศบาล|รอง).*(เซ็น|ลงนาม)/

export function decideInContext(text: string, memory: Memory, ground: Surroundings): Understood {
  const understood = (question: string): Understood => ({
    question,
    decision: ground.decide(question, ground.knowledge, ground.pairs, ground.now),
  })
  const followUp = followUpIn(text)
  if (!followUp) return understood(text)
  const before = talkedAbout(memory, ground)
  if (!before) return followUp.isOpen ? askedBack(text, ground) : understood(text)
  const ofAnother = sayOfAnotherThing(followUp.topic, before, ground)
  if (ofAnother !== undefined) return understood(ofAnother)
  return afterThat(text, followUp, before, ground, understood)
}

/** The question before, asked of another body, day or place. */
function sayOfAnotherThing(typed: string, before: TalkedAbout, { pairs }: Surroundings): string | undefined {
  if (before.kind === 'time') return ofAnotherDay(typed, before.question)
  const topic = placeTyped(typed, pairs)
  return sayOfAnotherBody(topic, before.question) ?? sayOfAnother(topic, before.question, pairs)
}

function afterThat(
  text: string,
  { topic, isBare }: FollowUp,
  before: TalkedAbout,
  ground: Surroundings,
  understood: (question: string) => Understood,
): Understood {
  const alone = understood(text)
  switch (before.kind) {
    case 'local':
      return mentionsLocalBody(topic) || /จังหวัด/.test(topic) ? alone : understood(`${before.body} ${topic}`)
    case 'pairs': {
      const [pair, ...others] = before.pairs
      if (pair && others.length === 0 && ASKS_SIGNER.test(topic))
        return { question: before.question, decision: { kind: 'pairs', answer: aboutSigner(pair) } }
      const together = understood(`${before.question} ${topic}`)
      return together.decision.kind === 'pairs' && (isBare || !standsAlone(alone.decision)) ? together : alone
    }
    case 'entry': {
      const part = stepPartAsked(topic, before.entry)
      if (part) return { question: text, decision: { kind: 'step-part', entry: before.entry, part } }
      if (!isBare && standsAlone(alone.decision)) return alone
      return { question: `${before.question} ${topic}`, decision: ofThat(topic, before, ground) ?? alone.decision }
    }
    default: {
      if (standsAlone(alone.decision)) return alone
      const together = understood(`${before.question} ${topic}`)
      return together.decision.kind === 'none' ? alone : together
    }
  }
}

/** Whether the question says enough by itself; else the one before is part of it. */
function standsAlone(decision: Decision): boolean {
  if (decision.kind === 'entry') return decision.score >= ALONE && decision.entry.kind !== 'refusal'
  return decision.kind !== 'none' && decision.kind !== 'choice'
}

/** The entry that is likest, where entries of what was talked about are likelier meant than others. */
function ofThat(
  topic: string,
  { question, entry }: Extract<TalkedAbout, { kind: 'entry' }>,
  { knowledge: { search } }: Surroundings,
): Decision | undefined {
  const together = new Map(search(`${question} ${topic}`).map((hit) => [hit.entry, hit.score]))
  const hits = search(topic)
    .map(asMeant(topic))
    .filter((hit) => hit.entry.kind !== 'refusal')
    .map((hit): Hit => {
      const whole = hit.entry === entry ? 0 : (together.get(hit.entry) ?? 0)
      return { ...hit, score: Math.min(1, Math.max(hit.score, whole) * likelihood(hit.entry, entry)) }
    })
    .sort((a, b) => b.score - a.score)
  return (hits[0]?.score ?? 0) >= THRESHOLD.unclear ? fromHits(hits) : undefined
}

function likelihood(asked: Entry, before: Entry): number {
  if (asked === before) return LIKELIER.itself
  if (before.related.includes(asked.id)) return LIKELIER.related
  if (asked.topic === before.topic) return LIKELIER.sameTopic
  return fieldOf(asked) === fieldOf(before) ? LIKELIER.sameField : LIKELIER.other
}

const fieldOf = ({ topic }: Entry) => FIELDS.find((field) => field.includes(topic)) ?? topic

function bestOfEachField(hits: readonly Hit[]): Hit[] {
  return [...Map.groupBy(hits, ({ entry }) => fieldOf(entry)).values()].flatMap(([best]) => (best ? [best] : []))
}

/** 'แล้วใครเซ็น' with nothing talked about: what it may be about is offered, nothing is taken for granted. */
function askedBack(question: string, ground: Surroundings): Understood {
  const { knowledge } = ground
  const hits = knowledge.search(question).filter(({ entry }) => entry.kind !== 'refusal' && entry.kind !== 'system')
  const near = notFound(bestOfEachField(hits))
  const offered = near.kind === 'none' ? near.near : []
  if (offered.length > 1) return { question, decision: { kind: 'choice', entries: offered } }
  return { question, decision: ground.decide(question, knowledge, ground.pairs, ground.now) }
}
