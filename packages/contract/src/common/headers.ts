import { z } from 'zod'

/** The header that carries the API key; `Authorization: Bearer KEY` does as well. */
export const API_KEY_HEADER = 'x-api-key'

/** The header that names the workspace a request is about. */
export const WORKSPACE_HEADER = 'x-workspace-id'

/** The header that names a request: a caller's own well-formed one is kept, else the server makes one. */
export const REQUEST_ID_HEADER = 'x-request-id'

/** Without an example, which a form for trying requests would send: nobody's workspace. */
export const workspaceIdSchema = z
  .guid({ error: 'must be the UUID of one of your workspaces' })
  .meta({ description: 'The workspace the request applies to.' })

/** The header that makes a POST safe to send again. */
export const IDEMPOTENCY_HEADER = 'idempotency-key'

/** The header that says that an answer was kept from an earlier request with the same `Idempotency-Key`. */
export const REPLAYED_HEADER = 'idempotent-replayed'

/** How long an answer is kept under its `Idempotency-Key`, in hours. */
export const IDEMPOTENCY_HOURS = 24

/** Without an example: the second request that a form sent with it would be refused. */
export const idempotencyKeySchema = z
  .string()
  .regex(/^[\x20-\x7E]{1,255}$/, { error: 'must be 1-255 printable ASCII characters' })
  .meta({
    description:
      'A unique key of your choice, e.g. a UUID or `order-1842-captions`. Sending the same request again with the same key within 24 hours returns the first response and has no second effect. A different request with the same key is refused.',
  })

/** The header by which a request of a sandbox key is refused for a field that its operation does not know. */
export const STRICT_HEADER = 'x-strict'

export const strictSchema = z.enum(['true', 'false'], { error: 'must be true or false' }).meta({
  description:
    'With a sandbox key: `true` refuses a body that has a field which the operation does not know, and names it. A live key is never refused for it.',
})

/** The header that resumes a stream of events behind the one that it names. */
export const LAST_EVENT_ID_HEADER = 'last-event-id'

export const lastEventIdSchema = z
  .string()
  .regex(/^[0-9]{1,9}$/, { error: 'must be the number of an event' })
  .meta({
    description: 'The number of the last event you received: the stream continues after it. 0 is before the first.',
  })

/** Needed on everything except `/account/*`. */
export const workspaceHeaders = { [WORKSPACE_HEADER]: workspaceIdSchema } as const

/** What every POST of the account reads. */
export const idempotencyHeaders = { [IDEMPOTENCY_HEADER]: idempotencyKeySchema.optional() } as const

/** What every POST about a workspace reads. */
export const workspacePostHeaders = { ...workspaceHeaders, ...idempotencyHeaders } as const

/** What a stream of events about a workspace reads. */
export const workspaceStreamHeaders = {
  ...workspaceHeaders,
  [LAST_EVENT_ID_HEADER]: lastEventIdSchema.optional(),
} as const

/** A request id we keep: 1-128 characters that are safe in a header and in a log line. */
export const requestIdSchema = z.string().regex(/^[A-Za-z0-9._:-]{1,128}$/)
