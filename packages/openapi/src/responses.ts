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
  const toContent = (type: string): MediaTypeObject =>
    toSequence(answer, type, schemas) ?? {
      schema: schema ? schemas.use(schema, 'output') : BYTES,
      ...(example !== undefined && { example }),
    }
  return {
    description,
    headers: {
      ...listSuccessHeaders(route),
      ...Object.fromEntries(Object.entries(headers).map(([name, says]) => [name, toHeader(says)])),
    },
    ...(contentTypes.length > 0 && {
      content: Object.fromEntries(contentTypes.map((type) => [type, toContent(type)])),
    }),
  }
}

interface Sequence {
  /** What the text is; the sentence goes on with what an item is. */
  readonly description: string
  /** An item as it is sent. */
  write(item: unknown): string
}

const SEQUENCES: Readonly<Record<string, Sequence>> = {
  'text/event-stream': {
    description:
      'A stream of server-sent events: each has an `id`, its name as `event`, and as `data` one line of JSON',
    write(item) {
      const { number, event } = eventSchema.parse(item)
      return `id: ${number}\nevent: ${event}\ndata: ${JSON.stringify(item)}\n\n`
    },
  },
  'application/jsonl': {
    description: 'JSON Lines: each line is JSON',
    write: (item) => `${JSON.stringify(item)}\n`,
  },
  'text/csv': {
    description: 'CSV, RFC 4180: a header, and a line for each',
    write: (item) => writeCsv(z.record(z.string(), z.unknown()).parse(item)),
  },
}

function writeCsv(item: Readonly<Record<string, unknown>>): string {
  const toCell = (value: unknown) => (value === null ? '' : String(value))
  return [Object.keys(item), Object.values(item)].map((row) => `${row.map(toCell).join(',')}\r\n`).join('')
}

const eventSchema = z.looseObject({ number: z.int(), event: z.string() })

/** A body of many items is a text. What each of them is, only OpenAPI 3.2 can say, as `itemSchema`. */
function toSequence(
  { schema, example }: OtherAnswer,
  type: string,
  schemas: SchemaComponents,
): MediaTypeObject | undefined {
  const sequence = SEQUENCES[type]
  if (!sequence) return undefined
  const item = schema && schemas.use(schema, 'output')
  const name = item && '$ref' in item ? `, a \`${item.$ref.split('/').at(-1)}\`` : ''
  return {
    schema: { type: 'string', description: `${sequence.description}${name}.` },
    ...(item && { 'x-item-schema': item }),
    ...(example !== undefined && { example: sequence.write(example) }),
  }
}

/** Raw bytes need no schema in OpenAPI 3.1; many generators still look for 3.0's `format: binary`. */
const BYTES = { type: 'string', format: 'binary' } as const

function toHeader(description: string): HeaderObject {
  return { description, schema: { type: 'string' } }
}
