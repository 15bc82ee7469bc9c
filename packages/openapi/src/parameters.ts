import {
  eventSchemaOf,
  IDEMPOTENCY_HEADER,
  idempotencyKeySchema,
  LAST_EVENT_ID_HEADER,
  lastEventIdSchema,
  REQUEST_ID_HEADER,
  STRICT_HEADER,
  strictSchema,
  WORKSPACE_HEADER,
  workspaceIdSchema,
} from '@powerpost/contract'
import type { OpenAPIObject, ParameterObject, ReferenceObject, SchemaObject } from 'openapi3-ts/oas31'
import { z } from 'zod'
import type { Route } from './routes.ts'
import type { SchemaComponents } from './schemas.ts'

const WORKSPACE_ID = 'WorkspaceId'
const REQUEST_ID = 'RequestId'
const IDEMPOTENCY_KEY = 'IdempotencyKey'
const LAST_EVENT_ID = 'LastEventId'
const STRICT = 'Strict'

/** The parameters that operations share. */
export function createParameterComponents(schemas: SchemaComponents): Record<string, ParameterObject> {
  return {
    [REQUEST_ID]: {
      name: headerName(REQUEST_ID_HEADER),
      in: 'header',
      description:
        'Your own id for this request, 1-128 of `A-Z a-z 0-9 . _ : -`; the response returns it. Any other value is ignored, and the server makes one.',
      // No pattern: nothing is refused for it.
      schema: { type: 'string' },
      example: 'checkout-1842',
    },
    [WORKSPACE_ID]: {
      ...toParameter('header', headerName(WORKSPACE_HEADER), schemas.use(workspaceIdSchema, 'input'), true),
      example: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b',
    },
    [IDEMPOTENCY_KEY]: {
      ...toParameter('header', headerName(IDEMPOTENCY_HEADER), schemas.use(idempotencyKeySchema, 'input'), false),
      example: 'order-1842-captions',
    },
    [LAST_EVENT_ID]: {
      ...toParameter('header', headerName(LAST_EVENT_ID_HEADER), schemas.use(lastEventIdSchema, 'input'), false),
      example: '3',
    },
    [STRICT]: {
      ...toParameter('header', headerName(STRICT_HEADER), schemas.use(strictSchema, 'input'), false),
      example: 'true',
    },
  }
}

/** A document whose shared headers have no examples: a form for trying requests would send them, again and again. */
export function withoutHeaderExamples(document: OpenAPIObject): OpenAPIObject {
  const parameters = Object.entries(document.components?.parameters ?? {}).map(([name, parameter]) => {
    const { example: _, ...others } = parameter as ParameterObject
    return [name, others]
  })
  return { ...document, components: { ...document.components, parameters: Object.fromEntries(parameters) } }
}

/** The parameters of one operation: its path, its query, the headers it reads. */
export function listParameters(route: Route, schemas: SchemaComponents): (ParameterObject | ReferenceObject)[] {
  return [
    ...propertiesOf(route.pathParams, schemas).map(([name, schema]) => toParameter('path', name, schema, true)),
    ...propertiesOf(route.query, schemas).map(([name, schema, required]) =>
      toParameter('query', name, schema, required),
    ),
    ...(route.metadata.workspace ? [{ $ref: `#/components/parameters/${WORKSPACE_ID}` }] : []),
    ...(route.method === 'POST' && route.metadata.scope !== null
      ? [{ $ref: `#/components/parameters/${IDEMPOTENCY_KEY}` }]
      : []),
    ...(readsStrict(route) ? [{ $ref: `#/components/parameters/${STRICT}` }] : []),
    ...(eventSchemaOf(route.metadata) ? [{ $ref: `#/components/parameters/${LAST_EVENT_ID}` }] : []),
    { $ref: `#/components/parameters/${REQUEST_ID}` },
  ]
}

/** Whether fields of its body can be unknown: that of a page is read by its own form. */
function readsStrict({ body, metadata }: Route): boolean {
  return metadata.scope !== null && (body instanceof z.ZodType || metadata.multipartSchema !== undefined)
}

type Property = [name: string, schema: SchemaObject | ReferenceObject, required: boolean]

function propertiesOf(object: z.ZodObject | undefined, schemas: SchemaComponents): Property[] {
  if (!object) return []
  const json = schemas.use(object, 'input')
  if ('$ref' in json) throw new Error('The schema of a path or a query has no id: its properties become parameters.')
  const { properties = {}, required = [] } = json
  return Object.entries(properties).map(([name, schema]) => [name, schema, required.includes(name)])
}

/** A parameter says its description itself: tools show that one, not the schema's. */
function toParameter(
  place: 'path' | 'query' | 'header',
  name: string,
  { description, ...schema }: SchemaObject | ReferenceObject,
  required: boolean,
): ParameterObject {
  return { name, in: place, ...(required && { required }), ...(description && { description }), schema }
}

/** `x-request-id` as one writes it: `X-Request-Id`. */
export function headerName(name: string): string {
  // As the HTML standard has it.
  if (name === LAST_EVENT_ID_HEADER) return 'Last-Event-ID'
  return name.replaceAll(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase())
}
