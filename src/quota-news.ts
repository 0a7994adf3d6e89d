/** How the admins learn that the month's messages run out: by a push while there are some, else above their next answer. */
import { postNotice } from './bot/notices.ts'
import type { EnqueuePush } from './bot/types.ts'
import type { Clock } from './clock.ts'
import { type QuotaNews, quotaTexts } from './line/index.ts'
import { tellAdmins } from './people/index.ts'
import type { Store } from './store/index.ts'

export async function tellOfQuota(
  parts: { readonly store: Store; readonly clock: Clock; readonly enqueuePush: EnqueuePush },
  { kind, month, used = 0, limit = 0 }: QuotaNews,
): Promise<void> {
  const key = `quota-${kind} ${month}`
  if (kind === 'low') await tellAdmins(parts, { key, text: quotaTexts.low(used, limit) })
  else await postNotice(parts.store, { id: key, role: 'admin', text: quotaTexts.gone }, parts.clock.now())
}
