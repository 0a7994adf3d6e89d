/** A stage in words: when, which, on what letter, on whose desk since when. */
import { showDay } from '../../thai/index.ts'
import type { PairStage } from './stage.ts'
import { DESK_NAMES, STAGE_NAMES, stageSays as says } from './texts.ts'

export function stageLine({ stage, on, documentNo, desk, deskSince, note }: PairStage): string {
  const parts = [
    documentNo ? says.letter(documentNo) : '',
    desk && deskSince ? says.at(DESK_NAMES[desk], showDay(deskSince)) : '',
    note ?? '',
  ]
  return says.line(
    showDay(on),
    STAGE_NAMES[stage],
    parts.filter((part) => part !== ''),
  )
}
