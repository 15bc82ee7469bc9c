import type { z } from 'zod'
import type { RateLimitGroup } from './rate-limits.ts'
import type { ResourceType } from './resources.ts'
import type { Scope } from './scopes.ts'

/** What the server and the document need to know of an operation besides its schemas. */
export interface Operation {
  /** Unique verb-noun name, e.g. `generateContent`. */
  readonly operationId: string
  readonly tag: Tag
  /** The scope a key must carry. Null: it is public, asked without a key and about no workspace. */
  readonly scope: Scope | null
  /** Whether `X-Workspace-Id` is needed. */
  readonly workspace: boolean
  /** What it changes: each request of it that succeeds writes one line of the audit log. Absent: nothing. */
  readonly changes?: ResourceType
  /** Counts in another group than its method and scope say. */
  readonly rateLimitGroup?: RateLimitGroup
  /** The schema of a `multipart/form-data` body, which the server reads as a stream of its own. */
  readonly multipartSchema?: z.ZodType
  /** The schema of an `application/x-www-form-urlencoded` body: the form of a page, which its handler reads itself. */
  readonly formSchema?: z.ZodType
  /** Named examples of the request body, each valid. */
  readonly requestExamples?: Readonly<Record<string, unknown>>
  /** An example of the query, valid: of an operation that needs one. */
  readonly queryExample?: Readonly<Record<string, string>>
  /** The field of the answer that only the first response has: one that is replayed for an `Idempotency-Key` lacks it. */
  readonly shownOnce?: 'key' | 'secret' | 'url'
  /** An example of the 200 answer, valid. Absent where that is no JSON. */
  readonly responseExample?: unknown
  /** What is answered besides JSON, by status: the route has `c.noBody()` there, and its handler sends the answer itself. */
  readonly otherAnswers?: Readonly<Record<number, OtherAnswer>>
}

/** An answer that is no JSON: a file, a page, a stream of events, a redirect. */
export interface OtherAnswer {
  readonly description: string
  /** The media types it can be of. Absent: it has no body. */
  readonly contentTypes?: readonly [string, ...string[]]
  /** What it is where that is a text; of a stream, each message. Absent: bytes. */
  readonly schema?: z.ZodType
  /** An example of it, valid by the schema. */
  readonly example?: unknown
  /** What its own headers say, by name: `Location`, `Content-Range`. */
  readonly headers?: Readonly<Record<string, string>>
}

/** What each event of an operation's stream holds as `data`; undefined where it answers none. */
export function eventSchemaOf({ otherAnswers }: Pick<Operation, 'otherAnswers'>): z.ZodType | undefined {
  const answer = otherAnswers?.[200]
  return answer?.contentTypes?.[0] === 'text/event-stream' ? answer.schema : undefined
}

/** Whether an operation is a page that people open: its errors are pages, too. */
export function isPage({ otherAnswers = {} }: Pick<Operation, 'otherAnswers'>): boolean {
  return Object.values(otherAnswers).some(({ contentTypes }) => contentTypes?.includes('text/html'))
}

/** The groups the operations are documented in. */
export const TAGS = {
  Content: 'Captions for six platforms from a text, images or a video.',
  Images: 'Images from a prompt, in the style of reference images, or for the caption of a generation.',
  Videos: 'A short video from a prompt, or from a prompt and an image.',
  Media: 'Images and videos to write captions about and to publish.',
  Posts: 'Drafts that are checked, published, scheduled and retried; never posted twice.',
  Queues: 'Times of the week at which posts are published, each by one post.',
  Calendar: 'What is planned for which day, and a link to it for calendar programs.',
  Analytics: 'What platforms say of posted items: views, likes, comments and more.',
  Connections: 'The platform accounts that posts are published to.',
  Platforms: 'What each platform accepts, and the versions of their APIs that the server uses.',
  Brand: 'Who a workspace speaks for: its name, readers, words, colours and logo.',
  'Writing styles': "A brand's own voice for generated captions.",
  Webhooks: 'Endpoints that receive signed events, and the deliveries to them.',
  Account: 'Credits, workspaces and API keys of the account.',
} as const

export type Tag = keyof typeof TAGS
