import { createHash } from 'node:crypto'
import type { CompletedPart, S3Client } from '@aws-sdk/client-s3'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { TooLargeError } from '../errors.ts'
import { iterateAbortably } from '../iterate-abortably.ts'
import type { StoredFile, WriteOptions } from '../port.ts'

/**
 * Bytes of a part. S3 takes 5 MiB to 5 GiB, and 10,000 parts: so a file has 80 GB at the most, more than media may have.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
 */
const PART_BYTES = 8 * 1024 ** 2

interface WriteObjectOptions extends WriteOptions {
  readonly client: S3Client
  readonly bucket: string
  /** Its name in the bucket. */
  readonly name: string
  readonly source: AsyncIterable<Uint8Array>
  /** The ids of unfinished uploads of this process, so that a sweep spares them. */
  readonly ongoing: Set<string>
}

/**
 * Writes an object: a small one in one request, a larger one by parts, one after the other. It is there when the last request is
 * answered, whole, or not at all.
 */
export async function writeObject(options: WriteObjectOptions): Promise<StoredFile> {
  const { client, bucket: Bucket, name: Key, source, signal, maxBytes = Number.POSITIVE_INFINITY } = options
  signal?.throwIfAborted()
  const hash = createHash('sha256')
  const upload = createUpload(options)
  let size = 0
  let pending: Uint8Array[] = []
  let pendingBytes = 0
  const takePending = () => {
    const part = Buffer.concat(pending)
    pending = []
    pendingBytes = 0
    return part
  }
  try {
    for await (const chunk of iterateAbortably(source, signal)) {
      size += chunk.length
      if (size > maxBytes) throw new TooLargeError(maxBytes)
      hash.update(chunk)
      // The source may use its memory again.
      pending.push(Uint8Array.from(chunk))
      pendingBytes += chunk.length
      if (pendingBytes >= PART_BYTES) await upload.sendPart(takePending())
    }
    signal?.throwIfAborted()
    if (upload.hasBegun()) {
      if (pendingBytes > 0) await upload.sendPart(takePending())
      await upload.complete()
    } else {
      await client.send(new PutObjectCommand({ Bucket, Key, Body: takePending() }), stoppedBy(signal))
    }
    return { size, sha256: hash.digest('hex') }
  } catch (error) {
    await upload.abort()
    throw signal?.aborted ? signal.reason : error
  }
}

/** An upload by parts, which begins with the first of them. */
function createUpload({ client, bucket: Bucket, name: Key, ongoing, signal }: WriteObjectOptions) {
  const sending = stoppedBy(signal)
  const parts: CompletedPart[] = []
  let id: string | undefined
  async function begin(): Promise<string> {
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }), sending)
    if (UploadId === undefined) throw new Error('the server of S3 began an upload without an id')
    ongoing.add(UploadId)
    id = UploadId
    return UploadId
  }
  return {
    hasBegun: () => id !== undefined,
    async sendPart(Body: Uint8Array): Promise<void> {
      const UploadId = id ?? (await begin())
      const PartNumber = parts.length + 1
      const part = await client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }), sending)
      parts.push({ PartNumber, ETag: part.ETag })
    },
    async complete(): Promise<void> {
      const MultipartUpload = { Parts: parts }
      await client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId: id, MultipartUpload }), sending)
      if (id !== undefined) ongoing.delete(id)
    },
    /** What cannot be removed now is removed by a sweep. */
    async abort(): Promise<void> {
      if (id === undefined) return
      await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId: id })).catch(() => {})
      ongoing.delete(id)
    },
  }
}

function stoppedBy(signal: AbortSignal | undefined): { readonly abortSignal?: AbortSignal } {
  return signal ? { abortSignal: signal } : {}
}
