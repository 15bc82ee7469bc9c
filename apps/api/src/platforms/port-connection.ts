import type { AccountKind, Platform } from '@powerpost/contract'

/** The account of a platform that a post goes to, opened for one attempt at a step. */
export interface OpenConnection {
  /** The account of this server that it belongs to: what the operator's app has is shared between those. */
  readonly accountId: string
  /** The platform's own id of the account. */
  readonly platformAccountId: string
  /** As people know the account, e.g. `@powerpost`. */
  readonly displayName: string
  /** What the account is: it may decide how a post is addressed. `profile` for the sandbox without a sign-in. */
  readonly accountKind: AccountKind
  /**
   * Whose sign-in its tokens are from: its own platform's, or another's that reaches it. An Instagram account behind a Facebook page
   * has the tokens of Facebook, which another address takes.
   */
  readonly signInPlatform: Platform
  /**
   * A token that is good now: refreshed before if it is about to end.
   *
   * @throws PublishError `reconnect`: only a person can bring the connection back
   */
  accessToken(signal: AbortSignal): Promise<string>
  /**
   * Refreshes the token, however long it still lives: the platform refused it. Callers that were refused the same token
   * share one refresh.
   *
   * @param refused the token that the platform refused
   * @throws PublishError `reconnect`
   */
  replaceToken(refused: string, signal: AbortSignal): Promise<string>
}
