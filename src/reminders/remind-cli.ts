/** The arguments of `npm run remind`, and its answer in words. */
import { parseArgs } from 'node:util'
import { SetupError } from '../errors.ts'
import { type Day, isDay } from '../thai/index.ts'
import type { SweepResult } from './sweep.ts'

export interface RemindArgs {
  readonly asOf?: Day
  readonly dryRun: boolean
  readonly json: boolean
}

const USAGE = 'usage: npm run remind -- [--as-of YYYY-MM-DD] [--dry-run] [--json]'

/** @throws SetupError that says what to write instead */
export function parseRemindArgs(args: readonly string[]): RemindArgs {
  const values = readOptions(args)
  const asOf = values['as-of']
  if (asOf !== undefined && !isDay(asOf)) throw new SetupError([`--as-of ${asOf} is not a day: write it as 2027-09-01`])
  return { dryRun: values['dry-run'] ?? false, json: values.json ?? false, ...(asOf ? { asOf } : {}) }
}

function readOptions(args: readonly string[]) {
  const options = { 'as-of': { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } } as const
  try {
    return parseArgs({ args: [...args], options }).values
  } catch {
    throw new SetupError([USAGE])
  }
}

const WHY: Readonly<Record<string, string>> = {
  planned: 'a planned date is still to come',
  'no-officer': 'no officer of the province is registered',
  'no-supervisor': 'no supervisor of the province is registered',
  blocked: 'all of them have blocked the bot',
}

/** One line a message and a skipped duty, and the count. */
export function formatSweep({ asOf, dryRun, messages, skipped }: SweepResult): string {
  const verb = dryRun ? 'would remind' : 'reminds'
  return [
    `reminders as of ${asOf}${dryRun ? ' (dry run: nothing written)' : ''}`,
    ...messages.map((one) => `${verb} ${one.audience} ${one.personId} (${one.ruleId}): ${one.pairIds.join(', ')}`),
    ...skipped.map((one) => `skips ${one.pairId} (${one.ruleId}): ${WHY[one.reason] ?? one.reason}`),
    `${messages.length} messages, ${skipped.length} skipped`,
  ].join('\n')
}
