import type { Principal } from './principal.ts'

/** A key as it is stored: found by its prefix, proven by its hash. */
export interface StoredKey {
  readonly hash: Buffer
  readonly expiresAt: Date | null
  readonly revokedAt: Date | null
  /** Whether its account has the workspace that was named with it. False without one. */
  readonly hasWorkspace: boolean
  readonly principal: Principal
}

/** What authentication needs to look up. */
export interface AccessStore {
  /** With the workspace that the same request names: one question instead of two. */
  findKeysByPrefix(prefix: string, workspaceId: string | undefined): Promise<readonly StoredKey[]>
  /** The first workspaces of an account, at most two; of those with these ids, when ids are given. Newest first. */
  findTwoWorkspaces(accountId: string, ids: readonly string[] | null): Promise<readonly string[]>
  /** Notes that a key is used, now and again, and never fails. */
  noteUse(keyId: string): void
}
