import type { Platform, PlatformOptions, PostTypeOf } from '@powerpost/contract'

/** A file of a post, as it is stored. */
export interface PostMedium {
  readonly mediaId: string
  /** A document only where the platform's rules take `documents`. */
  readonly type: 'image' | 'video' | 'document'
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
  /**
   * Where a platform that pulls media can fetch it: signed, and good for some hours; another one for each step. Public only if the
   * server's address is. What is pushed instead is read by `read`.
   */
  publicUrl(): string
}

/**
 * What is to be published: one item of a post. It does not change between steps.
 *
 * @typeParam Name the platform: an adapter gets its own post types and options, and no others
 */
export interface PublishableItem<out Name extends Platform = Platform> {
  readonly itemId: string
  /** How often posting it was started, this time included: 1, and one more with each retry by a person. */
  readonly attempt: number
  readonly postType: PostTypeOf<Name>
  /** Within the platform's limits: preflight looked. */
  readonly content: string
  /** YouTube. */
  readonly title?: string
  readonly media: readonly PostMedium[]
  /** The caller's settings for the platform. */
  readonly options: Readonly<PlatformOptions<Name>>
  /**
   * The platform's id of the post that this one follows in the same thread: it is posted as a reply to it. Only where the platform
   * has `threads`. Each post of a thread is published by itself, with steps of its own, and looked up by itself.
   */
  readonly replyTo?: string
  /** Of the account itself, below its post: `comment` of the publisher. Only where the platform has a `firstComment`. */
  readonly firstComment?: string
}
