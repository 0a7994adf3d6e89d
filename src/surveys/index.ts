/** Satisfaction surveys: opened and closed by an admin, answered without a name, read as figures. */
import type { Feature, ShareFile } from '../bot/types.ts'
import { answerCommand, surveyBinding } from './answer-survey.ts'
import { closeCommand, openCommand } from './manage-surveys.ts'
import { resultsCommand } from './show-results.ts'
import { surveyMarks, surveys } from './survey.ts'

/** What a store must be opened with. */
export const surveyCollections = [surveys, surveyMarks] as const

export function surveysFeature({ shareFile }: { shareFile: ShareFile }): Feature {
  return {
    commands: [answerCommand, openCommand, closeCommand, resultsCommand(shareFile)],
    dialogs: [surveyBinding],
  }
}
