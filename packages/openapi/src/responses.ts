import type { ResponseObject, ResponsesObject } from 'openapi3-ts/oas31'
import { listErrorResponses } from './error-responses.ts'
import { listSuccessHeaders } from './headers.ts'
import { listLinks } from './links.ts'
import type { Route } from './routes.ts'
import type { SchemaComponents } from './schemas.ts'

export interface ResponsesContext {
  /** All operations of the document, for the links between them. */
  readonly routes: readonly Route[]
  readonly schemas: SchemaComponents
}

/** The answers of one operation: its 200, and precisely the errors that its contract names. */
export function listResponses(route: Route, { routes, schemas }: ResponsesContext): ResponsesObject {
  const links = listLinks(route, routes)
  const success: ResponseObject = {
    description: route.responses[200].meta()?.description ?? route.summary,
    headers: listSuccessHeaders(route),
    content: {
      'application/json': {
        schema: schemas.use(route.responses[200], 'output'),
        example: route.metadata.responseExample,
      },
    },
    ...(links && { links }),
  }
  return { 200: success, ...listErrorResponses(route) }
}
