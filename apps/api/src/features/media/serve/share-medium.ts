import { Readable } from 'node:stream'
import type { Db } from '#db/types.ts'
import { isWorkspaceThere } from '#features/workspaces/index.ts'
import { AppError } from '#shared/app-error.ts'
import type { Storage } from '#storage/port.ts'
import type { MediaLinks, SignedLink } from '../media-links.ts'
import type { StoredMedium } from '../media.repository.ts'
import { findFile } from '../media.repository.ts'
import { openFile } from '../open-file.ts'
import type { Thumbnailer } from '../thumbnails/thumbnailer.ts'
import type { SharedFile } from './send-file.ts'

export interface ShareDependencies {
  readonly db: Db
  readonly storage: Storage
  readonly links: MediaLinks
  readonly thumbnailer: Thumbnailer
}

/**
 * Finds what a signed link shows. Throws NOT_FOUND for a link that we never made, for one that has expired, and for one whose
 * medium or workspace is gone, in the same words: who guesses learns nothing.
 */
export async function shareMedium(dependencies: ShareDependencies, link: SignedLink): Promise<SharedFile> {
  const maxAge = dependencies.links.check(link)
  const medium = maxAge > 0 ? await findFile(dependencies.db, link.mediaId) : undefined
  if (!medium || !(await isWorkspaceThere(dependencies.db, medium.workspaceId))) throw noSuchLink()
  return SHARERS[link.variant](dependencies, medium, maxAge)
}

type Share = (dependencies: ShareDependencies, medium: StoredMedium, maxAge: number) => Promise<SharedFile>

const SHARERS: Record<SignedLink['variant'], Share> = {
  content: async ({ storage }, medium, maxAge) => ({
    mimeType: medium.mimeType,
    size: medium.size,
    fileName: medium.fileName,
    etag: `"${medium.sha256}"`,
    lastModified: medium.createdAt,
    maxAge,
    open: async (range) => openFile(storage, medium, range),
  }),
  thumbnail: shareThumbnail,
}

async function shareThumbnail({ thumbnailer }: ShareDependencies, medium: StoredMedium, maxAge: number) {
  const { bytes, etag, keepForSeconds } = await thumbnailer.get(medium)
  return {
    mimeType: 'image/jpeg',
    size: bytes.length,
    fileName: `${medium.fileName.replace(/\.\w{1,5}$/, '')}-thumbnail.jpg`,
    etag,
    lastModified: medium.createdAt,
    maxAge: Math.min(maxAge, keepForSeconds),
    open: async ({ start, end = bytes.length - 1 }: { readonly start: number; readonly end?: number }) =>
      Readable.from([bytes.subarray(start, end + 1)]),
  }
}

/** NOT_FOUND, whatever is wrong with a link. */
export function noSuchLink(): AppError {
  return new AppError('NOT_FOUND', 'The link is not valid, has expired, or its file was deleted.')
}
