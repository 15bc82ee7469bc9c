import type { OperationObject, PathsObject, RequestBodyObject } from 'openapi3-ts/oas31'
import { z } from 'zod'
import { listErrorCodes } from './error-responses.ts'
import { listParameters } from './parameters.ts'
import { listResponses } from './responses.ts'
import type { ResponsesContext } from './responses.ts'
import type { Route } from './routes.ts'
import { createCodeSamples } from './samples/index.ts'
import type { SchemaComponents } from './schemas.ts'

/** The paths of the document, in the contract's order. */
export function createPaths(context: ResponsesContext): PathsObject {
  const paths: PathsObject = {}
  for (const route of context.routes) {
    // `/generations/:id` of ts-rest is `/generations/{id}` here.
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: createOperation(route, context) }
  }
  return paths
}

function createOperation(route: Route, context: ResponsesContext): OperationObject {
  const { operationId, tag, scope } = route.metadata
  const codes = listErrorCodes(route)
  const requestBody = createRequestBody(route, context.schemas)
  const samples = createCodeSamples(route, context)
  return {
    operationId,
    tags: [tag],
    summary: route.summary,
    description: [
      route.description,
      scope === null ? 'Needs no API key.' : `Required scope: \`${scope}\`.`,
      `Errors: ${codes.map((code) => `\`${code}\``).join(', ')}.`,
    ].join('\n\n'),
    ...(scope === null ? { security: [] } : { 'x-required-scope': scope }),
    'x-error-codes': codes,
    ...(samples.length > 0 && { 'x-codeSamples': samples }),
    parameters: listParameters(route, context.schemas),
    ...(requestBody && { requestBody }),
    responses: listResponses(route, context),
  }
}

function createRequestBody(route: Route, schemas: SchemaComponents): RequestBodyObject | undefined {
  const { multipartSchema, formSchema, requestExamples = {} } = route.metadata
  const schema = multipartSchema ?? formSchema ?? route.body
  // A ts-rest body that is no zod schema is a type alone: there is nothing to say of it.
  if (!(schema instanceof z.ZodType)) return undefined
  const examples = Object.entries(requestExamples).map(([name, value]) => [name, { value: toJsonExample(value) }])
  return {
    required: true,
    content: {
      [mediaTypeOf(route.metadata)]: {
        schema: schemas.use(schema, 'input'),
        examples: Object.fromEntries(examples),
      },
    },
  }
}

function mediaTypeOf({ multipartSchema, formSchema }: Route['metadata']): string {
  if (multipartSchema) return 'multipart/form-data'
  return formSchema ? 'application/x-www-form-urlencoded' : 'application/json'
}

/** An example as JSON can show it: a file by its name. */
function toJsonExample(example: unknown): unknown {
  return JSON.parse(JSON.stringify(example, (_, value: unknown) => (value instanceof File ? value.name : value)))
}
