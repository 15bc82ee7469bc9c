import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { MediaOwner } from './uploads.repository.ts'

/** Whose the file is that a caller uploads. */
export function toOwner({ accountId, workspaceId, livemode, kind, id, name }: WorkspacePrincipal): MediaOwner {
  return { accountId, workspaceId, livemode, createdBy: { kind, id, name } }
}
