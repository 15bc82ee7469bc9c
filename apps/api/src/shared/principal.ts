import type { Scope } from '@powerpost/contract'

/** Who acts. */
export interface Principal {
  readonly accountId: string
  /** `link`: a person who opened a link that a key asked for. */
  readonly kind: 'key' | 'user' | 'agent' | 'link'
  /** Of the key, or of the request that the link belongs to. */
  readonly id: string
  /** The API key whose access holds: of a link, the one that asked for it. */
  readonly keyId: string
  /** What people call the key. */
  readonly name: string
  /** When the access ends; null: never. */
  readonly expiresAt: Date | null
  /** False for the sandbox: it sees and touches only sandbox rows. */
  readonly livemode: boolean
  readonly scopes: readonly Scope[]
  /** The workspaces that it is bound to; null: all of the account. */
  readonly workspaceIds: readonly string[] | null
}

/** Who acts, and in which of their workspaces. */
export interface WorkspacePrincipal extends Principal {
  readonly workspaceId: string
}

export interface PrincipalLocals {
  principal?: Principal
  /** Whether the account has the workspace that the request names. */
  hasWorkspace?: boolean
  workspaceId?: string
}

/** Remembers who acts for the rest of the request. */
export function setPrincipal(
  locals: PrincipalLocals,
  principal: Principal,
  { hasWorkspace }: { readonly hasWorkspace: boolean },
): void {
  locals.principal = principal
  locals.hasWorkspace = hasWorkspace
}

/** Remembers in which of their workspaces. */
export function setWorkspace(locals: PrincipalLocals, workspaceId: string): void {
  locals.workspaceId = workspaceId
}

/** Who acts. Only behind authentication. */
export function principalOf({ locals }: { readonly locals: PrincipalLocals }): Principal {
  if (!locals.principal) throw new Error('A handler ran without authentication')
  return locals.principal
}

/** Who acts, in which workspace. Only on operations that need one. */
export function workspacePrincipalOf(response: { readonly locals: PrincipalLocals }): WorkspacePrincipal {
  const { workspaceId } = response.locals
  if (workspaceId === undefined) throw new Error('A handler ran without a workspace')
  return { ...principalOf(response), workspaceId }
}

/** Who made something, as `created_by` and the audit log store it. */
export function storePrincipal({ kind, id, name }: Pick<Principal, 'kind' | 'id' | 'name'>): string {
  return JSON.stringify({ kind, id, name })
}
