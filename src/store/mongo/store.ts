/** The store on a MongoDB replica set, through mongoose. */
import type { Collection, Store } from '../types.ts'

export async function openMongoStore(_uri: string, _collections: readonly Collection[]): Promise<Store> {
  throw new Error('MongoDB is not there yet')
}
