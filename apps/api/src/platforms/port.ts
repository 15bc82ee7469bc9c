import type { AccountKind, Platform, PostOptions, PostType } from '@powerpost/contract'

/** The account of a platform that a post goes to, opened for one attempt at a step. */
export interface OpenConnection {
  /** The platform's own id of the account. */
  readonly platformAccountId: string
  /** As people know the account, e.g. `@powerpost`. */
  readonly displayName: string
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

/** A file of a post, as it is stored. */
export interface PostMedium {
  readonly mediaId: string
  readonly type: 'image' | 'video'
  readonly mimeType: string
  readonly fileName: string
  /** Bytes. */
  readonly size: number
  readonly width: number
  readonly height: number
  /** Of a video. */
  readonly durationSeconds?: number
  /** A description for people who cannot see it. */
  readonly altText?: string
  /** The point that stays visible where the platform crops it: shares of its sides, from the left and from the top. */
  readonly focus?: { readonly x: number; readonly y: number }
  /** What people see of a video before it plays: a moment of it in seconds, or a picture. */
  readonly cover?: { readonly seconds: number } | { readonly picture: PostMedium }
  /** Reads a stretch of it: `start` counted, `end` not, in bytes. */
  read(range: { start: number; end: number }, signal: AbortSignal): AsyncIterable<Uint8Array>
  /** Where the platform can fetch it: signed, and good for some hours. Public only if the server's address is. */
  publicUrl(): string
}

/** A text with its media, as people see it. */
export interface PostContent {
  readonly content: string
  readonly media: readonly PostMedium[]
}

/** What is to be published: one item of a post. It does not change between steps. */
export interface PublishableItem {
  readonly itemId: string
  /** How often posting it was started, this time included: 1, and one more with each retry by a person. */
  readonly attempt: number
  readonly postType: PostType
  /** Within the platform's limits: preflight looked. */
  readonly content: string
  /** YouTube. */
  readonly title?: string
  readonly media: readonly PostMedium[]
  /** The caller's settings for the platform. */
  readonly options: Readonly<PostOptions>
  /** What follows in the same thread. Only where the platform has `threads`. */
  readonly thread?: readonly PostContent[]
  /** Of the account itself, below its post. Only where the platform has a `firstComment`. */
  readonly firstComment?: string
}

/**
 * What publishing on a platform comes with, declared by its adapter. The conformance suite fails an adapter that declares
 * wrongly.
 */
export interface PublishingCapabilities {
  /**
   * How a final call without an answer is looked up.
   *
   * - `exactly`: in the account's posts, which the platform shows whole.
   * - `by_handle`: by an id of the platform's own, which the checkpoint has from before the final call.
   * - `not_at_all`: the outcome of a lost answer stays unknown.
   */
  readonly lookUp: 'exactly' | 'by_handle' | 'not_at_all'
  /** The platform processes media before the final call, and has to be waited for. */
  readonly processesMedia: boolean
  /** The platform processes a post after the final call, and has to be polled. */
  readonly processesPosts: boolean
  /** Media can have an `altText`. */
  readonly altText: boolean
  readonly firstComment: boolean
  readonly threads: boolean
  /** The text of a post can be changed. */
  readonly edits: boolean
}

/** What an adapter keeps between steps: its own, JSON. Recorded before the next step begins, and shown to nobody. */
export type Checkpoint = { readonly [key: string]: unknown }

/** What one step toward the final call came to. */
export type Prepared =
  /** Record this and go on. */
  | { readonly status: 'continue'; readonly checkpoint: Checkpoint }
  /** Record this and come back after so many seconds: the platform is still at work. */
  | { readonly status: 'wait'; readonly checkpoint: Checkpoint; readonly seconds: number }
  /** Record this: nothing is left but the final call. */
  | { readonly status: 'ready'; readonly checkpoint: Checkpoint }

/** What the platform answered to the final call. */
export type Published =
  /** It is posted. */
  | { readonly status: 'posted'; readonly platformPostId: string; readonly platformUrl?: string }
  /** The platform took it and works on it: record its handle, then call `poll` after so many seconds. */
  | { readonly status: 'processing'; readonly checkpoint: Checkpoint; readonly seconds: number }

/** What a look at the account's recent posts says of a final call whose answer was lost. */
export type LookedUp =
  | Published
  /** The platform surely does not have it: the final call may be made again. */
  | { readonly status: 'not_posted' }
  /** It cannot be told. */
  | { readonly status: 'unknown' }

export interface StepOptions {
  readonly connection: OpenConnection
  readonly signal: AbortSignal
}

/**
 * Publishes on one platform, as steps that the engine records.
 *
 * The engine calls `prepare` again and again, each time with the checkpoint that it recorded last, until it is `ready`.
 * Then it records that the final call is about to go, and calls `publish`: once. A step may be cut off anywhere and be
 * run again from the same checkpoint: `prepare`, `poll` and `lookUp` must bear that, at the worst leaving something
 * unseen behind on the platform. Only `publish` makes something that people see.
 */
export interface Publisher {
  /** One step: at most one upload of a chunk, one creation or one question. `undefined`: it is the first. */
  prepare(item: PublishableItem, checkpoint: Checkpoint | undefined, options: StepOptions): Promise<Prepared>
  /**
   * The final call.
   *
   * @throws PublishError only when the platform surely did not post: a `PlatformError` of its own, or what the connection
   *   and the files throw. Anything else that is thrown, and a process that dies, is an unknown outcome: `lookUp` follows.
   */
  publish(item: PublishableItem, checkpoint: Checkpoint, options: StepOptions): Promise<Published>
  /** Asks whether the platform is done with what it was `processing`. `checkpoint` is the one that came with it. */
  poll?(item: PublishableItem, checkpoint: Checkpoint, options: StepOptions): Promise<Published>
  /**
   * Looks whether a final call without an answer had its effect. Absent where `lookUp` is `not_at_all`.
   *
   * @param sentAt when the call was about to go, by this server's clock. It may differ from the platform's by minutes: better
   *   look by something of the platform's own, kept in the checkpoint
   */
  lookUp?(
    item: PublishableItem,
    checkpoint: Checkpoint,
    options: StepOptions & { readonly sentAt: Date },
  ): Promise<LookedUp>
  /** Changes the text of a post. Absent without `edits`. */
  edit?(item: PublishableItem, platformPostId: string, options: StepOptions): Promise<void>
}

/**
 * Why something was not published.
 *
 * - `retry`: it may work later: too many requests, a fault of the platform, no connection.
 * - `restart`: it may work from the first step on: what was prepared is spoilt or too old.
 * - `reconnect`: a person has to connect the account again.
 * - `never`: it will not work as it is.
 */
export type PublishFailure = 'retry' | 'restart' | 'reconnect' | 'never'

/**
 * What a failure is about.
 *
 * - `item`: this item.
 * - `account`: a quota of the platform account: nothing of it is posted before the quota is reset.
 * - `app`: a quota of this server's app at the platform, which all accounts share.
 */
export type FailureScope = 'item' | 'account' | 'app'

interface PublishErrorOptions extends ErrorOptions {
  platformError?: string
  retryAfterSeconds?: number
  scope?: FailureScope
  notBefore?: Date
}

/** Something was surely not published: the platform refused it, or a connection, a file or a setting is missing here. */
export class PublishError extends Error {
  override readonly name: string = 'PublishError'
  readonly failure: PublishFailure
  /** The platform's own code for it, e.g. `403 duplicate`. Shown to the caller, so never a token nor a whole response. */
  readonly platformError: string | undefined
  /** After how many seconds the platform can be called again. */
  readonly retryAfterSeconds: number | undefined
  /** Of a `retry`. A quota of an account or an app fails no item: they wait, and no attempt is counted. */
  readonly scope: FailureScope
  /** When the quota is reset. Undefined: the platform did not say. */
  readonly notBefore: Date | undefined

  /** @param message a sentence that says what happened and how to fix it: callers see it */
  constructor(failure: PublishFailure, message: string, options: PublishErrorOptions = {}) {
    super(message, options)
    this.failure = failure
    this.platformError = options.platformError
    this.retryAfterSeconds = options.retryAfterSeconds
    this.scope = options.scope ?? 'item'
    this.notBefore = options.notBefore
  }
}

/** The platform refused something, surely without effect. What adapters throw. */
export class PlatformError extends PublishError {
  override readonly name = 'PlatformError'
}

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
  /** Gives the access up, as well as the platform can. */
  revoke?(grant: Pick<Grant, 'accessToken' | 'refreshToken'>, signal: AbortSignal): Promise<void>
}

/** Acts as the sign-in of a platform. Its page is the server's own. */
export interface SandboxConnector extends Connector {
  /** The code that the page gives to who allows access. Only this server can make it: nobody else knows the verifier. */
  signInCode(codeVerifier: string): string
}

/** A platform as this server speaks to it: a folder of its own. */
export interface PlatformAdapter {
  readonly capabilities: PublishingCapabilities
  readonly publisher: Publisher
  /** Absent on the sandbox, which has one for each platform. */
  readonly connector?: Connector
}

/** The adapters there are. */
export interface PlatformRegistry {
  /** Of a real platform. Absent: it is not configured, or has no folder yet. */
  find(platform: Platform): PlatformAdapter | undefined
  /** Publishes to nothing, for every platform. */
  readonly sandbox: PlatformAdapter
  /** Acts as the sign-in of a platform, with accounts that publish to nothing. */
  sandboxConnector(platform: Platform): SandboxConnector
}
