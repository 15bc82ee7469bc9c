import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { TooLargeError } from '../errors.ts'
import type { StoredFile, WriteOptions } from '../port.ts'
import { iterateAbortably } from '../iterate-abortably.ts'
import { asStorageError } from './as-storage-error.ts'
import { makeDirectory, syncDirectory } from '#shared/files.ts'

/** What a write needs of an open file. */
export type WritableFile = Pick<FileHandle, 'write' | 'sync' | 'close'>
export type OpenFile = (path: string) => Promise<WritableFile>

export interface WriteWholeOptions extends WriteOptions {
  readonly target: string
  /** The directory of unfinished writes, on the same file system as the target. */
  readonly incoming: string
  readonly source: AsyncIterable<Uint8Array>
  /** The temporary path stands in it while the write goes on, so that a sweep spares it. */
  readonly ongoing: Set<string>
  readonly openTemporary: OpenFile
}

/** Writes to a temporary file, makes it durable, and gives it its name: the target is there whole or not at all. */
export async function writeWhole(options: WriteWholeOptions): Promise<StoredFile> {
  const { target, incoming, ongoing } = options
  const temporary = join(incoming, randomUUID())
  options.signal?.throwIfAborted()
  ongoing.add(temporary)
  try {
    await makeDirectory(incoming)
    const stored = await writeTemporary(temporary, options)
    await makeDirectory(dirname(target))
    options.signal?.throwIfAborted()
    await rename(temporary, target)
    await syncNameOrRemove(target)
    return stored
  } catch (error) {
    await rm(temporary, { force: true })
    throw asStorageError(error)
  } finally {
    ongoing.delete(temporary)
  }
}

async function writeTemporary(path: string, options: WriteWholeOptions): Promise<StoredFile> {
  const { source, signal, maxBytes = Infinity } = options
  const hash = createHash('sha256')
  let size = 0
  const file = await options.openTemporary(path)
  try {
    for await (const chunk of iterateAbortably(source, signal)) {
      size += chunk.byteLength
      if (size > maxBytes) throw new TooLargeError(maxBytes)
      hash.update(chunk)
      await writeAll(file, chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { size, sha256: hash.digest('hex') }
}

/** One write(2) may take only a part of the chunk. */
async function writeAll(file: WritableFile, chunk: Uint8Array): Promise<void> {
  let done = 0
  while (done < chunk.byteLength) {
    const { bytesWritten } = await file.write(chunk, done, chunk.byteLength - done)
    done += bytesWritten
  }
}

async function syncNameOrRemove(target: string): Promise<void> {
  try {
    await syncDirectory(dirname(target))
  } catch (error) {
    await rm(target, { force: true })
    throw error
  }
}
