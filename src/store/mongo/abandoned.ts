/**
 * Transactions whose process died in the middle of them. mongod keeps their locks for a minute
 * (`transactionLifetimeLimitSeconds`), and whatever writes to the same documents waits, so that they are looked for and
 * ended whenever a write takes long. One that is ended though its process lives, since that hung, is run again by its driver.
 */
import type mongoose from 'mongoose'
import { APP_NAME, databaseOf } from './connection.ts'

/** In all, as mongod counts it: between the commands of a transaction a living program needs some milliseconds. */
const MOST_IDLE_MS = 1_000
const LOOK_EVERY_MS = 250

interface IdleSession {
  readonly lsid: { readonly id: mongoose.mongo.BSON.UUID }
}

/** Ends the abandoned transactions of this program, for as long as `work` is under way. */
export async function withoutAbandoned<R>(connection: mongoose.Connection, work: Promise<R>): Promise<R> {
  let looking = false
  const look = () => {
    if (looking) return
    looking = true
    void endAbandoned(connection).finally(() => {
      looking = false
    })
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  try {
    return await work
  } finally {
    clearInterval(timer)
  }
}

/** Both commands are open to everybody for what is their own. Where they are not, mongod's own limit has to do. */
async function endAbandoned(connection: mongoose.Connection): Promise<void> {
  const isAbandoned = {
    type: 'idleSession',
    appName: APP_NAME,
    'transaction.timeInactiveMicros': { $gte: MOST_IDLE_MS * 1_000 },
  }
  try {
    const admin = connection.getClient().db('admin')
    const asked = [{ $currentOp: { idleSessions: true } }, { $match: isAbandoned }]
    const found = await admin.aggregate<IdleSession>(asked, { readConcern: { level: 'local' } }).toArray()
    if (found.length > 0)
      await databaseOf(connection).command({ killSessions: found.map(({ lsid }) => ({ id: lsid.id })) })
  } catch {
    // Looked at again while the write waits.
  }
}
