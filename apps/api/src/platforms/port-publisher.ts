import type { AccountKind, Platform } from '@powerpost/contract'
import type { OpenConnection } from './port-connection.ts'
import type { FailureScope } from './port-failures.ts'
import type { PublishableItem } from './port-item.ts'

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
  /** An account can comment below its own post: `comment` of the publisher. */
  readonly firstComment: boolean
  readonly threads: boolean
  /** The text of a post can be changed. */
  readonly edits: boolean
  /** The platform may give the id of a post hours after it accepted it: `followUp` of the publisher. @default false */
  readonly lateIds?: boolean
}

/** What an adapter declares: of all its accounts, and what is otherwise for some kinds of them. */
export interface DeclaredCapabilities extends PublishingCapabilities {
  /** What differs for a kind of account: an organization's posts can be read, a person's cannot. */
  readonly byAccountKind?: Readonly<Partial<Record<AccountKind, Partial<PublishingCapabilities>>>>
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
  /** It is posted. `warnings`: sentences about what is not as it was asked for, e.g. who can see it. */
  | {
      readonly status: 'posted'
      /** Absent where the platform gives it later, or never: of a post that only its author sees. */
      readonly platformPostId?: string
      readonly platformUrl?: string
      readonly warnings?: readonly string[]
      /**
       * What the platform has still to say of it: asked for by `followUp`, first after so many seconds. It is not kept for items with a
       * thread or a first comment.
       */
      readonly followUp?: { readonly checkpoint: Checkpoint; readonly seconds: number }
    }
  /** The platform took it and works on it: record its handle, then call `poll` after so many seconds. */
  | { readonly status: 'processing'; readonly checkpoint: Checkpoint; readonly seconds: number }

/** What a platform says of a post after it is posted. */
export type FollowedUp =
  /** Nothing yet. */
  | { readonly status: 'waiting'; readonly checkpoint: Checkpoint }
  /** It has an id, and where people see it. */
  | { readonly status: 'found'; readonly platformPostId: string; readonly platformUrl?: string }
  /** It was refused after all, e.g. by the platform's moderation. `message`: a sentence for callers. */
  | { readonly status: 'refused'; readonly message: string }
  /** There is nothing more to learn of it. */
  | { readonly status: 'nothing' }

/** What a look at the account's recent posts says of a final call whose answer was lost. */
export type LookedUp =
  | Published
  /** The platform surely does not have it: the final call may be made again. */
  | { readonly status: 'not_posted' }
  /** It cannot be told. */
  | { readonly status: 'unknown' }

/** A quota that an answer says is used up, though the request itself was taken. */
export interface UsedUpQuota {
  readonly scope: Exclude<FailureScope, 'item'>
  /** When it is reset. Undefined: the platform did not say. */
  readonly notBefore?: Date
  /** A sentence for callers. */
  readonly message: string
}

/** A quota, as a platform says that it stands. */
export interface PlatformLimit {
  /** A code, e.g. `posts_24h`. */
  readonly name: string
  readonly used: number
  readonly total: number
  /** Undefined: it is counted over a moving window, or the platform does not say. */
  readonly resetsAt?: Date
  readonly scope: Exclude<FailureScope, 'item'>
  /** Where the figures are from, for people. */
  readonly source: string
}

/** How much of a quota is used up. */
export interface QuotaUsage {
  readonly scope: Exclude<FailureScope, 'item'>
  /** From 0 to 1. */
  readonly share: number
}

export interface StepOptions {
  readonly connection: OpenConnection
  readonly signal: AbortSignal
  /**
   * Reports a quota that the headers of a good answer say is used up: what comes next waits for its reset. The step itself goes on.
   * A request that was refused for it throws a `PlatformError` with a `scope` instead.
   */
  readonly reportQuota?: (quota: UsedUpQuota) => void
  /** Reports how the quotas stand that the headers of an answer tell: `GET /connections/{id}/limits` shows them, and preflight warns. */
  readonly reportLimits?: (limits: readonly PlatformLimit[]) => void
  /** Reports how much of a quota without figures is used up, where the caller must leave the rest to others: of reading metrics. */
  readonly reportUsage?: (usage: QuotaUsage) => void
}

/**
 * Publishes on one platform, as steps that the engine records.
 *
 * The engine calls `prepare` again and again, each time with the checkpoint that it recorded last, until it is `ready`.
 * Then it records that the final call is about to go, and calls `publish`: once. A step may be cut off anywhere and be
 * run again from the same checkpoint: `prepare`, `poll` and `lookUp` must bear that, at the worst leaving something
 * unseen behind on the platform. Only `publish` makes something that people see.
 */
export interface Publisher<Name extends Platform = Platform> {
  /** One step: at most one upload of a chunk, one creation or one question. `undefined`: it is the first. */
  prepare(item: PublishableItem<Name>, checkpoint: Checkpoint | undefined, options: StepOptions): Promise<Prepared>
  /**
   * The final call.
   *
   * @throws PublishError only when the platform surely did not post: a `PlatformError` of its own, or what the connection
   *   and the files throw. Anything else that is thrown, and a process that dies, is an unknown outcome: `lookUp` follows.
   */
  publish(item: PublishableItem<Name>, checkpoint: Checkpoint, options: StepOptions): Promise<Published>
  /** Asks whether the platform is done with what it was `processing`. `checkpoint` is the one that came with it. */
  poll?(item: PublishableItem<Name>, checkpoint: Checkpoint, options: StepOptions): Promise<Published>
  /**
   * Looks whether a final call without an answer had its effect. Absent where `lookUp` is `not_at_all`; not called for accounts of a kind
   * for which it is.
   *
   * @param sentAt when the call was about to go, by this server's clock. It may differ from the platform's by minutes: better
   *   look by something of the platform's own, kept in the checkpoint
   */
  lookUp?(
    item: PublishableItem<Name>,
    checkpoint: Checkpoint,
    options: StepOptions & { readonly sentAt: Date },
  ): Promise<LookedUp>
  /**
   * Comments below a post of the account: `firstComment` of the item. Called at most once, after the post is recorded. Whatever it
   * throws is a warning of the item: it stays posted. Absent without `firstComment`; not called for accounts of a kind without it.
   */
  comment?(item: PublishableItem<Name>, platformPostId: string, options: StepOptions): Promise<void>
  /**
   * Asks what the platform has still to say of a post that is posted: over hours, until it says it or a day is over. It changes nothing
   * at the platform. Absent without `lateIds`.
   *
   * @param checkpoint of the `followUp` that came with `posted`, or of the last answer
   */
  followUp?(checkpoint: Checkpoint, options: StepOptions): Promise<FollowedUp>
  /** Changes the text of a post. Absent without `edits`. */
  edit?(item: PublishableItem<Name>, platformPostId: string, options: StepOptions): Promise<void>
}
