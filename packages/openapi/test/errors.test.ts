import { errorBodySchema, ERRORS } from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import type { ErrorCode } from '@powerpost/contract'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createOpenApiDocument } from '../src/index.ts'
import { listRoutes } from '../src/routes.ts'
import { listOperations, listRefs, resolveFragment } from './walk.ts'

const document = createOpenApiDocument()
const operations = listOperations(document)

/** What a component of an error answer holds, as a reader of the document finds it. */
const errorAnswerSchema = z.object({
  description: z.string(),
  'x-error-codes': z.array(z.string()),
  content: z.object({
    'application/json': z.object({
      schema: z.object({ $ref: z.string() }),
      examples: z.record(z.string(), z.object({ summary: z.string(), value: errorBodySchema })),
    }),
  }),
})

/** The codes that a contract's schema of an error answer lets through. */
const codeSchema = z.object({
  properties: z.object({
    error: z.object({ properties: z.object({ code: z.object({ enum: z.array(z.string()) }) }) }),
  }),
})

function answerOf(response: unknown) {
  const [ref = ''] = listRefs(response)
  return errorAnswerSchema.parse(resolveFragment(document, ref))
}

describe('the errors of an operation', () => {
  it.each(listRoutes(contract))('$method $path are the codes that its contract lets through', (route) => {
    const operation = operations.find((candidate) => candidate.operation.operationId === route.metadata.operationId)
    const codes = Object.entries(route.responses).flatMap(([status, schema]) => {
      if (Number(status) < 400 || !(schema instanceof z.ZodType)) return []
      const contracted = codeSchema.parse(z.toJSONSchema(schema)).properties.error.properties.code.enum
      const answer = answerOf(operation?.operation.responses?.[status])
      expect([...answer['x-error-codes']].sort()).toEqual([...contracted].sort())
      return answer['x-error-codes']
    })
    expect(operation?.operation['x-error-codes']).toEqual(codes)
    for (const code of codes) expect(operation?.operation.description).toContain(`\`${code}\``)
  })

  it.each(Object.entries(document.components?.responses ?? {}))('as %s are each shown and explained', (_, response) => {
    const { description, 'x-error-codes': codes, content } = errorAnswerSchema.parse(response)
    const { examples, schema } = content['application/json']
    expect(schema).toEqual({ $ref: '#/components/schemas/ErrorBody' })
    expect(Object.keys(examples)).toEqual(codes)
    for (const [code, { value }] of Object.entries(examples)) {
      expect(value.error.code).toBe(code)
      expect(description).toContain(ERRORS[code as ErrorCode].hint)
    }
  })
})
