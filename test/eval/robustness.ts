/** How many of the questions that are answered right are still answered right when they are typed in a hurry. */
import { NOISES, seeded } from './noise.ts'
import { hasWrongFact, isRightAnswer, type Question } from './score.ts'

export interface Robustness {
  readonly noise: string
  readonly asked: number
  readonly right: number
  /** The noisy questions that got a wrong fact. */
  readonly wrongFacts: readonly string[]
  readonly failed: readonly string[]
}

/** Only of questions that need no other before them and are right as they stand. */
export function measureRobustness(questions: readonly Question[], ask: (question: string) => string): Robustness[] {
  const sound = questions.filter((question) => question.after === undefined && isRightAnswer(question, ask(question.q)))
  return Object.entries(NOISES).map(([noise, spoil]) => {
    const spoilt = sound.flatMap((question) => {
      const q = spoil(question.q, seeded(noise + question.q))
      return q === undefined ? [] : [{ ...question, q }]
    })
    const answered = spoilt.map((question) => ({ question, answer: ask(question.q) }))
    const failed = answered.filter(({ question, answer }) => !isRightAnswer(question, answer))
    const withWrongFact = failed.filter(({ question, answer }) => hasWrongFact(question, answer))
    const q = ({ question }: { question: Question }) => question.q
    return {
      noise,
      asked: spoilt.length,
      right: spoilt.length - failed.length,
      wrongFacts: withWrongFact.map(q),
      failed: failed.map(q),
    }
  })
}
