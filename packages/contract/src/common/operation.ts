import type { z } from 'zod'
import type { RateLimitGroup } from './rate-limits.ts'
import type { Scope } from './scopes.ts'

/** What the server and the document need to know of an operation beside its schemas. */
export interface Operation {
  /** Unique verb-noun name, e.g. `generateContent`. */
  readonly operationId: string
  readonly tag: Tag
  /** The scope a key must carry. */
  readonly scope: Scope
  /** Whether `X-Workspace-Id` is needed. */
  readonly workspace: boolean
  /** Counts in another group than its method and scope say. */
  readonly rateLimitGroup?: RateLimitGroup
  /** The schema of a `multipart/form-data` body, which the server reads as a stream of its own. */
  readonly multipartSchema?: z.ZodType
  /** Named examples of the request body, each valid. */
  readonly requestExamples?: Readonly<Record<string, unknown>>
  /** An example of the 200 answer, valid. */
  readonly responseExample: unknown
}

/** The groups the operations are documented in. */
export const TAGS = {
  Content: 'Captions for six platforms from a text, pictures or a video.',
  Media: 'Pictures and videos to write about and to publish.',
  Posts: 'Drafts for the platforms, checked, published, scheduled and tried again; never posted twice.',
  Connections: 'The accounts on the platforms that posts go to.',
  'Writing styles': "A brand's own voice, for generated captions.",
  Webhooks: 'Where events are sent as they happen, signed, and what became of each.',
  Account: 'What belongs to the account: its credits, workspaces and API keys.',
} as const

export type Tag = keyof typeof TAGS
