/** A step that takes a few words of the person's own. */
import type { Parsed, Step } from '../../dialogs/index.ts'
import { graphemeCount, tidy } from '../../thai/index.ts'
import { asks, labels, wrong } from '../texts.ts'

interface TextStep {
  readonly id: keyof typeof labels & keyof typeof asks
  /** Graphemes. */
  readonly least: number
  readonly most: number
  readonly example: string
}

export function textStep({ id, least, most, example }: TextStep): Step {
  return {
    id,
    label: labels[id],
    ask: () => ({ text: String(asks[id]) }),
    parse: (given) => parseText(given.kind === 'text' ? given.text : '', labels[id], { least, most, example }),
    show: String,
  }
}

/** Words of `least` to `most` graphemes with letters in them. */
export function parseText(
  text: string,
  label: string,
  { least, most, example }: Pick<TextStep, 'least' | 'most' | 'example'>,
): Parsed {
  const words = tidy(text)
  const length = graphemeCount(words)
  if (length > most) return { ok: false, say: wrong.tooLong(label, length, most) }
  const isWords = length >= least && /\p{L}/u.test(words)
  return isWords ? { ok: true, value: words } : { ok: false, say: wrong.text(label, least, most, example) }
}
