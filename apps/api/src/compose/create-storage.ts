import { join } from 'node:path'
import type { Config } from '#config/index.ts'
import { createDiskStorage } from '#storage/disk/disk-storage.ts'
import type { Storage } from '#storage/port.ts'

/** Where the settings say that media are kept. */
export async function createStorage({ storage, dataDirectory }: Config): Promise<Storage> {
  if (storage.kind === 'disk') return createDiskStorage({ root: join(dataDirectory, 'media') })
  // A tenth of a second of work and 20 MB, which only those need who use it.
  const { createS3Storage } = await import('#storage/s3/s3-storage.ts')
  const { kind: _, endpoint, credentials, ...place } = storage
  return createS3Storage({
    ...place,
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials && { credentials }),
    localDirectory: join(dataDirectory, 'scratch'),
  })
}
