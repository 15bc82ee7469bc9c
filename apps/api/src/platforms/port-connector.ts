import type { AccountKind, Platform } from '@powerpost/contract'

/** What a platform gave when a person let us in, or when a token was renewed. */
export interface Grant {
  readonly accessToken: string
  /** Absent: the platform gives none, or the old one stays good. */
  readonly refreshToken?: string
  /** When the access token ends. Absent: it does not. */
  readonly expiresAt?: Date
  /** When the refresh token ends. A renewal brings another one, with another end. Absent: it does not, or nobody knows. */
  readonly refreshExpiresAt?: Date
  /** When all access ends, which no renewal prevents: a person has to sign in again. Absent: it does not. */
  readonly endsAt?: Date
  readonly scopes: readonly string[]
}

/** An account that a sign-in reaches. */
export interface PlatformAccount {
  /** Another platform that the sign-in reaches: Instagram, by an account behind a page of Facebook. @default that of the sign-in */
  readonly platform?: Platform
  /** The platform's own id of the account. */
  readonly platformAccountId: string
  readonly displayName: string
  readonly kind: AccountKind
  /** Where the platform shows its picture: a public https address. */
  readonly pictureUrl?: string
  /** The tokens of this account. @default those of the sign-in */
  readonly grant?: Grant
}

/**
 * How the tokens of a platform are renewed.
 *
 * - `refresh_token`: by a refresh token, also when the access token has ended (OAuth 2).
 * - `access_token`: by the access token itself, while it lives.
 * - `none`: not at all: a person signs in again.
 */
export type Renewal = 'refresh_token' | 'access_token' | 'none'

/** What a person brings back from a sign-in, and what was kept for it. */
export interface SignInAnswer {
  readonly code: string
  readonly codeVerifier: string
  readonly redirectUri: string
}

/** Lets a person connect accounts by a sign-in with a code (OAuth 2). */
export interface Connector {
  readonly renewal: Renewal
  /** What publishing needs of a grant. */
  readonly scopes: readonly string[]
  /**
   * What the platform sends a person back with instead of a code (`error` of RFC 6749, 4.1.2.1), besides `access_denied`: what it means, as a
   * sentence for the person. `denied`: they did not allow access.
   */
  readonly signInErrors?: Readonly<Record<string, 'denied' | { readonly message: string }>>
  /**
   * Where the person is sent.
   *
   * @param request `codeVerifier` for a platform with PKCE, which writes the challenge as the platform wants it
   *   (`shared/code-challenge.ts`); 43 characters of RFC 7636
   */
  authorizeUrl(request: { state: string; codeVerifier: string; redirectUri: string }): string
  /**
   * Turns the code that the person came back with into a grant, and asks which accounts it reaches that can be published to.
   *
   * @throws PlatformError with a sentence for the person
   */
  exchange(answer: SignInAnswer, signal: AbortSignal): Promise<{ grant: Grant; accounts: readonly PlatformAccount[] }>
  /**
   * Renews the tokens of an account. Absent where `renewal` is `none`.
   *
   * @throws PlatformError `reconnect` when the platform says that the grant is not good any more
   */
  refresh?(grant: Grant, signal: AbortSignal): Promise<Grant>
  /** Gives the access of one account up, as well as the platform can. Absent where that would end others of the same sign-in. */
  revoke?(grant: Pick<Grant, 'accessToken' | 'refreshToken'>, signal: AbortSignal): Promise<void>
}

/** Acts as the sign-in of a platform. Its page is the server's own. */
export interface SandboxConnector extends Connector {
  /** The code that the page gives to who allows access. Only this server can make it: nobody else knows the verifier. */
  signInCode(codeVerifier: string): string
}
