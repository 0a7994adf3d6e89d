/** What is kept for how long: what must stay first, then what goes, and that it does not matter who trims, how often, or how far. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Conversation, conversations } from '../../src/bot/conversation.ts'
import { events } from '../../src/bot/event-store.ts'
import { fileLinks } from '../../src/bot/file-links.ts'
import { media } from '../../src/bot/media.ts'
import { ManualClock } from '../../src/clock.ts'
import { openQuestions } from '../../src/guide/open-questions.ts'
import { type OutboxRow, outbox, pushJob } from '../../src/line/index.ts'
import { createLog } from '../../src/log.ts'
import { auditEntries, contacts, people } from '../../src/people/index.ts'
import { accessRequests } from '../../src/people/person.ts'
import { programCollections } from '../../src/program-store.ts'
import { type Report, reports } from '../../src/reports/index.ts'
import { type Collection, openStore, type Store } from '../../src/store/index.ts'
import { createTrimmer, type Trimmer } from '../../src/trimming.ts'
import { type StorePlace, storeKinds } from '../support/store-kinds.ts'

const NOW = '2027-12-01T20:30:00Z'
const clock = new ManualClock(NOW)
const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * 24 * 60 * 60 * 1000)

const draftWith = (messageId: string): Conversation['draft'] => ({
  dialogId: 'report',
  version: 1,
  nonce: 'n',
  answers: { files: { value: [{ messageId, kind: 'image' }] } },
  asking: 'files',
  startedAt: NOW,
  touchedAt: NOW,
})

function chat(id: string, days: number, given: Partial<Conversation> = {}) {
  const body = JSON.stringify({ parked: [], memory: { question: 'ถาม' }, ...given })
  return { id, body, touchedAt: daysAgo(days) }
}

const person = (id: string, leftAt?: Date) => ({
  id,
  userId: `U-${id}`,
  role: 'officer' as const,
  provinces: ['น่าน'],
  name: `ชื่อ ${id}`,
  position: 'นักวิเคราะห์',
  status: leftAt ? ('left' as const) : ('active' as const),
  blocked: false,
  consentVersion: '2569-11',
  consentAt: daysAgo(800),
  registeredAt: daysAgo(800),
  ...(leftAt && { leftAt }),
})

const report = (id: string, messageId: string, by: string): Report => ({
  id,
  receiptNo: `R2570-${id}`,
  pairId: 'SC001',
  provinceTh: 'น่าน',
  fiscalYear: 2570,
  startsOn: '2026-11-12',
  endsOn: '2026-11-12',
  title: 'แลกเปลี่ยนเยาวชน',
  kind: 'education',
  form: 'visit',
  place: 'คุนหมิง',
  result: 'เรียบร้อย',
  files: [{ fileId: `line-${messageId}`, kind: 'image' }],
  reportedBy: by,
  reportedByName: `ชื่อ ${by}`,
  submittedAt: daysAgo(700),
  status: 'submitted',
})

const photo = (id: string) => ({
  id,
  name: 'รูป',
  status: 'stored' as const,
  contentId: `media-${id}`,
  tries: 0,
  nextTryAt: daysAgo(700),
})

const event = (id: string, status: 'waiting' | 'done') => {
  const said = status === 'waiting' ? { body: '{}', replyToken: 'token' } : {}
  return { id, userId: 'U1', occurredAt: daysAgo(700), receivedAt: daysAgo(700), status, ...said }
}

function message(key: string, days: number, given: Partial<OutboxRow> = {}): OutboxRow {
  return { ...pushJob({ key, userId: 'U1', messagesJson: '["ถ้อยคำ"]', now: daysAgo(days) }), ...given }
}
const ended = { status: 'refused', isOpen: false, isTroubled: true, isToTrim: true } as const

const question = (id: string, days: number, given: { answeredFrom?: string } = {}) => ({
  id,
  question: id,
  times: 1,
  firstAskedAt: daysAgo(days),
  lastAskedAt: daysAgo(days),
  askedBy: ['U1'],
  ...given,
})

const request = (no: number, days: number, status: 'waiting' | 'approved') => ({
  id: `request-${no}`,
  no,
  userId: 'U1',
  role: 'officer' as const,
  provinces: ['น่าน'],
  name: '',
  position: '',
  consentVersion: '2569-11',
  consentAt: daysAgo(days),
  askedAt: daysAgo(days),
  status,
  ...(status === 'approved' && { decidedAt: daysAgo(days) }),
})

const link = (id: string, days: number) => ({
  id,
  fileId: `file-${id}`,
  madeFor: 'U1',
  expiresAt: daysAgo(days),
  kind: 'export' as const,
})

for (const kind of await storeKinds()) {
  describe.skipIf(kind.isMissing)(`trimming on ${kind.name}`, () => {
    let place: StorePlace
    let store: Store
    let errors: string[]

    beforeEach(async () => {
      place = await kind.newPlace()
      store = await openStore(place.options, programCollections)
      errors = []
    })
    afterEach(async () => {
      expect(errors).toEqual([])
      await store.close()
      await place.remove()
    })

    const log = createLog('error', { write: (line) => void errors.push(line) })
    const trimmer = (over = store): Trimmer => createTrimmer({ store: over, clock, log })
    const holds = async <T extends { id: string }, I extends string>(inside: Collection<T, I>, ...documents: T[]) => {
      expect(await store.insertIfAbsent(inside, documents)).not.toContain(false)
    }

    describe('leaves alone, however old it is', () => {
      it('an event that waits, and a message whose fate is open', async () => {
        await holds(events, event('waits', 'waiting'))
        await holds(outbox, message('waits', 700), message('is sent', 700, { status: 'sending', claimedBy: 'p' }))
        await trimmer().run()
        expect(await store.get(events, 'waits')).toEqual({ ...event('waits', 'waiting'), rev: 1 })
        for (const row of await store.find(outbox, 'byKey', []))
          expect(row).toMatchObject({ userId: 'U1', messagesJson: '["ถ้อยคำ"]', isOpen: true, rev: 1 })
      })

      it('the id of a worked event and the key of a message: what comes again is known', async () => {
        await holds(events, event('worked', 'done'))
        await holds(outbox, message('refused', 700, ended))
        await trimmer().run()
        expect(await store.insertIfAbsent(events, [event('worked', 'waiting')])).toEqual([false])
        expect(await store.insertIfAbsent(outbox, [message('refused', 0)])).toEqual([false])
      })

      it('a report and its photo, though a draft has the same photo', async () => {
        await holds(reports, report('1', 'photo', 'p1'))
        await holds(media, photo('photo'))
        await holds(conversations, chat('U1', 700, { draft: draftWith('photo') }))
        await trimmer().run()
        expect(await store.get(reports, '1')).toMatchObject({ rev: 1 })
        expect(await store.get(media, 'photo')).toMatchObject({ status: 'stored' })
      })

      it('a request that waits, a question whose answer is about to come, whoever is still registered', async () => {
        await holds(accessRequests, request(1, 700, 'waiting'))
        await holds(openQuestions, question('ถามไว้', 700, { answeredFrom: '2028-01-01' }))
        await holds(people, person('stays'))
        await trimmer().run()
        expect(await store.get(accessRequests, 'request-1')).toMatchObject({ userId: 'U1' })
        expect(await store.get(openQuestions, 'ถามไว้')).toMatchObject({ askedBy: ['U1'] })
        expect(await store.get(people, 'stays')).toMatchObject({ rev: 1 })
      })
    })

    describe('takes away what was kept long enough, and not a day sooner', () => {
      it('words and reader of a message that LINE did not accept: 30 days', async () => {
        await holds(outbox, message('29', 29, ended), message('31', 31, ended))
        await trimmer().run()
        const [younger, older] = await store.find(outbox, 'byKey', [])
        expect(younger).toMatchObject({ key: '29', userId: 'U1', messagesJson: '["ถ้อยคำ"]' })
        expect(older).toMatchObject({ key: '31', userId: '', messagesJson: '[]', status: 'refused', isTroubled: true })
        expect(await store.count(outbox, 'byTrouble', ['refused'])).toBe(2)
      })

      it('what was talked about: 90 days; a draft with its photo: 400', async () => {
        const [drafting, parking] = [{ draft: draftWith('young') }, { parked: [draftWith('old') ?? never()] }]
        await holds(
          conversations,
          chat('89', 89),
          chat('91', 91),
          chat('399', 399, drafting),
          chat('401', 401, parking),
        )
        await holds(media, photo('young'), photo('old'))
        await trimmer().run()
        const left = await store.find(conversations, 'byId', [])
        expect(left.map(({ id }) => id)).toEqual(['399', '89'])
        expect(await store.get(media, 'young')).toMatchObject({ status: 'stored' })
        expect(await store.get(media, 'old')).toMatchObject({ status: 'unsent', name: '' })
      })

      it('who is to hear an answer: 180 days; the question stays', async () => {
        await holds(openQuestions, question('179', 179), question('181', 181))
        await trimmer().run()
        expect((await store.find(openQuestions, 'byLastAsked', [])).map(({ id, askedBy }) => [id, askedBy])).toEqual([
          ['181', []],
          ['179', ['U1']],
        ])
      })

      it('who made a request that was decided: 90 days', async () => {
        await holds(accessRequests, request(1, 89, 'approved'), request(2, 91, 'approved'))
        await trimmer().run()
        expect((await store.find(accessRequests, 'byNo', [])).map(({ userId }) => userId)).toEqual(['U1', ''])
      })

      it('whoever left: 365 days; the reports stay with the post, and the log says so', async () => {
        await holds(people, person('364', daysAgo(364)), person('366', daysAgo(366)))
        await holds(reports, report('1', 'a', '364'), report('2', 'b', '366'))
        await trimmer().run()
        expect((await store.find(people, 'byUserId', [])).map(({ id }) => id)).toEqual(['364'])
        const names = (await store.find(reports, 'byReceipt', [])).map(({ reportedByName }) => reportedByName)
        expect(names).toEqual(['ชื่อ 364', 'เจ้าหน้าที่จังหวัดน่าน'])
        expect(await store.find(auditEntries, 'byTarget', ['366'])).toMatchObject([
          { actor: 'system', action: 'person.erased' },
        ])
      })

      it('a link that is dead, with its file; one that lives stays', async () => {
        await holds(fileLinks, link('dead', 1), link('lives', -1))
        for (const id of ['file-dead', 'file-lives'])
          await store.files.put({ id, name: id, contentType: 'text/csv' }, Buffer.from(id))
        await trimmer().run()
        expect((await store.find(fileLinks, 'byExpiry', [])).map(({ id }) => id)).toEqual(['lives'])
        expect(await store.files.get('file-dead')).toBeUndefined()
        const living = await store.files.get('file-lives')
        living?.stream.destroy()
        expect(living).toBeDefined()
      })

      it('an erased person who tried codes: as soon as the hour is over', async () => {
        const contact = { firstSeenAt: daysAgo(9), blocked: false, isToForget: true }
        const tries = (days: number) => Array.from({ length: 5 }, () => daysAgo(days))
        await holds(contacts, { id: 'barred', ...contact, wrongCodesAt: tries(0) })
        await holds(contacts, { id: 'free', ...contact, wrongCodesAt: tries(1) })
        await trimmer().run()
        expect(await store.get(contacts, 'barred')).toBeDefined()
        expect(await store.get(contacts, 'free')).toBeUndefined()
      })
    })

    it('comes to the same end when three processes trim at once', async () => {
      const old = Array.from({ length: 230 }, (_, n) => chat(`U${n}`, 100))
      await holds(conversations, ...old, chat('young', 1))
      const others = await Promise.all([1, 2].map(() => openStore(place.options, programCollections)))
      await Promise.all([store, ...others].map((each) => trimmer(each).run()))
      for (const other of others) await other.close()
      expect((await store.find(conversations, 'byId', [])).map(({ id }) => id)).toEqual(['young'])
    })

    it('ends within a lot when it is stopped, and the next run does the rest', async () => {
      await holds(conversations, ...Array.from({ length: 400 }, (_, n) => chat(`U${n}`, 100)))
      const first = trimmer()
      const run = first.run()
      await first.stop()
      await run
      expect((await store.find(conversations, 'byId', [])).length).toBeGreaterThan(0)
      await trimmer().run()
      expect(await store.find(conversations, 'byId', [])).toEqual([])
    })
  })
}

function never(): never {
  throw new Error('there is a draft')
}
