import type { ApiKey } from '@powerpost/contract'
import type { StoredApiKey } from './api-keys.repository.ts'

/** A key as the API shows it: nothing that it could be used by. */
export function toApiKey(key: StoredApiKey): ApiKey {
  return {
    key_id: key.id,
    name: key.name,
    prefix: key.prefix,
    scopes: key.scopes,
    livemode: key.livemode,
    workspace_ids: key.workspace_ids,
    created_by: key.created_by,
    created_at: key.created_at.toISOString(),
    expires_at: key.expires_at?.toISOString() ?? null,
    last_used_at: key.last_used_at?.toISOString() ?? null,
  }
}
