import type { Principal } from './principal.ts'

/** A key as it is stored: found by its prefix, proven by its hash. */
export interface StoredKey {
  readonly hash: Buffer
  readonly expiresAt: Date | null
  readonly revokedAt: Date | null
  readonly principal: Principal
}

/** What authentication needs to look up. */
export interface AccessStore {
  findKeysByPrefix(prefix: string): Promise<readonly StoredKey[]>
  isWorkspaceOf(accountId: string, workspaceId: string): Promise<boolean>
  /** The first workspaces of an account, at most two; of those with these ids, when ids are given. Newest first. */
  findTwoWorkspaces(accountId: string, ids: readonly string[] | null): Promise<readonly string[]>
  /** Notes that a key is used, now and again, and never fails. */
  noteUse(keyId: string): void
}
