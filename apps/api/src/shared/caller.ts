import type { Scope } from '@powerpost/contract'

/** Who is asking, as the key says. */
export interface Caller {
  readonly accountId: string
  readonly keyId: string
  /** When the key ends; null: never. */
  readonly keyExpiresAt: Date | null
  /** False for a sandbox key: it sees and touches only sandbox rows. */
  readonly livemode: boolean
  readonly scopes: readonly Scope[]
  /** The workspaces the key is bound to; null: all of the account. */
  readonly workspaceIds: readonly string[] | null
}

/** Who is asking, and about which of their workspaces. */
export interface WorkspaceCaller extends Caller {
  readonly workspaceId: string
}

interface CallerLocals {
  caller?: Caller
  workspaceId?: string
}

/** Remembers who is asking for the rest of the request. */
export function setCaller(locals: CallerLocals, caller: Caller): void {
  locals.caller = caller
}

/** Remembers which of their workspaces it is about. */
export function setWorkspace(locals: CallerLocals, workspaceId: string): void {
  locals.workspaceId = workspaceId
}

/** Who is asking. Only behind authentication. */
export function callerOf({ locals }: { readonly locals: CallerLocals }): Caller {
  if (!locals.caller) throw new Error('A handler ran without authentication')
  return locals.caller
}

/** Who is asking, about which workspace. Only on operations that need one. */
export function workspaceCallerOf(response: { readonly locals: CallerLocals }): WorkspaceCaller {
  const { workspaceId } = response.locals
  if (workspaceId === undefined) throw new Error('A handler ran without a workspace')
  return { ...callerOf(response), workspaceId }
}
