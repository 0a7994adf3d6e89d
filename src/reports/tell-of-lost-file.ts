/** A file of a report that was sent is lost: its officer is told once a version of the report, however many files it is. */
import type { EnqueuePush, Push } from '../bot/types.ts'
import { DuplicateKey, type Store } from '../store/index.ts'
import { receiversOf } from './receivers.ts'
import type { Report } from './report.ts'
import { ofFile } from './report-store.ts'
import { fileIdOf } from './steps/files-step.ts'
import { buttons, lost } from './texts.ts'

export async function tellOfLostFile(
  { store, enqueuePush }: { readonly store: Store; readonly enqueuePush: EnqueuePush },
  messageId: string,
): Promise<void> {
  for (const report of await ofFile(store, fileIdOf(messageId)))
    for (const { id, userId } of await receiversOf(store, report)) {
      const push = pushAbout(report, { id, userId })
      await store
        .transaction((tx) => enqueuePush(tx, push))
        .catch((error) => {
          if (!(error instanceof DuplicateKey)) throw error
        })
    }
}

function pushAbout({ id, receiptNo, version = 1 }: Report, person: { id: string; userId: string }): Push {
  const open = { label: buttons.correct, say: `${buttons.correct} ${receiptNo}` }
  return {
    key: `lost-file ${id} ${version} ${person.id}`,
    userId: person.userId,
    replies: [{ kind: 'text', text: lost.pushed(receiptNo), buttons: [open] }],
  }
}
