/** Received media and exports in GridFS, so that every bot behind a load balancer can hand them out. */
import { once } from 'node:events'
import mongoose from 'mongoose'
import { CHUNK_BYTES, describeFile } from '../files.ts'
import type { FileInfo, FileStore } from '../types.ts'
import { codeOf, DUPLICATE_KEY } from './errors.ts'

const BUCKET = 'media'

/**
 * Our id is GridFS's `filename`, under a unique index; each upload has a key of its own, so that one that broke off is
 * never in the way of the next.
 */
export class MongoFiles implements FileStore {
  readonly #db: mongoose.mongo.Db
  readonly #bucket: mongoose.mongo.GridFSBucket

  private constructor(db: mongoose.mongo.Db) {
    this.#db = db
    this.#bucket = new mongoose.mongo.GridFSBucket(db, {
      bucketName: BUCKET,
      chunkSizeBytes: CHUNK_BYTES,
      writeConcern: { w: 'majority' },
    })
  }

  static async open(db: mongoose.mongo.Db): Promise<MongoFiles> {
    await db.collection(`${BUCKET}.files`).createIndex({ filename: 1 }, { unique: true, name: 'once' })
    return new MongoFiles(db)
  }

  async put(file: { id: string; name: string; contentType: string }, bytes: Uint8Array): Promise<FileInfo> {
    const info = describeFile(file, bytes)
    const known = await this.#find(file.id)
    return known ? known.info : this.#upload(info, bytes)
  }

  async get(id: string) {
    const known = await this.#find(id)
    return known && { info: known.info, stream: this.#bucket.openDownloadStream(known.key) }
  }

  async ids(): Promise<string[]> {
    const found = await this.#bucket.find({}).sort({ filename: 1 }).toArray()
    return found.map(({ filename }) => filename)
  }

  async remove(id: string): Promise<void> {
    const known = await this.#find(id)
    if (known) await this.#bucket.delete(known.key)
  }

  async #upload(info: FileInfo, bytes: Uint8Array): Promise<FileInfo> {
    const { id, name, contentType, sha256 } = info
    const upload = this.#bucket.openUploadStream(id, { metadata: { name, contentType, sha256 } })
    try {
      upload.end(bytes)
      await once(upload, 'finish')
      return info
    } catch (error) {
      // Whoever was first has it. After any other error this upload may be the stored one: its chunks must stay.
      if (codeOf(error) !== DUPLICATE_KEY) throw error
      await this.#db.collection(`${BUCKET}.chunks`).deleteMany({ files_id: upload.id })
      const first = await this.#find(id)
      if (!first) throw error
      return first.info
    }
  }

  async #find(id: string): Promise<{ key: mongoose.mongo.ObjectId; info: FileInfo } | undefined> {
    const [found] = await this.#bucket.find({ filename: id }).limit(1).toArray()
    if (!found) return undefined
    const { name, contentType, sha256 } = found.metadata as Pick<FileInfo, 'name' | 'contentType' | 'sha256'>
    return { key: found._id, info: { id, name, contentType, bytes: found.length, sha256 } }
  }
}
