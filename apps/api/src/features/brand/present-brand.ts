import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Brand } from '@powerpost/contract'
import type { StoredBrand } from './brand.repository.ts'

/** The profile as the API shows it; undefined is one that was never saved. */
export function toBrand({ workspaceId, livemode }: WorkspacePrincipal, brand: StoredBrand | undefined): Brand {
  return {
    workspace_id: workspaceId,
    ...brand?.profile,
    ...(brand?.logo_media_id && { logo_media_id: brand.logo_media_id }),
    livemode,
    ...(brand && { updated_at: brand.updated_at.toISOString() }),
  }
}
