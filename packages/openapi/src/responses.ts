import {
  ERROR_CODES,
  errorBodySchema,
  ERRORS,
  RATE_LIMIT_HEADERS,
  REPLAYED_HEADER,
  REQUEST_ID_HEADER,
  requestIdSchema,
} from '@powerpost/contract'
import type { ErrorBody, ErrorCode } from '@powerpost/contract'
import type { HeaderObject, HeadersObject, ReferenceObject, ResponseObject, ResponsesObject } from 'openapi3-ts/oas31'
import { DEFAULT_ORIGIN } from './origin.ts'
import { headerName } from './parameters.ts'
import type { Route } from './routes.ts'
import type { SchemaComponents } from './schemas.ts'

type ErrorStatus = (typeof ERRORS)[ErrorCode]['status']

const RESPONSE_NAMES = {
  400: 'BadRequest',
  401: 'Unauthorized',
  402: 'PaymentRequired',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  409: 'Conflict',
  413: 'ContentTooLarge',
  415: 'UnsupportedMediaType',
  422: 'UnprocessableContent',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  503: 'ServiceUnavailable',
} as const satisfies Record<ErrorStatus, string>

const REQUEST_ID = 'RequestId'
const REPLAYED = 'IdempotentReplayed'
const REQUEST_ID_EXAMPLE = '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c'

/** What every answer carries. */
const COMMON_HEADERS: HeadersObject = {
  [headerName(REQUEST_ID_HEADER)]: { $ref: `#/components/headers/${REQUEST_ID}` },
}

const RATE_LIMIT_NAMES = {
  [RATE_LIMIT_HEADERS.limit]: 'RateLimitLimit',
  [RATE_LIMIT_HEADERS.remaining]: 'RateLimitRemaining',
  [RATE_LIMIT_HEADERS.reset]: 'RateLimitReset',
}

/** What every answer carries once the key was found to be a good one. */
const RATE_LIMITS: HeadersObject = Object.fromEntries(
  Object.entries(RATE_LIMIT_NAMES).map(([header, name]) => [
    headerName(header),
    { $ref: `#/components/headers/${name}` },
  ]),
)

const RETRY_AFTER: HeaderObject = {
  description: 'In how many seconds to try again.',
  required: true,
  schema: { type: 'integer', minimum: 0 },
  example: 5,
}

/** Not every answer of these statuses is behind a good key, or carries it: it is not promised. */
const OPTIONAL_RETRY_AFTER: HeaderObject = { ...RETRY_AFTER, required: false }

/** What answers of one status carry besides. */
const HEADERS_OF_STATUS: Partial<Record<ErrorStatus, HeadersObject>> = {
  405: {
    Allow: { description: 'The methods of the route.', required: true, schema: { type: 'string' }, example: 'GET' },
  },
  409: { 'Retry-After': OPTIONAL_RETRY_AFTER },
  429: { 'Retry-After': RETRY_AFTER },
  503: { 'Retry-After': RETRY_AFTER },
}

/** The headers that answers share. */
export function createHeaderComponents(schemas: SchemaComponents): Record<string, HeaderObject> {
  return {
    [REQUEST_ID]: {
      description: "The request's name: the caller's own, or one the server made. Name it in a report.",
      required: true,
      schema: schemas.use(requestIdSchema, 'output'),
      example: REQUEST_ID_EXAMPLE,
    },
    RateLimitLimit: rateLimitHeader('Requests a minute that the key has for operations of this kind.', 30),
    RateLimitRemaining: rateLimitHeader('How many of them are left until the reset.', 29),
    RateLimitReset: rateLimitHeader('When the count begins anew, in seconds since 1970.', 1_795_287_232),
    [REPLAYED]: {
      description: '`true` when this is the kept answer of an earlier request with the same `Idempotency-Key`.',
      schema: { type: 'string', enum: ['true'] },
    },
  }
}

/** Absent where the key was refused before anything was counted. */
function rateLimitHeader(description: string, example: number): HeaderObject {
  return { description, schema: { type: 'integer', minimum: 0 }, example }
}

/** The error answers that operations share, one a status: only those that some route names. */
export function createErrorResponses(
  routes: readonly Route[],
  schemas: SchemaComponents,
): Record<string, ResponseObject> {
  const statuses = new Set(routes.flatMap(listErrorStatuses))
  return Object.fromEntries(
    [...statuses].sort((a, b) => a - b).map((status) => [RESPONSE_NAMES[status], toErrorResponse(status, schemas)]),
  )
}

/** The answers of one operation: its 200, and precisely the errors that its contract names. */
export function listResponses(route: Route, schemas: SchemaComponents): ResponsesObject {
  const success: ResponseObject = {
    description: route.responses[200].meta()?.description ?? route.summary,
    headers: {
      ...COMMON_HEADERS,
      ...RATE_LIMITS,
      ...(route.method === 'POST' && { [headerName(REPLAYED_HEADER)]: { $ref: `#/components/headers/${REPLAYED}` } }),
    },
    content: {
      'application/json': {
        schema: schemas.use(route.responses[200], 'output'),
        example: route.metadata.responseExample,
      },
    },
  }
  const errors = listErrorStatuses(route).map((status): [number, ReferenceObject] => [
    status,
    { $ref: `#/components/responses/${RESPONSE_NAMES[status]}` },
  ])
  return { 200: success, ...Object.fromEntries(errors) }
}

function listErrorStatuses(route: Route): ErrorStatus[] {
  return Object.keys(route.responses)
    .map(Number)
    .filter((status) => status !== 200)
    .map((status) => {
      if (isErrorStatus(status)) return status
      throw new Error(`${route.metadata.operationId} answers ${status}, which the error table does not know.`)
    })
}

function isErrorStatus(status: number): status is ErrorStatus {
  return status in RESPONSE_NAMES
}

function toErrorResponse(status: ErrorStatus, schemas: SchemaComponents): ResponseObject {
  const codes = ERROR_CODES.filter((code) => ERRORS[code].status === status)
  return {
    description: codes.map((code) => `\`${code}\`: ${ERRORS[code].title}. ${ERRORS[code].mend}`).join('\n\n'),
    headers: { ...COMMON_HEADERS, ...(status !== 401 && RATE_LIMITS), ...HEADERS_OF_STATUS[status] },
    content: {
      'application/json': {
        schema: schemas.use(errorBodySchema, 'output'),
        examples: Object.fromEntries(
          codes.map((code) => [code, { summary: ERRORS[code].title, value: toErrorExample(code) }]),
        ),
      },
    },
  }
}

function toErrorExample(code: ErrorCode): ErrorBody {
  return {
    error: {
      message: ERRORS[code].title,
      code,
      ...(code === 'VALIDATION_ERROR' && {
        details: [{ path: 'prompt', message: 'must have at least 3 characters' }],
      }),
      ...(code === 'RATE_LIMIT_EXCEEDED' && { retryAfter: 21 }),
      request_id: REQUEST_ID_EXAMPLE,
      doc_url: `${DEFAULT_ORIGIN}/docs/errors#${code}`,
    },
  }
}
