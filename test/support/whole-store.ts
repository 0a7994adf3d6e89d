/** All that a store holds, as one text: to look for what must not be there any more. */
import { DatabaseSync } from 'node:sqlite'
import mongoose from 'mongoose'
import type { StoreOptions } from '../../src/store/index.ts'

export async function textOfStore(options: StoreOptions): Promise<string> {
  return 'sqliteFile' in options ? textOfFile(options.sqliteFile) : textOfDatabase(options.mongodbUri)
}

function textOfFile(file: string): string {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
    const rows = tables.flatMap(({ name }) => db.prepare(`SELECT * FROM "${name}"`).all())
    return rows.map((row) => Object.values(row).map(asText).join(' ')).join('\n')
  } finally {
    db.close()
  }
}

const asText = (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value))

async function textOfDatabase(uri: string): Promise<string> {
  const connection = await mongoose.createConnection(uri).asPromise()
  try {
    const { db } = connection
    const names = (await db?.listCollections().toArray()) ?? []
    const found = await Promise.all(names.map(({ name }) => connection.collection(name).find().toArray()))
    return found.flat().map(rowAsText).join('\n')
  } finally {
    await connection.close()
  }
}

/** A chunk of a file lies as bytes. */
const rowAsText = ({ data, ...row }: mongoose.mongo.WithId<mongoose.mongo.BSON.Document>) =>
  `${JSON.stringify(row)} ${data instanceof mongoose.mongo.Binary ? Buffer.from(data.buffer).toString('utf8') : JSON.stringify(data)}`
