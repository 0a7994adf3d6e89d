/** 'ประวัติคู่ SC101': what was changed of a row in the chat, by whom, with before and after, and what was refused. */
import type { Command, Outcome, Turn } from '../../bot/types.ts'
import type { PairsDependencies } from '../dependencies.ts'
import { type Pair, pairName } from '../pair.ts'
import { deskCommand, say, withPair } from './desk.ts'
import { deskSays, logSays as says } from './texts.ts'

export function logCommand(deps: PairsDependencies): Command<string> {
  const { log } = deskSays.words
  const show = async ({ read }: Turn, pair: Pair): Promise<Outcome> => {
    const lines = await deps.changesOf(read, pair.id)
    return say([says.title(`${pairName(pair)} (${pair.id})`), ...(lines.length > 0 ? lines : [says.none])].join('\n'))
  }
  return deskCommand(deps, {
    word: log,
    action: 'pairs.read',
    run: (turn, typed) => withPair(turn, log, typed, (pair) => show(turn, pair)),
  })
}
