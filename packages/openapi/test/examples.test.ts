import { contract } from '@powerpost/contract/routes'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createOpenApiDocument } from '../src/index.ts'
import { listRoutes } from '../src/routes.ts'
import { createValidators } from './validate.ts'
import { toFragment, walk } from './walk.ts'

const document = createOpenApiDocument()
const validatorAt = createValidators(document)
const routes = listRoutes(contract)
const jsonRoutes = routes.flatMap((route) => {
  const schema = route.responses[200]
  return schema instanceof z.ZodType ? [{ ...route, schema }] : []
})

/** Every example of the document, with the schema that stands next to it. */
const documented = [...walk(document)].flatMap(({ steps, value }) => {
  const schemaOf = (depth: number) => toFragment([...steps.slice(0, -depth), 'schema'])
  if (steps.at(-1) === 'example') return [{ at: toFragment(steps), schema: schemaOf(1), example: value }]
  if (steps.at(-1) === 'value' && steps.at(-3) === 'examples') {
    return [{ at: toFragment(steps), schema: schemaOf(3), example: value }]
  }
  // In a schema `examples` is an array, and the schema is what holds it. Inside an example it is a field of that name.
  const isInExample = steps.slice(0, -1).some((step) => step === 'example' || step === 'value')
  if (!isInExample && steps.at(-1) === 'examples' && Array.isArray(value)) {
    return value.map((example: unknown) => ({ at: toFragment(steps), schema: toFragment(steps.slice(0, -1)), example }))
  }
  return []
})

describe('by the document', () => {
  it.each(documented.map(({ at, ...rest }) => [at, rest] as const))('%s is valid', (_, { schema, example }) => {
    expect(validatorAt(schema)(example)).toEqual({ valid: true, errors: 'No errors' })
  })
})

describe('by the contract', () => {
  const requests = routes.flatMap(({ body, metadata }) =>
    Object.entries(metadata.requestExamples ?? {}).map(([name, example]) => ({
      operationId: metadata.operationId,
      name,
      example,
      schema: metadata.multipartSchema ?? metadata.formSchema ?? body,
    })),
  )

  it.each(requests)('the request "$name" of $operationId is valid', ({ schema, example }) => {
    if (!(schema instanceof z.ZodType)) throw new Error('An example needs a schema')
    expect(schema.safeParse(example).error).toBeUndefined()
  })

  it.each(jsonRoutes)('the answer of $method $path is valid and shows no unknown field', ({ schema, metadata }) => {
    expect(schema.parse(metadata.responseExample)).toEqual(metadata.responseExample)
  })
})

describe('there is an example', () => {
  it.each(jsonRoutes)('of the answer of $method $path', ({ metadata, method, path }) => {
    const operation = [...walk(document.paths)].find(({ value }) => value === metadata.responseExample)
    expect(operation?.steps, `${method} ${path}`).toContain('200')
  })

  it.each(routes.filter(({ body }) => body instanceof z.ZodType))(
    'of the request of $method $path',
    ({ path, method }) => {
      const examples = [...walk(document.paths?.[path.replaceAll(/:(\w+)/g, '{$1}')])].filter(
        ({ steps }) => steps[0] === method.toLowerCase() && steps[1] === 'requestBody' && steps.at(-1) === 'value',
      )
      expect(examples.length).toBeGreaterThan(0)
    },
  )
})
