/** An answer that holds from a later day reaches everyone who asked in the morning of that day, once, whoever sweeps. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pushesInto } from '../../../src/bot/mailbox.ts'
import type { Actor, Outcome, Turn } from '../../../src/bot/types.ts'
import { writeWith } from '../../../src/bot/writing.ts'
import { ManualClock } from '../../../src/clock.ts'
import { type Guide, guideCollections, openGuide } from '../../../src/guide/index.ts'
import { countOpenQuestions, latestOpenQuestions } from '../../../src/guide/open-questions.ts'
import { composeReplies, outbox } from '../../../src/line/index.ts'
import { createLog } from '../../../src/log.ts'
import { pairs } from '../../../src/pairs/index.ts'
import { peopleCollections } from '../../../src/people/index.ts'
import { openStore, type Store } from '../../../src/store/index.ts'
import { type StorePlace, storeKinds } from '../../support/store-kinds.ts'

const log = createLog('silent')
const collections = [pairs, outbox, ...guideCollections, ...peopleCollections]
const QUESTION = 'ป้ายหน้าเมืองพี่เมืองน้องใช้สีฟ้าเข้มเบอร์ใด'
const admin: Actor = { personId: 'p-admin', userId: 'Uadmin', role: 'admin', provinces: [], name: 'ผู้ดูแล' }
const START = '2026-11-20T02:00:00Z'
const written = {
  ...{ question: QUESTION, short: 'ใช้สีน้ำเงินเข้มตามแบบป้าย', document: 'หนังสือจังหวัดตัวอย่าง', documentDate: '5 พ.ย. 2569' },
  ...{ certainty: 'A', title: 'สีของป้าย', validity: '', holdsFrom: '2026-12-01' },
}

for (const kind of await storeKinds()) {
  describe.skipIf(kind.isMissing)(`on ${kind.name}`, () => {
    let place: StorePlace
    let store: Store
    let guide: Guide
    let clock: ManualClock

    beforeEach(async () => {
      place = await kind.newPlace()
      store = await openStore(place.options, collections)
      guide = await openGuide({ log })
      clock = new ManualClock(START)
    })
    afterEach(async () => {
      await store.close()
      await place.remove()
    })

    const turnOf = (userId: string, actor?: Actor) =>
      ({ userId, actor, memory: {}, now: clock.now(), read: store }) as unknown as Turn

    const settle = (outcome: Outcome) =>
      store.transaction((tx) => {
        for (const change of outcome.changes ?? []) change(tx)
      })

    const asks = async (userId: string) => settle(await guide.answer(turnOf(userId), QUESTION))

    async function finishes(dialogId: string, answers: object): Promise<Outcome> {
      const binding = guide.feature.dialogs?.find((each) => each.dialogId === dialogId)
      if (!binding) throw new Error(`no dialog ${dialogId}`)
      const outcome = await binding.finish(turnOf('Uadmin', admin), answers as never)
      await settle(outcome)
      return outcome
    }

    async function plansAnAnswer(): Promise<Outcome> {
      const [open] = await latestOpenQuestions(store, 1)
      return finishes('knowledge-answer', { ...written, questionId: open?.id ?? '' })
    }

    const sweepWith = (by: Guide, on: Store) => {
      const enqueuePush = pushesInto(
        writeWith((replies) => composeReplies(replies, { log })),
        clock,
      )
      return by.tellAskers({ store: on, enqueuePush, now: clock.now() })
    }
    const sweep = () => sweepWith(guide, store)

    async function told(): Promise<string[]> {
      const rows = []
      for await (const row of store.iterate(outbox, 'byKey', [])) rows.push(row)
      return rows.map(({ userId }) => userId).sort()
    }

    test('nobody is told before the morning of the day, nor on publishing', async () => {
      await asks('U1')
      const outcome = await plansAnAnswer()
      expect(outcome.pushes).toEqual([])
      clock.moveTo('2026-12-01T01:59:00Z')
      await sweep()
      expect(await told()).toEqual([])
      expect(await countOpenQuestions(store)).toBe(1)
    })

    test('in the morning everyone is told, who asked meanwhile as well, and the list is empty', async () => {
      await asks('U1')
      await plansAnAnswer()
      await asks('U2')
      clock.moveTo('2026-12-01T02:00:00Z')
      await sweep()
      expect(await told()).toEqual(['U1', 'U2'])
      expect(await countOpenQuestions(store)).toBe(0)
    })

    test('two processes at the same moment, and a start days later, make one message each', async () => {
      await asks('U1')
      await asks('U2')
      await plansAnAnswer()
      const other = await openStore(place.options, collections)
      clock.moveTo('2026-12-05T00:10:00Z')
      await Promise.all([sweep(), sweepWith(await openGuide({ log }), other)])
      await sweep()
      await other.close()
      expect(await told()).toEqual(['U1', 'U2'])
    })

    test('what was withdrawn before its day is told to nobody, and the question waits on the list', async () => {
      await asks('U1')
      await plansAnAnswer()
      await finishes('knowledge-withdraw', {
        ...{ entryId: 'admin-0001', baseNumber: 1, reason: 'มีหนังสือใหม่', holdsFrom: '2026-11-20' },
      })
      clock.moveTo('2026-12-01T03:00:00Z')
      await sweep()
      await sweep()
      expect(await told()).toEqual([])
      const [open] = await latestOpenQuestions(store, 1)
      expect(open).toMatchObject({ question: QUESTION, times: 1 })
      expect(open?.answeredBy).toBeUndefined()
    })

    test('what was corrected before its day is told as corrected', async () => {
      await asks('U1')
      await plansAnAnswer()
      await finishes('knowledge-answer', {
        ...{ ...written, question: undefined, entryId: 'admin-0001', baseNumber: 1, keepSources: 'keep' },
        short: 'ใช้สีเขียวเข้มตามแบบป้าย',
      })
      clock.moveTo('2026-12-01T03:00:00Z')
      await sweep()
      const [row] = await store.find(outbox, 'byKey', [])
      expect(JSON.stringify(row)).toContain('สีเขียวเข้ม')
    })
  })
}
