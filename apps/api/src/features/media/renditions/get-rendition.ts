import type { Db, Trx } from '#db/types.ts'
import { AppError } from '#shared/app-error.ts'
import type { PageOptions } from '#shared/paginate.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Rendition } from '@powerpost/contract'
import { mimeTypeSchema } from '@powerpost/contract'
import type { MediaLinks } from '../media-links.ts'
import type { PresentedRendition } from './presented.repository.ts'
import { findRenditionOf, findRenditionsOf } from './presented.repository.ts'

interface GetOptions {
  readonly principal: WorkspacePrincipal
  readonly mediaId: string
  readonly id: string
}

/** One rendition of a medium. Throws NOT_FOUND. */
export async function getRendition(db: Db | Trx, links: MediaLinks, options: GetOptions): Promise<Rendition> {
  const row = await findRenditionOf(db, options.principal, options)
  if (!row) throw new AppError('NOT_FOUND', 'There is no such rendition in this workspace.')
  return toRendition(row, links)
}

/** The renditions of a medium, newest first. */
export async function listRenditions(
  db: Db,
  {
    principal,
    mediaId,
    page,
  }: { readonly principal: WorkspacePrincipal; readonly mediaId: string; readonly page: PageOptions },
): Promise<PresentedRendition[]> {
  return findRenditionsOf(db, principal, { mediaId, ...page })
}

export function toRendition(row: PresentedRendition, links: MediaLinks): Rendition {
  return {
    rendition_id: row.id,
    media_id: row.original_id,
    status: row.status,
    ...(row.queue_position !== null && { queue_position: row.queue_position }),
    changes: row.changes,
    ...toFile(row, links),
    ...(row.status === 'failed' && { error: { message: row.error_message ?? '', retryable: row.retryable } }),
    created_at: row.created_at.toISOString(),
  }
}

function toFile(row: PresentedRendition, links: MediaLinks): Pick<Rendition, 'file'> {
  const { file_id, file_size, mime_type, width, height, duration_seconds } = row
  if (file_id === null || file_size === null || width === null || height === null) return {}
  return {
    file: {
      file_size,
      mime_type: mimeTypeSchema.parse(mime_type),
      width,
      height,
      ...(duration_seconds !== null && { duration_seconds }),
      ...links.of(file_id),
    },
  }
}
