/** Which choice a person means who types instead of tapping: its number, its label, or words that only it has. */
import { digitsForWords, normaliseCommand } from '../thai/index.ts'
import type { Choice } from './types.ts'

/** '2', '๒', 'ข้อ 2', '2)', the key cap 2️⃣ */
const NUMBER = /^(?:ข้อ|เลือก|ตอบ|หมายเลข)? ?(?:ที่)? ?(\d{1,2})$/
const NEGATIVE = /^\s*[-–−]\s*[\d๐-๙]/
/** A shorter piece of a label says too little. */
const SHORTEST_PIECE = 3

export function chosen(text: string, choices: readonly Choice[]): Choice | undefined {
  const named = choices.find((choice) => isNamed(text, choice))
  if (named) return named
  const number = chosenNumber(text)
  const holding = choicesHolding(text, choices)
  // 'สิบสอง' is a number and a part of สิบสองปันนา: no guess
  if (number !== undefined) return holding.length === 0 ? choices[number - 1] : undefined
  return holding.length === 1 ? holding[0] : undefined
}

/** The number that was typed, in digits or in words, whether or not there is such a choice. */
export function chosenNumber(text: string): number | undefined {
  if (NEGATIVE.test(text)) return undefined
  const match = NUMBER.exec(digitsForWords(normaliseCommand(text.replace(/[\ufe0f\u20e3]/g, ''))))
  return match ? Number(match[1]) : undefined
}

/** Whether the text is a number in words that also stands in the name of a choice. */
export function isNumberOrName(text: string, choices: readonly Choice[]): boolean {
  return chosenNumber(text) !== undefined && choicesHolding(text, choices).length > 0
}

/** A number in digits is never a piece of a name. */
function choicesHolding(text: string, choices: readonly Choice[]): Choice[] {
  const typed = comparable(text)
  if (typed.length < SHORTEST_PIECE || /^(?:ข้อ)?\d+$/.test(typed)) return []
  return choices.filter((choice) => names(choice).some((name) => name.includes(typed)))
}

/** Whether these words are the whole of the choice's label, or of its wording in the list. */
export function isNamed(text: string, choice: Choice): boolean {
  return names(choice).includes(comparable(text))
}

function names(choice: Choice): string[] {
  return [choice.label, choice.text ?? choice.label].map(comparable)
}

function comparable(text: string): string {
  return normaliseCommand(text).replace(/[\s–—-]/g, '')
}
