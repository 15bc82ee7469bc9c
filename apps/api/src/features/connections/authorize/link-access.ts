import type { Db } from '#db/types.ts'
import { holdAccess } from '#features/account/index.ts'
import { AppError } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import { contract } from '@powerpost/contract/routes'
import type { StoredRequest } from './connection-requests.repository.ts'

/** What the key needs that asks for a link. */
const CONNECT_SCOPE = contract.connections.create.metadata.scope

export const ASK_FOR_ANOTHER = 'Request a new link where you got this one.'

/** Who opened the link: they may what the key may that asked for it, as long as it may. */
export function toLinkPrincipal(request: StoredRequest): WorkspacePrincipal {
  return {
    accountId: request.account_id,
    kind: 'link',
    id: request.id,
    keyId: request.created_by.id,
    name: request.created_by.name,
    expiresAt: request.expires_at,
    livemode: request.livemode,
    scopes: [CONNECT_SCOPE],
    workspaceIds: [request.workspace_id],
    workspaceId: request.workspace_id,
  }
}

/** Why the link is no longer good; undefined: it is. Asked before the platform is, which gives its code once. */
export async function findEndOfAccess(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  principal: WorkspacePrincipal,
): Promise<string | undefined> {
  const { scopes, workspaceId } = principal
  try {
    await db.transaction().execute((trx) => holdAccess(trx, { principal, scopes, workspaceId, now: clock.now() }))
    return undefined
  } catch (err) {
    return explainRefusal(err)
  }
}

/** The refusal of an effect, for the person. Throws what is none. */
export function explainRefusal(err: unknown): string {
  if (!(err instanceof AppError)) throw err
  switch (err.code) {
    case 'CONFLICT':
      return err.message
    case 'FORBIDDEN':
      return 'The workspace of this connection was deleted.'
    case 'INVALID_API_KEY':
    case 'INSUFFICIENT_SCOPE':
      return `The API key that asked for this link was revoked or has expired. ${ASK_FOR_ANOTHER}`
    default:
      throw err
  }
}
