import type { Db } from '#db/types.ts'
import type { Feature } from '#features/feature.ts'
import { createAccountRoutes } from './routes.ts'

interface AccountParts {
  readonly db: Db
}

/** The account itself: its credits. */
export function createAccount(parts: AccountParts) {
  return { routes: { account: createAccountRoutes(parts) } } satisfies Feature
}
