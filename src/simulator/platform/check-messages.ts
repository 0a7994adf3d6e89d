/** Whether messages are within LINE's limits: the same rules by which the bot checks itself before it sends. */
import { problemsOf } from '../../line/limits.ts'
import type { MessageJson } from '../types.ts'
import { invalidRequest } from './line-errors.ts'

/**
 * @param ownOrigin the origin of the program itself, whose plain http images are let through: on this machine there is
 *   no certificate. The one exception to LINE's rules.
 * @throws LineError 400 with each problem and its place
 */
export function checkMessages(value: unknown, ownOrigin: string | undefined): MessageJson[] {
  if (!Array.isArray(value)) throw invalidRequest([{ message: 'May not be empty', property: 'messages' }])
  const problems = problemsOf(value, { httpOrigin: ownOrigin })
  if (problems.length > 0) throw invalidRequest(problems)
  return value as MessageJson[]
}
