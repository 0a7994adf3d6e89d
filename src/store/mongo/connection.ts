/** One connection for the whole program; whatever the address says, writes wait for the majority and reads see it. */
import mongoose from 'mongoose'
import { SetupError } from '../../errors.ts'

/** By which mongod knows the transactions of this program. */
export const APP_NAME = 'sister-city-line-assistant'

const OPTIONS: mongoose.ConnectOptions = {
  appName: APP_NAME,
  writeConcern: { w: 'majority' },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
  retryWrites: true,
  ignoreUndefined: true,
  bufferCommands: false,
  serverSelectionTimeoutMS: 5_000,
  // A primary that hangs keeps its connections open: its monitor notices after these two together, and whatever waits for it
  // is then tried again with the new one. The driver's own 10 s and 30 s would hold a person's answer until its token is dead.
  heartbeatFrequencyMS: 1_500,
  connectTimeoutMS: 2_500,
  socketTimeoutMS: 30_000,
}

/** @throws SetupError when nothing answers there, or a server without transactions does */
export async function connect(uri: string): Promise<mongoose.Connection> {
  const connection = await mongoose
    .createConnection(uri, OPTIONS)
    .asPromise()
    .catch((error: Error) => {
      throw new SetupError([`MONGODB_URI: no MongoDB answers there (${error.message})`])
    })
  if (await hasTransactions(connection)) return connection
  await connection.close()
  throw new SetupError([
    'MONGODB_URI: a single server has no transactions; start mongod with --replSet and run rs.initiate() once',
  ])
}

export function databaseOf(connection: mongoose.Connection): mongoose.mongo.Db {
  if (!connection.db) throw new Error('the connection to MongoDB is closed')
  return connection.db
}

async function hasTransactions(connection: mongoose.Connection): Promise<boolean> {
  const hello = await databaseOf(connection).command({ hello: 1 })
  return typeof hello.setName === 'string' || hello.msg === 'isdbgrid'
}
