/**
 * What is counted while the program runs, as those who count see it; http/metrics.ts turns it into Prometheus text.
 * Cheap enough to be called for every event.
 */
export interface Meters {
  /** A webhook was answered, so many milliseconds after its headers came. */
  acknowledged(status: number, ms: number): void
  /** An event of a webhook: stored, known already, or of a kind that needs no work. */
  received(result: 'new' | 'duplicate' | 'needless'): void
  /** A call that should show a message; `sinceReceiptMs`: since the webhook it answers, if it answers one. */
  sent(kind: 'reply' | 'push', outcome: string, sinceReceiptMs?: number): void
  /** What became of a message in the end, or that it has to be tried again. */
  settled(kind: 'reply' | 'push', status: string): void
}
