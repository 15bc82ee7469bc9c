import type { Scope } from '@powerpost/contract'

/** Who acts. */
export interface Caller {
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
export interface WorkspaceCaller extends Caller {
  readonly workspaceId: string
}

export interface CallerLocals {
  caller?: Caller
  workspaceId?: string
}

/** Remembers who acts for the rest of the request. */
export function setCaller(locals: CallerLocals, caller: Caller): void {
  locals.caller = caller
}

/** Remembers in which of their workspaces. */
export function setWorkspace(locals: CallerLocals, workspaceId: string): void {
  locals.workspaceId = workspaceId
}

/** Who acts. Only behind authentication. */
export function callerOf({ locals }: { readonly locals: CallerLocals }): Caller {
  if (!locals.caller) throw new Error('A handler ran without authentication')
  return locals.caller
}

/** Who acts, in which workspace. Only on operations that need one. */
export function workspaceCallerOf(response: { readonly locals: CallerLocals }): WorkspaceCaller {
  const { workspaceId } = response.locals
  if (workspaceId === undefined) throw new Error('A handler ran without a workspace')
  return { ...callerOf(response), workspaceId }
}
