/** More bytes came than the caller allows. Nothing of them is kept. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError'
  /** The most bytes that were allowed. */
  readonly maxBytes: number

  constructor(maxBytes: number) {
    super(`more than ${maxBytes} bytes`)
    this.maxBytes = maxBytes
  }
}

/** There is no room left: a full disk, a spent disk quota, or a size the file system cannot hold. Worth a retry later. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError'

  constructor(options?: ErrorOptions) {
    super('storage is full', options)
  }
}

/** Nothing is stored under the key. */
export class NotStoredError extends Error {
  override readonly name = 'NotStoredError'
  readonly key: string

  constructor(key: string, options?: ErrorOptions) {
    super(`nothing is stored under ${key}`, options)
    this.key = key
  }
}

/** The key is not one that `makeStorageKey` could have made. A fault of ours, or an attempt to leave the storage. */
export class InvalidKeyError extends Error {
  override readonly name = 'InvalidKeyError'

  constructor() {
    // The key itself is not repeated: it may hold what an attacker sent.
    super('invalid storage key')
  }
}
