import { createHash, randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { FileTooLarge, MAX_FILE_BYTES, type Store } from '../../../src/store/index.ts'

const photo = { id: 'photo-1', name: 'ภาพถ่าย.jpg', contentType: 'image/jpeg' }

export function files(store: () => Store): void {
  it('refuses a file over 20 MiB', async () => {
    const tooMuch = store().files.put(photo, new Uint8Array(MAX_FILE_BYTES + 1))
    await expect(tooMuch).rejects.toThrow(FileTooLarge)
    expect(await store().files.get(photo.id)).toBeUndefined()
  })

  it('gives back every byte, of an empty file as of one of 20 MiB', async () => {
    for (const bytes of [new Uint8Array(0), randomBytes(1), randomBytes(256 * 1024), randomBytes(MAX_FILE_BYTES)]) {
      const file = { ...photo, id: `photo-${bytes.length}` }
      const info = { ...file, bytes: bytes.length, sha256: sha256(bytes) }
      expect(await store().files.put(file, bytes)).toStrictEqual(info)
      const stored = await store().files.get(file.id)
      expect(stored?.info).toStrictEqual(info)
      expect(sha256(await content(file.id))).toBe(info.sha256)
    }
  })

  it('stores a file once under its id, however often and at once it is put', async () => {
    const contents = Array.from({ length: 5 }, () => randomBytes(600_000))
    const infos = await Promise.all(contents.map((bytes) => store().files.put(photo, bytes)))
    expect(new Set(infos.map((info) => info.sha256)).size).toBe(1)
    expect(sha256(await content(photo.id))).toBe(infos[0]?.sha256)
    const again = await store().files.put({ ...photo, name: 'อื่น.jpg' }, randomBytes(10))
    expect(again).toStrictEqual(infos[0])
  })

  it('removes a file, and takes another under the same id', async () => {
    await store().files.remove('never there')
    await store().files.put(photo, randomBytes(600_000))
    await store().files.remove(photo.id)
    expect(await store().files.get(photo.id)).toBeUndefined()
    await store().files.put(photo, Buffer.from('ใหม่'))
    expect((await content(photo.id)).toString()).toBe('ใหม่')
  })

  async function content(id: string): Promise<Buffer> {
    const stored = await store().files.get(id)
    if (!stored) throw new Error(`${id} is not there`)
    return buffer(stored.stream)
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
