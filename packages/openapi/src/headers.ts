import { RATE_LIMIT_HEADERS, REPLAYED_HEADER, REQUEST_ID_HEADER, requestIdSchema } from '@powerpost/contract'
import type { HeaderObject, HeadersObject } from 'openapi3-ts/oas31'
import { headerName } from './parameters.ts'
import type { Route } from './routes.ts'
import type { SchemaComponents } from './schemas.ts'

export const REQUEST_ID_EXAMPLE = '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c'

const REQUEST_ID = { [headerName(REQUEST_ID_HEADER)]: refTo('RequestId') }

const REPLAYED = { [headerName(REPLAYED_HEADER)]: refTo('IdempotentReplayed') }

/** What every answer carries once the key was found to be a good one. */
const RATE_LIMITS = {
  [headerName(RATE_LIMIT_HEADERS.limit)]: refTo('RateLimitLimit'),
  [headerName(RATE_LIMIT_HEADERS.remaining)]: refTo('RateLimitRemaining'),
  [headerName(RATE_LIMIT_HEADERS.reset)]: refTo('RateLimitReset'),
}

const RETRY_AFTER: HeaderObject = {
  description: 'The seconds to wait before trying again.',
  required: true,
  schema: { type: 'integer', minimum: 0 },
  example: 5,
}

/** What error answers of one status carry besides. */
const HEADERS_OF_STATUS: Readonly<Record<number, HeadersObject>> = {
  401: {
    'WWW-Authenticate': {
      description: 'How to send a key instead of the `x-api-key` header.',
      required: true,
      schema: { type: 'string' },
      example: 'Bearer',
    },
  },
  // Of a conflict, only one that passes by itself says when.
  409: { 'Retry-After': { ...RETRY_AFTER, required: false } },
  429: { 'Retry-After': RETRY_AFTER },
  503: { 'Retry-After': RETRY_AFTER },
}

/** What an answer of success of an operation carries. A public one is not counted. */
export function listSuccessHeaders({ method, metadata }: Route): HeadersObject {
  if (metadata.scope === null) return REQUEST_ID
  return { ...REQUEST_ID, ...RATE_LIMITS, ...(method === 'POST' && REPLAYED) }
}

/** What an answer carries that is made before an operation is known. */
export function listHttpHeaders(): HeadersObject {
  return REQUEST_ID
}

/** What an error answer of a status carries. */
export function listErrorHeaders(status: number): HeadersObject {
  return { ...REQUEST_ID, ...(status !== 401 && RATE_LIMITS), ...HEADERS_OF_STATUS[status] }
}

/** The headers that answers share. */
export function createHeaderComponents(schemas: SchemaComponents): Record<string, HeaderObject> {
  return {
    RequestId: {
      description: 'The id of the request: your own, or one the server made. Include it in a bug report.',
      required: true,
      schema: schemas.use(requestIdSchema, 'output'),
      example: REQUEST_ID_EXAMPLE,
    },
    RateLimitLimit: rateLimitHeader('Requests per minute that the key may make for operations of this kind.', 30),
    RateLimitRemaining: rateLimitHeader('How many requests are left until the reset.', 29),
    RateLimitReset: rateLimitHeader('When the limit resets, in seconds since 1970.', 1_795_287_232),
    IdempotentReplayed: {
      description: '`true` when this is the stored response of an earlier request with the same `Idempotency-Key`.',
      schema: { type: 'string', enum: ['true'] },
    },
  }
}

/** Absent where the key was refused before anything was counted. */
function rateLimitHeader(description: string, example: number): HeaderObject {
  return { description, schema: { type: 'integer', minimum: 0 }, example }
}

function refTo(name: string) {
  return { $ref: `#/components/headers/${name}` }
}
