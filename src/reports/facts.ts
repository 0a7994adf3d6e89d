/** A report in words, item by item, in the order of its dialog; and what differs between two versions of it. */
import { pairById, pairName } from '../pairs/index.ts'
import type { Reader } from '../store/index.ts'
import { showRange } from '../thai/index.ts'
import type { ReportContent } from './report.ts'
import { showKind } from './steps/choice-steps.ts'
import { FORM_NAMES, labels, shown } from './texts.ts'

export interface Fact {
  /** The step that asks for it. */
  readonly id: keyof typeof labels
  readonly label: string
  readonly value: string
}

export interface Difference {
  readonly label: string
  /** Undefined: it was left out. */
  readonly before: string | undefined
  readonly after: string | undefined
}

/** Without what was left out. */
export async function factsOf(read: Reader, content: ReportContent): Promise<Fact[]> {
  const pair = await pairById(read, content.pairId)
  const { budgetBaht, participants, files } = content
  const values: Partial<Record<Fact['id'], string | undefined>> = {
    pair: pair ? pairName(pair) : content.pairId,
    title: content.title,
    kind: showKind(content.kind, content.kindNote),
    date: shown.dateInYear(showRange(content.startsOn, content.endsOn), content.fiscalYear),
    form: FORM_NAMES[content.form],
    place: content.place,
    result: content.result,
    partners: content.partners,
    participants: participants === undefined ? undefined : shown.people(participants),
    budget: budgetBaht === undefined ? undefined : shown.baht(budgetBaht),
    budgetSource: content.budgetSource,
    obstacle: content.obstacle,
    nextPlan: content.nextPlan,
    files: files.length === 0 ? undefined : shown.files(files.length),
  }
  return Object.entries(values).flatMap(([id, value]) =>
    value === undefined ? [] : [{ id: id as Fact['id'], label: labels[id as Fact['id']], value }],
  )
}

export async function differencesOf(
  read: Reader,
  before: ReportContent,
  after: ReportContent,
): Promise<readonly Difference[]> {
  const [old, fresh] = await Promise.all([factsOf(read, before), factsOf(read, after)])
  const ids = new Set([...old, ...fresh].map(({ id }) => id))
  const valueIn = (facts: readonly Fact[], id: Fact['id']) => facts.find((fact) => fact.id === id)?.value
  const all = [...ids].map((id) => ({ id, label: labels[id], before: valueIn(old, id), after: valueIn(fresh, id) }))
  const otherFiles = namesOfFiles(before) !== namesOfFiles(after)
  return all
    .filter((item) => item.before !== item.after || (item.id === 'files' && otherFiles))
    .map(({ id: _step, ...difference }) => difference)
}

/** As many files as before may be other ones. */
function namesOfFiles({ files }: ReportContent): string {
  return files.map(({ fileId }) => fileId).join(' ')
}
