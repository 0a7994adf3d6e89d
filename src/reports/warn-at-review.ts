/** What a report's review says above everything else: what looks like a duplicate, and which files cannot be had. */
import type { MediaDesk, Turn } from '../bot/types.ts'
import type { Given } from './content-of-answers.ts'
import { warnOfLost } from './lost-files.ts'
import { warnOfDuplicates } from './warn-of-duplicates.ts'

/** @param except the report that is being changed: it is not its own duplicate */
export async function warnAtReview(
  turn: Turn,
  media: MediaDesk,
  given: Given,
  except?: string,
): Promise<string | undefined> {
  const warnings = await Promise.all([warnOfLost(turn.read, media, given), warnOfDuplicates(turn, given, except)])
  return warnings.filter((warning) => warning !== undefined).join('\n\n') || undefined
}
