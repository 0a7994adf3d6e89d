/** Photos and documents: taken as they come, several at once or one by one, until the person says that is all. */
import type { FileRef, Given, Json, Parsed, Step, StepContext } from '../../dialogs/index.ts'
import { normaliseCommand } from '../../thai/index.ts'
import { asks, choices, labels, shown, wrong } from '../texts.ts'

const MOST_FILES = 20
const DONE = 'done'
const DONE_WORDS = /^(?:เสร็จ|ครบ|หมดแล้ว|พอ(?:แล้ว)?$|แค่นี้|ไม่มี(?:แล้ว|อีก|เพิ่ม))/

export const filesStep: Step = {
  id: 'files',
  label: labels.files,
  optional: true,
  ask: (context) => askForFiles(filesIn(sentSoFar(context))),
  parse: parseFiles,
  show: (value) => shown.files(filesIn(value).length),
}

function askForFiles(files: readonly FileRef[]) {
  const done = [{ value: DONE, label: choices.filesDone }]
  return files.length === 0
    ? { text: asks.files, takesFiles: true as const }
    : { text: asks.filesSoFar(files.length), takesFiles: true as const, choices: done }
}

function parseFiles(given: Given, context: StepContext): Parsed {
  const before = filesIn(sentSoFar(context))
  if (given.kind === 'files') return addFiles(before, given.files)
  const isDone =
    given.kind === 'choice'
      ? given.value === DONE
      : given.kind === 'text' && DONE_WORDS.test(normaliseCommand(given.text))
  if (!isDone || before.length === 0) return { ok: false, say: wrong.files }
  return { ok: true, value: stored(before) }
}

function addFiles(before: readonly FileRef[], sent: readonly FileRef[]): Parsed {
  const known = new Set(before.map((file) => file.messageId))
  const all = [...before, ...sent.filter((file) => !known.has(file.messageId))]
  const kept = all.slice(0, MOST_FILES)
  const more = all.length > MOST_FILES ? wrong.tooManyFiles(MOST_FILES) : asks.filesSoFar(kept.length)
  return { ok: true, value: stored(kept), more }
}

/** The files of a stored answer. */
export function filesIn(value: Json | undefined): FileRef[] {
  return Array.isArray(value) ? (value as unknown as FileRef[]) : []
}

function stored(files: readonly FileRef[]): Json {
  return files.map(({ messageId, kind, name }) => ({ messageId, kind, ...(name === undefined ? {} : { name }) }))
}

function sentSoFar({ answers }: StepContext): Json | undefined {
  const answer = answers.files
  return answer && 'value' in answer ? answer.value : undefined
}

/** A record names a file by where the store keeps it; an answer, by the message that it came in. */
const STORED = 'line-'

export function fileIdOf(messageId: string): string {
  return `${STORED}${messageId}`
}

export function messageIdOf(fileId: string): string {
  return fileId.slice(STORED.length)
}
