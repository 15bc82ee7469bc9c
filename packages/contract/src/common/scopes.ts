/** What a key may do. */
export const SCOPES = [
  'account:read',
  'account:manage',
  'content:read',
  'content:generate',
  'images:read',
  'images:generate',
  'videos:read',
  'videos:generate',
  'media:read',
  'media:write',
  'posts:read',
  'posts:write',
  'posts:publish',
  'calendar:read',
  'calendar:write',
  'analytics:read',
  'settings:read',
  'settings:write',
] as const

export type Scope = (typeof SCOPES)[number]

const WITHHELD_FROM_DRAFT: readonly Scope[] = ['posts:publish', 'account:manage', 'settings:write']

/** The sets of scopes a key is usually made with. */
export const SCOPE_PRESETS = {
  read_write: SCOPES,
  read_draft: SCOPES.filter((scope) => !WITHHELD_FROM_DRAFT.includes(scope)),
  read_only: SCOPES.filter((scope) => scope.endsWith(':read')),
} as const satisfies Record<string, readonly Scope[]>

export type ScopePreset = keyof typeof SCOPE_PRESETS
