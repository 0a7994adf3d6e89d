/** The questions that are asked of surveys, and the changes made to them; nothing else in this room reads or writes them. */
import type { Change } from '../bot/types.ts'
import type { Reader, Stored } from '../store/index.ts'
import { markOf, type Survey, surveyMarks, surveys } from './survey.ts'

export function surveyById(read: Reader, id: string): Promise<Stored<Survey> | undefined> {
  return read.get(surveys, id)
}

/** @param code in any case */
export async function surveyByCode(read: Reader, code: string): Promise<Stored<Survey> | undefined> {
  const [survey] = await read.find(surveys, 'byCode', [code.toUpperCase()], { limit: 1 })
  return survey
}

/** Newest first. */
export function openSurveys(read: Reader): Promise<Stored<Survey>[]> {
  return read.find(surveys, 'byStatus', ['open'], { order: 'desc' })
}

/** Newest first. */
export async function allSurveys(read: Reader): Promise<Stored<Survey>[]> {
  const found = await read.find(surveys, 'byStatus', [])
  return found.toSorted((a, b) => b.openedAt.getTime() - a.openedAt.getTime())
}

export async function hasAnswered(read: Reader, survey: Survey, userId: string): Promise<boolean> {
  return (await read.get(surveyMarks, markOf(survey, userId))) !== undefined
}

export function addSurvey(survey: Survey): Change {
  return (tx) => tx.insert(surveys, survey)
}

export function saveSurvey(survey: Stored<Survey>): Change {
  return (tx) => tx.replace(surveys, survey)
}

export function markAnswered(survey: Survey, userId: string): Change {
  return (tx) => tx.insert(surveyMarks, { id: markOf(survey, userId) })
}
