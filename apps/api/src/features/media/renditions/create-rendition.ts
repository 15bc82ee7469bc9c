import type { Trx } from '#db/types.ts'
import { wake } from '#jobs/waker.ts'
import { AppError, tooManyRequests } from '#shared/app-error.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { CreateRenditionRequest, Rendition } from '@powerpost/contract'
import { RENDITION_LIMITS } from '@powerpost/contract'
import type { MediaLinks } from '../media-links.ts'
import { findMedium } from '../media.repository.ts'
import { holdMediaToPost } from '../post-media.repository.ts'
import { noSuchMedium, toMedia } from '../present-medium.ts'
import { getRendition } from './get-rendition.ts'
import { planRendition } from './plan-rendition.ts'
import { countRenditions, saveRendition } from './renditions.repository.ts'

interface CreateDependencies {
  readonly clock: Clock
  readonly links: MediaLinks
}

interface CreateOptions {
  readonly principal: WorkspacePrincipal
  readonly mediaId: string
  readonly request: CreateRenditionRequest
}

/** Has a rendition of a medium made, unless there is one, or the medium fits as it is. */
export async function createRendition(
  trx: Trx,
  { clock, links }: CreateDependencies,
  { principal, mediaId, request }: CreateOptions,
): Promise<Rendition> {
  const medium = (await holdMediaToPost(trx, principal, [mediaId])).get(mediaId.toLowerCase())
  if (!medium) throw noSuchMedium()
  const { post_type: postType, mode: fit = 'auto', focus } = request
  const plan = planRendition(medium, { postType, fit, focus })
  if (!plan) {
    const row = await findMedium(trx, principal, medium.id)
    if (!row) throw noSuchMedium()
    const { file_size, mime_type, width, height, duration_seconds, url, thumbnail_url } = toMedia(row, links)
    const file = { file_size, mime_type, width, height, duration_seconds, url, thumbnail_url }
    return { media_id: medium.id, status: 'completed', changes: [], file }
  }
  const { accountId, workspaceId, livemode } = principal
  await refuseTooMany(trx, { workspaceId, originalId: medium.id })
  const owner = { accountId, workspaceId, livemode }
  const id = await saveRendition(trx, { id: makeId(clock), originalId: medium.id, ...owner, plan, now: clock.now() })
  await wake(trx, 'renditions')
  return getRendition(trx, links, { principal, mediaId: medium.id, id })
}

const RETRY_AFTER_MS = 10_000

async function refuseTooMany(
  trx: Trx,
  place: { readonly workspaceId: string; readonly originalId: string },
): Promise<void> {
  const { waiting, ofMedium } = await countRenditions(trx, place)
  const { waitingPerWorkspace, perMedium } = RENDITION_LIMITS
  if (ofMedium >= perMedium)
    throw new AppError('CONFLICT', `The file has ${perMedium} renditions, the most that it can.`)
  if (waiting < waitingPerWorkspace) return
  throw tooManyRequests(`${waiting} renditions of this workspace are waiting to be made.`, RETRY_AFTER_MS)
}
