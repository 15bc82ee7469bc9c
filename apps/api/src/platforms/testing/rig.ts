import type { PlatformAdapter, PublishableItem } from '../port.ts'
import type { Fault, FaultyStep } from './faults.ts'

/** A platform of a test's own: an adapter, and the server that it speaks to. */
export interface PlatformRig {
  readonly adapter: PlatformAdapter
  /** What the platform takes: at least one without media and one with, where it takes both. */
  readonly items: Readonly<Record<string, PublishableItem>>
  /** Tokens that the server takes, all of the one account. Not yet revoked; at least two. */
  readonly tokens: readonly [string, string, ...string[]]
  /** The ids of the posts that people see. */
  posts(): readonly string[]
  /** Spoils the next requests of a step. @param times as many. @default 1 */
  spoil(step: FaultyStep, fault: Fault, times?: number): void
  /** The server refuses this token from now on, as ended or revoked. */
  refuseToken(token: string): void
  /** The server refuses what items say from now on, for good: it says that it breaks a rule. */
  refuseContent(): void
  /** What people see of a post. */
  read(platformPostId: string): SeenPost
  /** Decides how the server processes media from now on. Absent: the platform does not process media. */
  processMedia?(manner: 'slowly' | 'in vain'): void
  /** The server processes each post after the final call from now on. Absent: the platform does not. */
  processPosts?(): void
  /** An item of which the server gives the id some time after it is posted. Absent: it gives every id at once. */
  lateItem?(): PublishableItem
  stop(): Promise<void>
}

/** A post, as people see it. */
export interface SeenPost {
  readonly content: string
  /** Of its media that have one. */
  readonly altTexts: readonly string[]
  /** Comments of the account itself. */
  readonly comments: readonly string[]
  /** Texts that follow in the same thread, in their order. */
  readonly thread: readonly string[]
}
