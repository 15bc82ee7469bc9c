import type { ListMultipartUploadsCommandOutput, S3Client } from '@aws-sdk/client-s3'
import { AbortMultipartUploadCommand, ListMultipartUploadsCommand } from '@aws-sdk/client-s3'
import { isStorageKey } from '../key.ts'

/** What the bucket has of others is left alone, also where we have no prefix of our own. */
function isOurs(name: string | undefined, prefix: string | undefined): boolean {
  if (name === undefined) return false
  return isStorageKey(prefix === undefined ? name : name.slice(prefix.length))
}

interface SweepOptions {
  readonly client: S3Client
  readonly bucket: string
  readonly prefix: string
  /** Uploads that began later are left alone. */
  readonly before: Date
  /** The ids of the uploads of this process. */
  readonly ongoing: ReadonlySet<string>
}

/** Gives uploads up that dead processes left: their parts are paid for, and nobody sees them. Answers how many. */
export async function sweepUploads({ client, bucket: Bucket, prefix, before, ongoing }: SweepOptions): Promise<number> {
  const Prefix = prefix === '' ? undefined : `${prefix}/`
  let removed = 0
  let page: { readonly KeyMarker?: string | undefined; readonly UploadIdMarker?: string | undefined } | undefined = {}
  while (page) {
    const list: ListMultipartUploadsCommandOutput = await client.send(
      new ListMultipartUploadsCommand({ Bucket, Prefix, ...page }),
    )
    for (const { Key, UploadId, Initiated } of list.Uploads ?? []) {
      if (UploadId === undefined || !isOurs(Key, Prefix) || ongoing.has(UploadId) || (Initiated ?? before) >= before)
        continue
      await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }))
      removed += 1
    }
    page =
      list.IsTruncated === true ? { KeyMarker: list.NextKeyMarker, UploadIdMarker: list.NextUploadIdMarker } : undefined
  }
  return removed
}
