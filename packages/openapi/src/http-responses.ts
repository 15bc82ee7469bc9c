import { errorBodySchema, ERRORS } from '@powerpost/contract'
import type { ErrorBody } from '@powerpost/contract'
import type { ReferenceObject, ResponseObject } from 'openapi3-ts/oas31'
import { listHttpHeaders, REQUEST_ID_EXAMPLE } from './headers.ts'
import { DEFAULT_ORIGIN } from './origin.ts'
import type { Route } from './routes.ts'
import type { SchemaComponents } from './schemas.ts'

/** What the server answers before it knows which operation is asked for, whatever the operation. */
const HTTP_RESPONSES = {
  400: { name: 'UnreadableRequest', description: 'The request is not HTTP as the server can read it.' },
  408: { name: 'RequestTimeout', description: 'The request did not arrive in time.' },
  417: { name: 'ExpectationFailed', description: 'The `Expect` header is not `100-continue`.' },
  431: { name: 'HeadersTooLarge', description: 'The headers are larger than 16 KiB.' },
} as const

const { title, hint } = ERRORS.VALIDATION_ERROR

/** Those that an operation has besides its own: what its contract says of a status stands before it. */
export function listHttpResponses({ responses }: Route): Record<string, ReferenceObject> {
  return Object.fromEntries(
    Object.entries(HTTP_RESPONSES).flatMap(([status, { name }]) =>
      Object.hasOwn(responses, status) ? [] : [[status, { $ref: `#/components/responses/${name}` }]],
    ),
  )
}

/** The responses that `listHttpResponses` refers to. */
export function createHttpResponses(schemas: SchemaComponents): Record<string, ResponseObject> {
  return Object.fromEntries(
    Object.values(HTTP_RESPONSES).map(({ name, description }) => [
      name,
      {
        description: `${description}\n\n\`VALIDATION_ERROR\`: ${title}. ${hint}`,
        'x-error-codes': ['VALIDATION_ERROR'],
        headers: listHttpHeaders(),
        content: {
          'application/json': {
            schema: schemas.use(errorBodySchema, 'output'),
            examples: { VALIDATION_ERROR: { summary: title, value: createExample() } },
          },
        },
      },
    ]),
  )
}

function createExample(): ErrorBody {
  return {
    error: {
      message: 'The server cannot read this request.',
      code: 'VALIDATION_ERROR',
      request_id: REQUEST_ID_EXAMPLE,
      doc_url: `${DEFAULT_ORIGIN}/docs/errors#VALIDATION_ERROR`,
    },
  }
}
