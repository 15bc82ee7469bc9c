import type { Platform } from '@powerpost/contract'
import type { StoredConnection } from '../connections.repository.ts'

/** Whose sign-in the tokens of a connection are from: that platform renews and revokes them. */
export function signInPlatformOf({ sign_in_platform, platform }: StoredConnection): Platform {
  return sign_in_platform ?? platform
}
