/** 'ถอนคำของบ B2571-000001' asks once; 'ยืนยันถอนคำของบ B2571-000001' does it. The record stays, marked. */
import type { Command, Outcome, Turn } from '../bot/types.ts'
import { audit, refused } from '../people/index.ts'
import type { Stored } from '../store/index.ts'
import type { BudgetRequest } from './request.ts'
import { requestByReceipt, saveRequest } from './request-store.ts'
import { checkOfficer, sayText } from './rights.ts'
import { title, withdrawal } from './texts.ts'

const WITHDRAW = 'budget.withdraw'

interface Typed {
  readonly receiptNo: string
  readonly isSure: boolean
}

export const withdrawCommand: Command<Typed> = {
  name: 'ถอนคำของบ',
  isMeantInDialog: () => true,
  match(text) {
    const match = /^(ยืนยัน ?)?ถอน ?คำของบ(?:ประมาณ)? ?(?:เลขที่)? ?(b\d{4}-\d{6})$/.exec(text)
    return match?.[2] ? { receiptNo: match[2].toUpperCase(), isSure: match[1] !== undefined } : undefined
  },
  async run(turn, { receiptNo, isSure }) {
    const check = checkOfficer(turn, WITHDRAW)
    if (!check.ok) return check.refusal
    const request = await requestByReceipt(turn.read, receiptNo)
    if (!request || !check.officer.provinces.includes(request.provinceTh))
      return refused(turn, { action: WITHDRAW, target: receiptNo, say: withdrawal.unknown(receiptNo) })
    if (request.status === 'withdrawn') return sayText(withdrawal.already(receiptNo), title)
    return isSure ? withdraw(turn, check.officer.personId, request) : askOnce(request)
  },
}

function askOnce({ receiptNo, title: name, partner }: BudgetRequest): Outcome {
  const buttons = [{ label: withdrawal.button, say: withdrawal.confirm(receiptNo) }]
  return { replies: [{ kind: 'text', text: withdrawal.sure(receiptNo, `${partner}: ${name}`), buttons }] }
}

function withdraw({ now }: Turn, personId: string, request: Stored<BudgetRequest>): Outcome {
  const { id, receiptNo } = request
  const entry = audit({
    at: now,
    actor: personId,
    action: 'budget.withdrawn',
    target: id,
    before: { status: 'submitted' },
    after: { status: 'withdrawn', receiptNo },
  })
  const withdrawn = { ...request, status: 'withdrawn' as const, withdrawnBy: personId, withdrawnAt: now }
  return { ...sayText(withdrawal.done(receiptNo), title), changes: [saveRequest(withdrawn), entry] }
}
