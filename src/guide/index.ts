/** The guide: questions about the establishment and the running of sister-city relations, answered with their source. */
import { knowledgeRevisions, knowledgeVersions } from './desk/versions.ts'
import { openQuestions } from './open-questions.ts'

export { exportKnowledge, importKnowledge, planKnowledgeImport } from './desk/move.ts'
export { type Guide, openGuide } from './guide.ts'
export { trimAskers, withoutAsker } from './open-questions.ts'

/** What a store must be opened with. */
export const guideCollections = [openQuestions, knowledgeVersions, knowledgeRevisions] as const
