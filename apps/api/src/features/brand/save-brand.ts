import type { Trx } from '#db/types.ts'
import type { Change } from '#features/audit/index.ts'
import { findMediaForGeneration } from '#features/media/index.ts'
import { invalidField } from '#shared/app-error.ts'
import type { Clock } from '#shared/clock.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Brand, PutBrandRequest } from '@powerpost/contract'
import { lockBrand, upsertBrand } from './brand.repository.ts'
import { toBrand } from './present-brand.ts'

interface SaveOptions {
  readonly principal: WorkspacePrincipal
  readonly request: PutBrandRequest
  readonly clock: Clock
}

/** Puts a profile in the place of the one that was there. Throws VALIDATION_ERROR for a logo that is no image of the workspace. */
export async function saveBrand(trx: Trx, { principal, request, clock }: SaveOptions): Promise<Change<Brand>> {
  const { logo_media_id: logo, ...profile } = request
  const logoId = logo === undefined ? undefined : await findLogo(trx, principal, logo)
  const before = await lockBrand(trx, principal)
  const after = await upsertBrand(trx, principal, { profile, logoId: logoId ?? null, at: clock.now() })
  return { ...(before && { before: toBrand(principal, before) }), body: toBrand(principal, after) }
}

async function findLogo(trx: Trx, principal: WorkspacePrincipal, given: string): Promise<string> {
  const id = given.toLowerCase()
  const medium = (await findMediaForGeneration(trx, principal, [id])).get(id)
  if (medium?.type !== 'image') throw invalidField('logo_media_id', 'is not an image of this workspace')
  return medium.id
}
