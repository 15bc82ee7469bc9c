export { API_BASE_PATH } from './base-path.ts'
export {
  API_KEY_HEADER,
  IDEMPOTENCY_HEADER,
  IDEMPOTENCY_HOURS,
  idempotencyKeySchema,
  LAST_EVENT_ID_HEADER,
  lastEventIdSchema,
  REPLAYED_HEADER,
  REQUEST_ID_HEADER,
  requestIdSchema,
  STRICT_HEADER,
  strictSchema,
  WORKSPACE_HEADER,
  workspaceIdSchema,
} from './headers.ts'
export { RUN_EVENT_DAYS } from './progress-event.ts'
export { eventSchemaOf, isPage, TAGS } from './operation.ts'
export type { Operation, OtherAnswer, Tag } from './operation.ts'
export { principalSchema } from './principal.ts'
export type { Principal } from './principal.ts'
export { ACCOUNT_RATE_FACTOR, RATE_LIMIT_GROUPS, RATE_LIMIT_HEADERS, rateLimitGroupOf } from './rate-limits.ts'
export type { RateLimitGroup } from './rate-limits.ts'
export { RESOURCE_IDS, RESOURCE_TYPES } from './resources.ts'
export type { ResourceType } from './resources.ts'
export { SCOPE_PRESETS, SCOPES } from './scopes.ts'
export type { Scope, ScopePreset } from './scopes.ts'
export { countCodePoints } from './text.ts'
export { WARNING_CODES, warningSchema, WARNINGS } from './warnings.ts'
export type { Warning, WarningCode, WarningDefinition } from './warnings.ts'
