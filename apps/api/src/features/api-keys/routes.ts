import type { Db } from '#db/types.ts'
import type { AnswerOnce } from '#features/idempotency/index.ts'
import { callerOf } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import { router } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import type { CreateApiKeyResponse } from '@powerpost/contract'
import { createApiKey } from './create-api-key.ts'
import { listApiKeys } from './list-api-keys.ts'
import { revokeApiKey } from './revoke-api-key.ts'

export interface ApiKeyDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly answerOnce: AnswerOnce
}

export function createApiKeyRoutes({ db, clock, answerOnce }: ApiKeyDependencies) {
  return router(contract.account.apiKeys, {
    list: async ({ query, res }) => {
      return { status: 200, body: await listApiKeys(db, { caller: callerOf(res), query }) }
    },
    create: async ({ body, req, res }) => {
      return answerOnce({ req, res, content: body, withoutSecrets: withoutKey }, (trx) =>
        createApiKey(trx, { caller: callerOf(res), request: body, clock }),
      )
    },
    delete: async ({ params, res }) => {
      await revokeApiKey(db, { caller: callerOf(res), id: params.id, clock })
      return { status: 200, body: { success: true } }
    },
  })
}

function withoutKey(created: CreateApiKeyResponse): CreateApiKeyResponse {
  const kept = { ...created }
  delete kept.key
  return kept
}
