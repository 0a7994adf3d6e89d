/** What people sent, for those who may see the record it belongs to: links to open it, and where the same came before. */
import { inADay, linkTo } from './file-links.ts'
import { media } from './media.ts'
import type { Change, MediaDesk, SentFile, Turn } from './types.ts'

/** @param publicOrigin where people reach this program; without it nothing can be opened from outside */
export function createMediaDesk(publicOrigin: string | undefined): MediaDesk {
  async function openOne(turn: Turn, messageId: string): Promise<{ file: SentFile; changes: readonly Change[] }> {
    const known = await turn.read.get(media, messageId)
    if (known?.status === 'wanted') return { file: { messageId, state: 'coming' }, changes: [] }
    if (known?.status !== 'stored' || !known.contentId) return { file: { messageId, state: 'lost' }, changes: [] }
    if (!publicOrigin) return { file: { messageId, state: 'kept' }, changes: [] }
    const link = linkTo(publicOrigin, {
      fileId: known.contentId,
      kind: 'picture',
      madeFor: turn.userId,
      expiresAt: inADay(turn.now),
    })
    return { file: { messageId, state: 'kept', url: link.url }, changes: [link.change] }
  }

  return {
    async open(turn, messageIds) {
      const opened = await Promise.all(messageIds.map((messageId) => openOne(turn, messageId)))
      return { files: opened.map(({ file }) => file), changes: opened.flatMap(({ changes }) => changes) }
    },
    async sameAs(read, messageId) {
      const contentId = (await read.get(media, messageId))?.contentId
      const same = contentId ? await read.find(media, 'byContent', [contentId, 'stored']) : []
      return same.map(({ id }) => id).filter((id) => id !== messageId)
    },
    async lostOf(read, messageIds) {
      const known = await Promise.all(messageIds.map((messageId) => read.get(media, messageId)))
      return messageIds.filter((_, index) => known[index]?.status === 'gone')
    },
  }
}
