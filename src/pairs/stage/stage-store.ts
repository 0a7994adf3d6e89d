/** Every question asked of the stages of pairs; nothing else in this room reads or writes them. */
import type { Change } from '../../bot/types.ts'
import type { Reader } from '../../store/index.ts'
import { type PairStage, pairStages } from './stage.ts'

/** Newest first: the first is where the pair stands. */
export function stagesOf(read: Reader, pairId: string): Promise<PairStage[]> {
  return read.find(pairStages, 'byPair', [pairId], { order: 'desc' })
}

export function addStage(stage: PairStage): Change {
  return (tx) => tx.insert(pairStages, stage)
}

/** The changes after which the stages of one pair are another's. */
export async function moveStages(read: Reader, from: string, to: string): Promise<Change[]> {
  const found = await read.find(pairStages, 'byPair', [from])
  return found.map((stage) => (tx) => tx.replace(pairStages, { ...stage, pairId: to }))
}
