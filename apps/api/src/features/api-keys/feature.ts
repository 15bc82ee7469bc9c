import type { Feature } from '#features/feature.ts'
import type { ApiKeyDependencies } from './routes.ts'
import { createApiKeyRoutes } from './routes.ts'

/** The keys by which an account's programs are let in. */
export function createApiKeys(parts: ApiKeyDependencies) {
  return { routes: { account: { apiKeys: createApiKeyRoutes(parts) } } } satisfies Feature
}
