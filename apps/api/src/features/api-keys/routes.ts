import type { Db, Trx } from '#db/types.ts'
import type { Mutate } from '#features/audit/index.ts'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import { principalOf } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import { handlersFor } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import type { CreateApiKeyResponse } from '@powerpost/contract'
import { lockRevocations } from './api-keys.repository.ts'
import { createApiKey } from './create-api-key.ts'
import { listApiKeys } from './list-api-keys.ts'
import { revokeApiKey } from './revoke-api-key.ts'

export interface ApiKeyDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly mutate: Mutate
  readonly answerOnce: AnswerOnce
}

export function createApiKeyRoutes({ db, clock, mutate, answerOnce }: ApiKeyDependencies) {
  return handlersFor(contract.account.apiKeys, {
    list: async ({ query, res }) => {
      return { status: 200, body: await listApiKeys(db, { principal: principalOf(res), query }) }
    },
    create: async ({ body, req, res }) => {
      return answerOnce({ req, res, content: body, withoutSecrets: withoutKey }, (trx) =>
        createApiKey(trx, { principal: principalOf(res), request: body, clock }),
      )
    },
    delete: async ({ params, query, req, res }) => {
      const principal = principalOf(res)
      const options = { principal, id: params.id, withChildren: query.with_children === 'true', clock }
      // Before the access is held: two keys that revoke each other would wait for each other.
      const lockFirst = (trx: Trx) => lockRevocations(trx, principal.accountId)
      return mutate({ req, res, lockFirst }, (trx) => revokeApiKey(trx, options))
    },
  })
}

function withoutKey(created: CreateApiKeyResponse): CreateApiKeyResponse {
  const kept = { ...created }
  delete kept.key
  return kept
}
