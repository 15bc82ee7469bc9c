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
  const { eventSchema, responseExample: example } = route.metadata
  const success: ResponseObject = {
    description: (eventSchema ?? route.responses[200]).meta()?.description ?? route.summary,
    headers: listSuccessHeaders(route),
    // Of a stream, the schema and the example are those of an event's `data`: OpenAPI 3.1 knows no others.
    content: eventSchema
      ? { 'text/event-stream': { schema: schemas.use(eventSchema, 'output'), example } }
      : { 'application/json': { schema: schemas.use(route.responses[200], 'output'), example } },
    ...(links && { links }),
  }
  return { 200: success, ...listErrorResponses(route) }
}
