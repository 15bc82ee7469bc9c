import { ERROR_CODES, errorBodySchema, errorCodesOf, ERRORS, isPage } from '@powerpost/contract'
import type { ErrorBody, ErrorCode } from '@powerpost/contract'
import type { ReferenceObject, ResponseObject } from 'openapi3-ts/oas31'
import { listErrorHeaders, REQUEST_ID_EXAMPLE } from './headers.ts'
import { DEFAULT_ORIGIN } from './origin.ts'
import type { Route } from './routes.ts'
import type { SchemaComponents } from './schemas.ts'

/** One error answer of an operation: a status, and the codes it can have there. */
interface ErrorAnswer {
  readonly status: number
  readonly codes: readonly ErrorCode[]
  /** Whether browsers get it as a page. */
  readonly page: boolean
}

/** The errors of one operation, each a reference to the answer it shares with other operations. */
export function listErrorResponses(route: Route): Record<string, ReferenceObject> {
  return Object.fromEntries(
    listErrorAnswers(route).map((answer) => [answer.status, { $ref: `#/components/responses/${nameOf(answer)}` }]),
  )
}

/** Every code that an operation can answer with, in the order of the statuses. */
export function listErrorCodes(route: Route): ErrorCode[] {
  return listErrorAnswers(route).flatMap(({ codes }) => codes)
}

/** The error answers that operations share: one for each set of codes that some operation has under one status. */
export function createErrorResponses(
  routes: readonly Route[],
  schemas: SchemaComponents,
): Record<string, ResponseObject> {
  const answers = [...new Map(routes.flatMap(listErrorAnswers).map((answer) => [nameOf(answer), answer]))].sort(
    ([nameA, a], [nameB, b]) => a.status - b.status || (nameA < nameB ? -1 : 1),
  )
  return Object.fromEntries(answers.map(([name, answer]) => [name, toResponse(answer, schemas)]))
}

const STATUSES = [...new Set(ERROR_CODES.map((code) => ERRORS[code].status))].sort((a, b) => a - b)

function listErrorAnswers({ responses, metadata }: Route): ErrorAnswer[] {
  const page = isPage(metadata)
  return STATUSES.flatMap((status) => {
    const body = responses[status]
    return body ? [{ status, codes: errorCodesOf(body), page }] : []
  })
}

/** `FORBIDDEN` and `INSUFFICIENT_SCOPE` under one status are `ForbiddenOrInsufficientScope`. */
function nameOf({ codes, page }: ErrorAnswer): string {
  return `${codes.map(toPascalCase).join('Or')}${page ? 'Page' : ''}`
}

function toPascalCase(code: ErrorCode): string {
  return code.toLowerCase().replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function toResponse({ status, codes, page }: ErrorAnswer, schemas: SchemaComponents): ResponseObject {
  return {
    description: codes.map((code) => `\`${code}\`: ${ERRORS[code].title}. ${ERRORS[code].hint}`).join('\n\n'),
    'x-error-codes': codes,
    headers: listErrorHeaders(status),
    content: {
      ...(page && { 'text/html': { schema: { type: 'string', description: 'An HTML page that says what to do.' } } }),
      'application/json': {
        schema: schemas.use(errorBodySchema, 'output'),
        examples: Object.fromEntries(
          codes.map((code) => [code, { summary: ERRORS[code].title, value: toExample(code) }]),
        ),
      },
    },
  }
}

function toExample(code: ErrorCode): ErrorBody {
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
