import type { PostMedium } from '../port.ts'

/** What a container is to hold. */
export interface NewContainer {
  /** Whose it is, for a service that keeps nothing. */
  readonly reference: string
  readonly text: string
  /** The post that this one follows in the same thread. */
  readonly replyTo?: string
  readonly media: readonly Pick<PostMedium, 'mimeType' | 'size' | 'altText'>[]
}

export interface Chunk {
  readonly containerId: string
  /** Which of the media, from 0. */
  readonly medium: number
  /** Bytes before it. */
  readonly offset: number
  readonly bytes: Uint8Array
}

export type ContainerState =
  | { readonly state: 'ready' }
  | { readonly state: 'processing'; readonly seconds: number }
  | { readonly state: 'failed' }

export interface SandboxPost {
  readonly postId: string
  readonly url: string
}

export type PublicationState =
  | ({ readonly state: 'posted' } & SandboxPost)
  | { readonly state: 'processing'; readonly publicationId: string; readonly seconds: number }

export type Search = ({ readonly state: 'posted' } & SandboxPost) | { readonly state: 'not_posted' | 'unknown' }

/** How one request is made. */
export interface CallOptions {
  readonly token: string
  readonly signal: AbortSignal
  /** Of the item: see `PublishableItem`. */
  readonly attempt: number
}

/**
 * A platform that publishes to nothing: containers that are filled in chunks, processed, and published once. What its methods
 * throw is as the port's `Publisher` says; a token that it refuses is a `TokenRefusedError`.
 */
export interface SandboxService {
  createContainer(container: NewContainer, options: CallOptions): Promise<string>
  /** The same chunk may be sent again. */
  append(chunk: Chunk, options: CallOptions): Promise<void>
  /** Says that all of it is there. It may be said again. */
  finish(containerId: string, options: CallOptions): Promise<ContainerState>
  readState(containerId: string, options: CallOptions): Promise<ContainerState>
  /** Publishes: each call that has its effect makes a post. */
  publish(containerId: string, options: CallOptions): Promise<PublicationState>
  readPublication(publicationId: string, options: CallOptions): Promise<PublicationState>
  /** Looks whether a container was published. */
  search(containerId: string, options: CallOptions): Promise<Search>
  /** Comments below a post: each call that has its effect makes a comment. */
  comment(postId: string, text: string, options: CallOptions): Promise<void>
}

/** The token is not good, and surely nothing happened. */
export class TokenRefusedError extends Error {
  override readonly name = 'TokenRefusedError'
}
