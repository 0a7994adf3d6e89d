/**
 * Decides what answers a text as it stands: a greeting, a refusal, something reckoned, the rule for local bodies, the pair
 * register, or the entries.
 */
import {
  answerAboutPairs,
  answerAboutSigner,
  type Pair,
  type PairAnswer,
  pairsOfCountryNamed,
  whatIsKnownOf,
} from '../pairs/index.ts'
import { normaliseCommand } from '../thai/index.ts'
import { answerAboutTime } from './about-time.ts'
import { unify } from './aliases.ts'
import { withoutCourtesy } from './courtesy.ts'
import { forLocalBody } from './decide-local.ts'
import { type Decision, entryDecision, fromHits, type Ground, type Knowledge, notFound, THRESHOLD } from './decision.ts'
import type { Entry } from './entry.ts'
import { inPlainWords } from './everyday.ts'
import { mentionsLocalBody, tellsLocalRule } from './local-bodies.ts'
import { refusalFor, refusedAtOnce } from './refusals.ts'
import type { Hit } from './search.ts'
import { answerSays } from './texts.ts'
import { wishIn } from './wishes.ts'

const UNMEANT = 0.8
/** From here on what is refused is meant, when nothing that is answered is likelier. */
const OUTSIDE = 0.3

const GREETING =
  /^(สวัสดี|หวัดดี|ดีจ้า|ดีค่ะ|ดีครับ|ดีคับ|ฮัลโหล|hello|hi|hey|good (morning|afternoon))(ครับผม|ครับ|ค่ะ|คะ|คับ|จ้า|ค่า|นะ|ตอนเช้า|ตอนบ่าย|บอท|แอดมิน|แอด|ทุกคน|ท่าน|[\s!~.,ๆ])*$/
const THANKS =
  /^(?=.*(โอเค|ok|ขอบ(พระ)?คุณ|ขอบใจ|แต๊ง|thank|thx|รับทราบ|เข้าใจ(แล้ว|ละ|ล่ะ)|555))(อ๋อ|อ้อ|อืม|โอเค|okay|ok|ได้(เลย|แล้ว)?|ดีมาก|เยี่ยม|(กราบ|ขอ)*ขอบ(พระ)?คุณ|ขอบใจ|แต๊ง(กิ้ว)?|thanks?( you)?|thx|รับทราบ|เข้าใจ(แล้ว|ละ|ล่ะ)?|5{3,}|มากๆ?|ยิ่ง|เป็นอย่างสูง|อย่างสูง|เลย|นะ|จ้ะ|ครับผม|ครับ|คร[้]?าบ+|ค่ะ|คะ|คับ+|ค้าบ+|งับ|จ้า|ค่า|[\s!~.,ๆ])*$/

export function isGreeting(text: string): boolean {
  return GREETING.test(normaliseCommand(text))
}

export function decideAsRead(typed: string, { knowledge, pairs, now }: Ground): Decision {
  if (isGreeting(typed)) return { kind: 'greeting' }
  const question = inPlainWords(withoutCourtesy(typed))
  const said = normaliseCommand(question)
  if (THANKS.test(said)) return { kind: 'thanks' }
  if (!/\p{L}/u.test(said)) return { kind: 'wordless' }
  const written = knowledge.exact?.(typed)
  if (written) {
    return { ...entryDecision(written, 1), needsLocalRule: mentionsLocalBody(said) && !tellsLocalRule(written) }
  }
  const refusal = refusedAtOnce(question, knowledge.entries)
  if (refusal) return entryDecision(refusal, 1)
  const wish = wishIn(said, knowledge.entries)
  if (wish) return entryDecision(wish, 1)
  const time = now && answerAboutTime(question, now)
  if (time) return { kind: 'time', answer: time }
  const signer = answerAboutSigner(question, pairs)
  if (signer) return { kind: 'pairs', answer: mentionsLocalBody(said) ? withLocalRule(signer) : signer }
  if (mentionsLocalBody(said)) return forLocalBody(question, knowledge)
  const answer = answerAboutPairs(question, pairs)
  if (answer) return { kind: 'pairs', answer }
  return withPairsNamed(fromEntries(question, knowledge), question, pairs)
}

/** Who names a pair hears what is known of it, whatever else is asked that the entries answer or do not. */
function withPairsNamed(decision: Decision, question: string, pairs: readonly Pair[]): Decision {
  const ofCountry = isOfAnyCountry(decision) ? pairsOfCountryNamed(question, pairs) : undefined
  if (ofCountry && decision.kind === 'entry')
    return { kind: 'both', parts: [decision, { kind: 'pairs', answer: ofCountry }] }
  if (decision.kind === 'entry' && (decision.entry.kind === 'refusal' || decision.entry.topic === 'counts'))
    return decision
  const known = whatIsKnownOf(question, pairs, decision.kind === 'entry')
  if (known === undefined) return decision
  const answer = { kind: 'pairs', answer: known } as const
  return decision.kind === 'entry' ? { kind: 'both', parts: [decision, answer] } : answer
}

/** The documents count the pairs of some countries; of all others the register may know a few. */
const isOfAnyCountry = (decision: Decision): boolean =>
  decision.kind === 'entry' && decision.entry.id === 'counts-other-countries'

/** Who names a local body hears the rule for them, of whatever the rest is. */
const withLocalRule = (answer: PairAnswer): PairAnswer => ({
  ...answer,
  text: `${answer.text}\n\n${answerSays.laoRule}`,
})

function fromEntries(question: string, { entries, search }: Knowledge): Decision {
  const hits = search(question)
    .map(asMeant(question))
    .sort((a, b) => b.score - a.score)
  const likeness = hits[0]?.score ?? 0
  if (likeness >= THRESHOLD.sure) return fromHits(hits)
  const refusal = refusalFor(question, [...entries.values()])
  if (refusal) return entryDecision(refusal, THRESHOLD.clear)
  const [outside] = hits.filter(({ entry }) => entry.kind === 'refusal')
  if (outside && outside.score >= OUTSIDE && outside.score > likeness - THRESHOLD.ahead)
    return entryDecision(outside.entry, THRESHOLD.clear)
  if (outside && likeness < THRESHOLD.unclear && outside.score > likeness - THRESHOLD.farAhead) return notFound([])
  const answers = hits.filter(({ entry }) => entry.kind !== 'refusal')
  return (answers[0]?.score ?? 0) >= THRESHOLD.unclear ? fromHits(answers) : notFound(answers)
}

/** Who names no local body is hardly asking for one, and who names sister cities hardly for what this program is. */
export function asMeant(question: string): (hit: Hit) => Hit {
  const namesSubject = unify(normaliseCommand(question)).includes('sistercity')
  const isUnmeant = ({ topic, kind }: Entry) => topic === 'lao' || (kind === 'system' && namesSubject)
  return (hit) => (isUnmeant(hit.entry) ? { ...hit, score: hit.score * UNMEANT } : hit)
}
