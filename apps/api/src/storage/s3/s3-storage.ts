import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DeleteObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { assertOrderedRange, assertRangeWithin } from '../byte-range.ts'
import { assertStorageKey } from '../key.ts'
import type { ByteRange, OpenedFile, Storage } from '../port.ts'
import { asStorageError } from './as-storage-error.ts'
import { sweepUploads } from './sweep-uploads.ts'
import { writeObject } from './write-object.ts'

export interface S3StorageOptions {
  readonly bucket: string
  /** What the names of objects begin with, without a slash at its end. @default nothing */
  readonly prefix?: string
  readonly region: string
  /** Where the server is. @default Amazon's of the region */
  readonly endpoint?: string
  /** @default as Amazon's tools find them: the environment, a profile, the machine's role */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }
  /** A directory of this machine, for copies of files that a tool needs as a path. Made when it is needed; swept by its owner. */
  readonly localDirectory: string
  /** @default the system's clock */
  readonly now?: () => Date
}

const OLDEST_UPLOAD_SECONDS = 24 * 3600

/** Keeps files in a bucket of Amazon S3, or of a server that speaks like it. Any number of processes may share it. */
export function createS3Storage(options: S3StorageOptions): Storage & { destroy(): void } {
  const { bucket, prefix = '', localDirectory, now = () => new Date() } = options
  const client = createClient(options)
  const ongoing = new Set<string>()
  const nameOf = (key: string) => {
    assertStorageKey(key)
    return prefix === '' ? key : `${prefix}/${key}`
  }

  async function open(key: string, range?: ByteRange): Promise<OpenedFile> {
    const name = nameOf(key)
    if (range) assertOrderedRange(range)
    const command = new GetObjectCommand({
      Bucket: bucket,
      Key: name,
      ...(range && { Range: `bytes=${range.start}-${range.end ?? ''}` }),
    })
    const {
      Body,
      ContentLength = 0,
      ContentRange,
    } = await client.send(command).catch((error: unknown) => {
      throw asStorageError(error, key)
    })
    if (!(Body instanceof Readable)) throw new Error('the server of S3 sent no body')
    const size = ContentRange === undefined ? ContentLength : Number(ContentRange.split('/')[1])
    try {
      // The server gives what there is of a range that ends too late.
      assertRangeWithin(range, size)
    } catch (error) {
      Body.destroy()
      throw error
    }
    return { size, stream: Body }
  }

  return {
    open,
    async write(key, source, writeOptions = {}) {
      const name = nameOf(key)
      return writeObject({ client, bucket, name, source, ongoing, ...writeOptions }).catch((error: unknown) => {
        throw asStorageError(error, key)
      })
    },
    async withLocalFile(key, use) {
      const { stream } = await open(key)
      const path = join(localDirectory, `s3-${randomUUID()}`)
      try {
        await mkdir(localDirectory, { recursive: true, mode: 0o700 })
        await pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
        return await use(path)
      } finally {
        stream.destroy()
        await rm(path, { force: true })
      }
    },
    async delete(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: nameOf(key) }))
    },
    async sweep({ olderThanSeconds }) {
      // The age of an upload by parts is that of its beginning, however lately a process sent a part: a slow line needs hours.
      const before = new Date(now().getTime() - Math.max(olderThanSeconds, OLDEST_UPLOAD_SECONDS) * 1000)
      return sweepUploads({ client, bucket, prefix, before, ongoing })
    },
    destroy: () => client.destroy(),
  }
}

function createClient({ region, endpoint, credentials }: S3StorageOptions): S3Client {
  return new S3Client({
    region,
    // Servers of others have one host name for all buckets.
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
    // Servers of others do not know Amazon's newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
}
