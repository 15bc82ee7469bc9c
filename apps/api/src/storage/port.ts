import type { Readable } from 'node:stream'

export interface WriteOptions {
  /** Stops the write; what was written of it is removed. */
  readonly signal?: AbortSignal
  /** The most bytes to take from the source. @default no bound */
  readonly maxBytes?: number
}

export interface StoredFile {
  /** Bytes. */
  readonly size: number
  /** Of the content, in lower-case hex. */
  readonly sha256: string
}

/** The bytes from `start` to `end`, both included and counted from 0, as in an HTTP range. */
export interface ByteRange {
  readonly start: number
  /** @default the last byte */
  readonly end?: number
}

export interface OpenedFile {
  /** Bytes of the whole file, whatever the range. */
  readonly size: number
  /** The bytes asked for. Whoever opened it must read it to its end or destroy it. */
  readonly stream: Readable
}

/**
 * Keeps files under keys that `makeStorageKey` makes.
 *
 * Every method throws InvalidKeyError for any other key, before it touches anything.
 */
export interface Storage {
  /**
   * Takes the source to its end and keeps it, replacing what stood under the key. When it returns, the file outlives a
   * power cut; when it throws, or the process dies in it, nothing of the new file is ever seen under the key.
   * It reads the source no faster than it can store it.
   *
   * @throws TooLargeError when the source gives more than `maxBytes`
   * @throws StorageFullError when there is no room
   * @throws the signal's reason when aborted, and whatever the source throws
   */
  write(key: string, source: AsyncIterable<Uint8Array>, options?: WriteOptions): Promise<StoredFile>

  /**
   * Opens a file for reading. It can be read to its end even if it is deleted meanwhile.
   *
   * @throws NotStoredError when there is none
   * @throws RangeError when the range does not lie within the file
   */
  open(key: string, range?: ByteRange): Promise<OpenedFile>

  /**
   * Lends a file as a local path for as long as `use` runs, to tools that need one. They must not change it.
   *
   * @throws NotStoredError when there is none, and whatever `use` throws
   */
  withLocalFile<T>(key: string, use: (path: string) => Promise<T>): Promise<T>

  /** Removes a file for good. That there is none is fine. */
  delete(key: string): Promise<void>

  /**
   * Removes what dead processes left of unfinished writes. Writes that go on in this process are left alone.
   *
   * @param options.olderThanSeconds spares what was written to more recently: it may be another living process's. A storage that cannot tell
   *   spares more
   * @returns how many it removed
   */
  sweep(options: { readonly olderThanSeconds: number }): Promise<number>
}
