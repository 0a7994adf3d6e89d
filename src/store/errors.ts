/** Why a transaction was rejected; in each case nothing of it was written. */

/** A unique index already holds this key. */
export class DuplicateKey extends Error {
  readonly collection: string
  /** The index's name in the declaration, or 'id'. */
  readonly index: string

  constructor(collection: string, index: string, options?: ErrorOptions) {
    super(`${collection}: another document has the same ${index}`, options)
    this.name = 'DuplicateKey'
    this.collection = collection
    this.index = index
  }
}

/** A document was changed or removed by somebody else since it was read: read again and decide again. */
export class Conflict extends Error {
  readonly collection: string
  readonly id: string

  constructor(collection: string, id: string, options?: ErrorOptions) {
    super(`${collection}: ${id} was changed since it was read`, options)
    this.name = 'Conflict'
    this.collection = collection
    this.id = id
  }
}

/** A document does not fit its collection's schema: on the way in a bug, on the way out a store older or newer than the program. */
export class InvalidDocument extends Error {
  constructor(collection: string, id: string, why: string) {
    super(`${collection}: ${id} does not fit its schema: ${why}`)
    this.name = 'InvalidDocument'
  }
}

/** A file is larger than the store takes (store/files.ts). */
export class FileTooLarge extends Error {
  constructor(id: string, bytes: number) {
    super(`the file ${id} has ${bytes} bytes: too many`)
    this.name = 'FileTooLarge'
  }
}
