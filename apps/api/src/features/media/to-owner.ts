import type { WorkspaceCaller } from '#shared/caller.ts'
import type { MediaOwner } from './uploads.repository.ts'

/** Whose the file is that a caller uploads. */
export function toOwner({ accountId, workspaceId, livemode, kind, id, name }: WorkspaceCaller): MediaOwner {
  return { accountId, workspaceId, livemode, createdBy: { kind, id, name } }
}
