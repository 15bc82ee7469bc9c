import type { Db } from '#db/types.ts'
import type { Mutate } from '#features/audit/index.ts'
import type { Clock } from '#shared/clock.ts'
import { workspacePrincipalOf } from '#shared/principal.ts'
import { handlersFor } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import { findBrand } from './brand.repository.ts'
import { toBrand } from './present-brand.ts'
import { saveBrand } from './save-brand.ts'

export interface BrandDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly mutate: Mutate
}

export function createBrandRoutes({ db, clock, mutate }: BrandDependencies) {
  return handlersFor(contract.brand, {
    get: async ({ res }) => {
      const principal = workspacePrincipalOf(res)
      return { status: 200, body: toBrand(principal, await findBrand(db, principal)) }
    },
    put: async ({ body, req, res }) => {
      const principal = workspacePrincipalOf(res)
      return mutate({ req, res }, (trx) => saveBrand(trx, { principal, request: body, clock }))
    },
  })
}
