import type { Db } from '#db/types.ts'
import type { Caller } from '#shared/caller.ts'
import { paginate } from '#shared/paginate.ts'
import type { ApiKeyPage, ListApiKeysQuery } from '@powerpost/contract'
import { findApiKeys } from './api-keys.repository.ts'
import { toApiKey } from './present-api-key.ts'

/** A page of the keys that the caller may see, newest first. */
export async function listApiKeys(
  db: Db,
  { caller, query }: { readonly caller: Caller; readonly query: ListApiKeysQuery },
): Promise<ApiKeyPage> {
  const page = await paginate({ list: 'api-keys', caller, query }, (options) => findApiKeys(db, caller, options))
  return { ...page, data: page.data.map(toApiKey) }
}
