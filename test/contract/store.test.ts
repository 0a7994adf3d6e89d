/** What src/store/types.ts promises, held against both stores. */
import { afterEach, beforeEach, describe } from 'vitest'
import { openStore, type Store } from '../../src/store/index.ts'
import { fixtures } from '../support/store-fixtures.ts'
import { type StorePlace, storeKinds } from '../support/store-kinds.ts'
import { declarations } from './store/declarations.ts'
import { documents } from './store/documents.ts'
import { files } from './store/files.ts'
import { kept } from './store/kept.ts'
import { processes } from './store/processes.ts'
import { questions } from './store/questions.ts'
import { rivals } from './store/rivals.ts'
import { transactions } from './store/transactions.ts'

for (const kind of await storeKinds()) {
  describe.skipIf(kind.isMissing)(`the store on ${kind.name}`, () => {
    let place: StorePlace
    let store: Store

    beforeEach(async () => {
      place = await kind.newPlace()
      store = await openStore(place.options, fixtures)
    })
    afterEach(async () => {
      await store.close()
      await place.remove()
    })

    describe('documents', () => documents(() => store))
    describe('transactions', () => transactions(() => store))
    describe('several at once', () => rivals(() => store))
    describe('questions to an index', () => questions(() => store))
    describe('kept collections', () => kept(() => ({ store, place })))
    describe('files', () => files(() => store))
    describe('declarations that change', () => declarations(() => ({ store, place })))
    describe('several processes', () => processes(() => ({ store, place })))
  })
}
