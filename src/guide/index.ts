/** The guide: questions about the establishment and the running of sister-city relations, answered with their source. */
import { openQuestions } from './open-questions.ts'

export { type Guide, openGuide } from './guide.ts'

/** What a store must be opened with. */
export const guideCollections = [openQuestions] as const
