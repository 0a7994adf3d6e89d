/** Receipt numbers: how they count, and how people type them. */

/** Thai digits are Arabic by then; 'R2570-000123', 'r2570-123', '2570-123'. */
export const TYPED_RECEIPT = '(r? ?\\d{4} ?[-–—] ?\\d{1,6})'

/** 'R2570-000123' */
function receiptNumber(fiscalYear: number | string, count: number): string {
  return `R${fiscalYear}-${String(count).padStart(6, '0')}`
}

/** The number after this one in the same fiscal year; the first without one. */
export function nextReceiptNumber(fiscalYear: number, last: string | undefined): string {
  return receiptNumber(fiscalYear, Number(last?.split('-')[1] ?? 0) + 1)
}

/** Of all that are given in a fiscal year: the first that can be, and the first that cannot. */
export function receiptsOfYear(fiscalYear: number): { from: string; before: string } {
  return { from: `R${fiscalYear}-`, before: `R${fiscalYear}.` }
}

/** @param typed as `TYPED_RECEIPT` finds it */
export function readReceipt(typed: string): string {
  const [fiscalYear = '', count = ''] = typed.match(/\d+/g) ?? []
  return receiptNumber(fiscalYear, Number(count))
}
