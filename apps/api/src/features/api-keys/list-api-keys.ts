import type { Db } from '#db/types.ts'
import type { Principal } from '#shared/principal.ts'
import { paginate } from '#shared/paginate.ts'
import type { ApiKeyPage, ListApiKeysQuery } from '@powerpost/contract'
import { findApiKeys } from './api-keys.repository.ts'
import { toApiKey } from './present-api-key.ts'

/** A page of the keys that the caller may see, newest first. */
export async function listApiKeys(
  db: Db,
  { principal, query }: { readonly principal: Principal; readonly query: ListApiKeysQuery },
): Promise<ApiKeyPage> {
  const page = await paginate({ list: 'api-keys', principal, query }, (options) => findApiKeys(db, principal, options))
  return { ...page, data: page.data.map(toApiKey) }
}
