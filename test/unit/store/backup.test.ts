import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SetupError } from '../../../src/errors.ts'
import { backupStore, openStore, restoreStore, type Store } from '../../../src/store/index.ts'
import { fixtures, trip, trips } from '../../support/store-fixtures.ts'

let folder: string
let file: string
let target: string
let store: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-'))
  file = join(folder, 'data', 'store.sqlite')
  target = join(folder, 'backups', 'monday.sqlite')
  store = await openStore({ sqliteFile: file }, fixtures)
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

describe('backup', () => {
  it('refuses where no store is, or none of ours', async () => {
    await expect(backupStore(join(folder, 'none.sqlite'), target)).rejects.toThrow(SetupError)
    const other = join(folder, 'other.sqlite')
    new DatabaseSync(other).exec('CREATE TABLE recipes (name TEXT)')
    await expect(backupStore(other, target)).rejects.toThrow(SetupError)
    expect(existsSync(target)).toBe(false)
  })

  it('refuses to overwrite anything but an earlier backup', async () => {
    const letter = join(folder, 'letter.txt')
    writeFileSync(letter, 'เรียน ผู้ว่าราชการจังหวัด')
    await expect(backupStore(file, letter)).rejects.toThrow(SetupError)
    expect(readFileSync(letter, 'utf8')).toBe('เรียน ผู้ว่าราชการจังหวัด')
    await expect(backupStore(file, file)).rejects.toThrow(SetupError)
  })

  it('copies everything, files included, while the program writes', async () => {
    await store.insertIfAbsent(trips, [trip({ id: 'before' })])
    await store.files.put({ id: 'photo', name: 'ภาพ.jpg', contentType: 'image/jpeg' }, Buffer.alloc(300_000, 7))
    const writing = Array.from({ length: 200 }, (_, n) => store.insertIfAbsent(trips, [trip({ id: `during-${n}` })]))
    await Promise.all([backupStore(file, target), ...writing])
    await backupStore(file, target)
    expect(readdirSync(join(folder, 'backups'))).toEqual(['monday.sqlite'])

    const copy = await openStore({ sqliteFile: target }, fixtures)
    expect(await copy.count(trips, 'byTitle', [])).toBe(201)
    const photo = await copy.files.get('photo')
    expect(photo && (await buffer(photo.stream))).toEqual(Buffer.alloc(300_000, 7))
    await copy.close()
  })
})

describe('restore', () => {
  beforeEach(async () => {
    await store.insertIfAbsent(trips, [trip({ id: 'saved' })])
    await backupStore(file, target)
    await store.insertIfAbsent(trips, [trip({ id: 'later' })])
  })

  it('refuses while a program has the store open', async () => {
    await expect(restoreStore(target, file)).rejects.toThrow(/in use/)
    expect(await store.get(trips, 'later')).toBeDefined()
  })

  it('refuses what is no store of ours, what is damaged, and the store itself', async () => {
    await store.close()
    const text = join(folder, 'letter.txt')
    writeFileSync(text, 'เรียน ผู้ว่าราชการจังหวัด'.repeat(50))
    const damaged = join(folder, 'damaged.sqlite')
    copyFileSync(target, damaged)
    const bytes = readFileSync(damaged)
    writeFileSync(damaged, bytes.fill(0x55, 4_096))
    for (const source of [text, damaged, file, join(folder, 'none.sqlite')]) {
      await expect(restoreStore(source, file), source).rejects.toThrow(SetupError)
    }
    await expectIds(['later', 'saved'])
  })

  it('puts the backup in the place of the store', async () => {
    await store.close()
    await restoreStore(target, file)
    await expectIds(['saved'])
  })

  it('brings a lost store back', async () => {
    await store.close()
    rmSync(join(folder, 'data'), { recursive: true })
    await restoreStore(target, file)
    await expectIds(['saved'])
  })

  async function expectIds(expected: string[]): Promise<void> {
    store = await openStore({ sqliteFile: file }, fixtures)
    expect((await store.find(trips, 'byTitle', [])).map(({ id }) => id).toSorted()).toEqual(expected)
  }
})
