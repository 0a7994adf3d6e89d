/** 'ขอรับงบประมาณ': begins the dialog, and what becomes of it once it is confirmed. Only officers may, for their own provinces. */
import { v7 as newRecordId } from 'uuid'
import type { Actor, Command, DialogBinding, Outcome, Reply, Turn } from '../bot/types.ts'
import type { Json } from '../dialogs/index.ts'
import { noteUse, type Pair, pairById, pairName, pairsOfProvince } from '../pairs/index.ts'
import { audit, refused } from '../people/index.ts'
import type { Stored } from '../store/index.ts'
import { BudgetRequest } from './request.ts'
import { BUDGET_REQUEST, budgetRequestDialog } from './request-dialog.ts'
import { addRequest, nextReceiptNo, requestsOfProvinces } from './request-store.ts'
import { checkOfficer, sayText } from './rights.ts'
import { groupOf } from './steps/about-whom.ts'
import { buttons, choices, labels, receipt, refusals, review, shown, title } from './texts.ts'

const BEGIN = 'budget.begin'
const SUBMIT = 'budget.submit'
const NO_PAIR = choices.noPair.value

type Given = Readonly<Record<string, Json>>

/** A guest who types less than the whole word asks about budgets, and the guide knows more of that. */
export const beginCommand: Command<string> = {
  name: title,
  appliesTo: ({ actor }, text) => actor !== undefined || text === title,
  match: (text) =>
    /^(?:ยื่น|ส่ง|ทำ)?(?:คำ)?ขอ(?:รับ)?(?:การ)?(?:จัดสรร)?งบ(?:ประมาณ)?(?:ประจำปี)?$/.test(text) && !/^คำ/.test(text)
      ? text
      : undefined,
  async run(turn) {
    const check = checkOfficer(turn, BEGIN)
    return check.ok ? { replies: [], begin: { dialogId: BUDGET_REQUEST } } : check.refusal
  },
}

export const budgetRequestBinding: DialogBinding = {
  dialogId: BUDGET_REQUEST,
  title,
  async define(turn) {
    const check = checkOfficer(turn, SUBMIT)
    if (!check.ok) return check
    return { ok: true, dialog: budgetRequestDialog(check.officer.provinces, await pairsOf(turn, check.officer)) }
  },
  warn: warnOfSame,
  finish: submit,
  noteRefusal: (turn, what) => refused(turn, { action: BEGIN, target: what.slice(0, 40), say: '' }).changes ?? [],
}

/** Nothing is planned with a partner whose relationship has ended. */
async function pairsOf({ read }: Turn, { provinces }: Actor): Promise<Pair[]> {
  const found = await Promise.all(provinces.map((province) => pairsOfProvince(read, province)))
  return found.flat().filter(({ status }) => status !== 'ended')
}

/** One pair may well have two projects, so this is a word and no refusal. */
async function warnOfSame(turn: Turn, given: Given): Promise<string | undefined> {
  const provinces = turn.actor?.provinces ?? []
  const found = await requestsOfProvinces(turn.read, provinces, Number(given.fiscalYear))
  const same = found.filter(({ pairId, partner }) => (pairId ? pairId === given.pair : partner === given.partner))
  return same.length > 0 ? review.already(same.map(({ receiptNo }) => receiptNo)) : undefined
}

/** The person may have left the post, and the pair the province, since the dialog began: both are looked up again. */
async function submit(turn: Turn, given: Given): Promise<Outcome> {
  const check = checkOfficer(turn, SUBMIT)
  if (!check.ok) return check.refusal
  const { officer } = check
  // the pair of the draft may have been merged into another meanwhile
  const pair = given.pair === NO_PAIR ? undefined : await pairById(turn.read, String(given.pair))
  const provinceTh = pair?.provinceTh ?? String(given.province ?? officer.provinces[0])
  const isOwn = officer.provinces.includes(provinceTh) && (pair !== undefined || given.pair === NO_PAIR)
  if (!isOwn) {
    const target = String(given.pair).slice(0, 40)
    return refused(turn, { action: SUBMIT, target, say: refusals.otherProvince(officer.provinces) })
  }
  const request = await compose(turn, officer, { given, pair, provinceTh })
  return request ? accept(turn, request, pair) : sayText(refusals.incomplete)
}

interface Wanted {
  readonly given: Given
  readonly pair: Pair | undefined
  readonly provinceTh: string
}

async function compose(turn: Turn, officer: Actor, wanted: Wanted): Promise<BudgetRequest | undefined> {
  const { given, pair, provinceTh } = wanted
  const fiscalYear = Number(given.fiscalYear)
  return BudgetRequest.safeParse({
    id: newRecordId({ msecs: turn.now.getTime() }),
    receiptNo: await nextReceiptNo(turn.read, fiscalYear),
    provinceTh,
    ...(pair ? { pairId: pair.id } : {}),
    partner: pair ? pairName(pair) : given.partner,
    group: groupOf(pair) ?? given.group,
    fiscalYear,
    title: given.title,
    activities: given.activities,
    budgetBaht: given.budget,
    ...(given.reason === undefined ? {} : { reason: given.reason }),
    requestedBy: officer.personId,
    submittedAt: turn.now,
    status: 'submitted',
  }).data
}

async function accept(turn: Turn, request: BudgetRequest, pair?: Stored<Pair>): Promise<Outcome> {
  const { receiptNo, provinceTh, fiscalYear, budgetBaht } = request
  const after = { receiptNo, provinceTh, fiscalYear, budgetBaht }
  const entry = audit({
    at: turn.now,
    actor: request.requestedBy,
    action: 'budget.requested',
    target: request.id,
    after,
  })
  const use = pair ? [await noteUse(turn.read, pair)] : []
  return { replies: [receiptCard(request)], changes: [addRequest(request), ...use, entry] }
}

function receiptCard({ receiptNo, partner, fiscalYear, title: name, budgetBaht }: BudgetRequest): Reply {
  const altText = receipt.altText(receiptNo, partner, fiscalYear, budgetBaht)
  const facts = [
    { label: labels.pair, value: partner },
    { label: labels.title, value: name },
    { label: labels.fiscalYear, value: String(fiscalYear) },
    { label: labels.budget, value: shown.baht(budgetBaht) },
  ]
  const next = [buttons.list, buttons.menu].map((word) => ({ label: word, say: word }))
  const note = receipt.note(receiptNo)
  return {
    kind: 'card',
    card: 'receipt',
    data: { title: receipt.title, receiptNo, text: receipt.text, facts, note, buttons: next },
    altText,
    fallback: `${altText}\n${note}`,
    buttons: next,
  }
}
