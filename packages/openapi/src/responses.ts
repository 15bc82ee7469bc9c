import type { OtherAnswer } from '@powerpost/contract'
import type { HeaderObject, MediaTypeObject, ResponseObject, ResponsesObject } from 'openapi3-ts/oas31'
import { z } from 'zod'
import { listErrorResponses } from './error-responses.ts'
import { listHttpResponses } from './http-responses.ts'
import { listSuccessHeaders } from './headers.ts'
import { listLinks } from './links.ts'
import type { Route } from './routes.ts'
import type { SchemaComponents } from './schemas.ts'

export interface ResponsesContext {
  /** All operations of the document, for the links between them. */
  readonly routes: readonly Route[]
  readonly schemas: SchemaComponents
  /** Where the server stands that samples speak to. */
  readonly origin: string
}

/** The answers of one operation: its 200, what it answers besides JSON, the errors that its contract names, and those of HTTP. */
export function listResponses(route: Route, context: ResponsesContext): ResponsesObject {
  const others = Object.entries(route.metadata.otherAnswers ?? {})
  return {
    ...listJsonResponse(route, context),
    ...Object.fromEntries(others.map(([status, answer]) => [status, toOtherResponse(answer, route, context)])),
    ...listErrorResponses(route),
    ...listHttpResponses(route),
  }
}

function listJsonResponse(route: Route, { routes, schemas }: ResponsesContext): Record<number, ResponseObject> {
  const schema = route.responses[200]
  if (!(schema instanceof z.ZodType)) return {}
  const links = listLinks(route, routes)
  return {
    200: {
      description: schema.meta()?.description ?? route.summary,
      headers: listSuccessHeaders(route),
      content: {
        'application/json': { schema: schemas.use(schema, 'output'), example: route.metadata.responseExample },
      },
      ...(links && { links }),
    },
  }
}

function toOtherResponse(answer: OtherAnswer, route: Route, { schemas }: ResponsesContext): ResponseObject {
  const { description, contentTypes = [], schema, example, headers = {} } = answer
  const content = isStream(answer)
    ? toStream(answer, schemas)
    : { schema: schema ? schemas.use(schema, 'output') : BYTES, ...(example !== undefined && { example }) }
  return {
    description,
    headers: {
      ...listSuccessHeaders(route),
      ...Object.fromEntries(Object.entries(headers).map(([name, says]) => [name, toHeader(says)])),
    },
    ...(contentTypes.length > 0 && { content: Object.fromEntries(contentTypes.map((type) => [type, content])) }),
  }
}

function isStream({ contentTypes }: OtherAnswer): boolean {
  return contentTypes?.[0] === 'text/event-stream'
}

/** A stream is a text. What the data of its events are, only OpenAPI 3.2 can say, as `itemSchema`. */
function toStream({ schema, example }: OtherAnswer, schemas: SchemaComponents): MediaTypeObject {
  const item = schema && schemas.use(schema, 'output')
  return {
    schema: {
      type: 'string',
      description: `A stream of server-sent events: each has an \`id\`, its name as \`event\`, and as \`data\` one line of JSON${item && '$ref' in item ? `, a \`${item.$ref.split('/').at(-1)}\`` : ''}.`,
    },
    ...(item && { 'x-item-schema': item }),
    ...(example !== undefined && { example: writeEvent(example) }),
  }
}

const eventSchema = z.looseObject({ number: z.int(), event: z.string() })

/** An event as it is sent. */
function writeEvent(example: unknown): string {
  const { number, event } = eventSchema.parse(example)
  return `id: ${number}\nevent: ${event}\ndata: ${JSON.stringify(example)}\n\n`
}

/** Raw bytes need no schema in OpenAPI 3.1; many generators still look for 3.0's `format: binary`. */
const BYTES = { type: 'string', format: 'binary' } as const

function toHeader(description: string): HeaderObject {
  return { description, schema: { type: 'string' } }
}
