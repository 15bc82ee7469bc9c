import { publicErrorResponses, errorResponses } from '@powerpost/contract'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createPaths } from '../src/operations.ts'
import type { Route } from '../src/routes.ts'
import { SchemaComponents } from '../src/schemas.ts'

const id = z.object({ id: z.string().meta({ description: 'Its id.' }) })
const noBody = Symbol('what ts-rest has for an answer without a schema')

const route = {
  method: 'GET',
  path: '/api/v1/media/:id/content',
  summary: 'Download media',
  description: 'The file.',
  pathParams: id,
  responses: { 200: noBody, ...publicErrorResponses('NOT_FOUND') },
  metadata: {
    operationId: 'downloadMedia',
    tag: 'Media',
    scope: null,
    workspace: false,
    otherAnswers: {
      200: { description: 'The whole file.', contentTypes: ['image/jpeg', 'video/mp4'] },
      206: {
        description: 'A part of it.',
        contentTypes: ['image/jpeg', 'video/mp4'],
        headers: { 'Content-Range': 'Which part.' },
      },
      302: { description: 'It is elsewhere.', headers: { Location: 'Where.' } },
    },
  },
} as const satisfies Route

function createOperation(changed: Partial<Route> = {}, schemas = new SchemaComponents()) {
  const [item] = Object.values(
    createPaths({ routes: [{ ...route, ...changed }], schemas, origin: 'http://localhost:3000' }),
  )
  return item?.get
}

describe('an operation that is asked without a key', () => {
  it('has no security, no scope, no count of requests and no sample', () => {
    const operation = createOperation()
    expect(operation).toMatchObject({
      security: [],
      'x-error-codes': ['NOT_FOUND', 'RATE_LIMIT_EXCEEDED', 'INTERNAL_ERROR', 'UNAVAILABLE'],
    })
    expect(operation).not.toHaveProperty('x-required-scope')
    expect(operation).not.toHaveProperty('x-codeSamples')
    expect(operation?.responses?.['200'].headers).not.toHaveProperty('X-RateLimit-Limit')
    expect(operation?.description).toContain('no API key')
  })
})

describe('an answer that is no JSON', () => {
  const bytes = { schema: { type: 'string', format: 'binary' } }

  it('is bytes of the media types it can have, with its own headers', () => {
    const { responses = {} } = createOperation() ?? {}
    expect(Object.keys(responses)).toEqual([
      '200',
      '206',
      '302',
      '400',
      '404',
      '408',
      '417',
      '429',
      '431',
      '500',
      '503',
    ])
    expect(responses['200'].content).toEqual({ 'image/jpeg': bytes, 'video/mp4': bytes })
    expect(responses['206']).toMatchObject({
      headers: { 'Content-Range': { description: 'Which part.' }, 'X-Request-Id': {} },
      content: { 'image/jpeg': bytes },
    })
  })

  it('may have no body', () => {
    const redirect: unknown = createOperation()?.responses?.['302']
    expect(redirect).toMatchObject({ headers: { Location: { description: 'Where.' } } })
    expect(redirect).not.toHaveProperty('content')
  })

  it('may be a stream, which is a text, and says of which schema its messages are', () => {
    const message = z.object({ event: z.string() }).meta({ id: 'TestMessage' })
    const schemas = new SchemaComponents()
    const operation = createOperation(
      {
        path: '/api/v1/jobs/events',
        responses: { 200: noBody, ...errorResponses() },
        metadata: {
          ...route.metadata,
          scope: 'content:read',
          otherAnswers: { 200: { description: 'Events.', contentTypes: ['text/event-stream'], schema: message } },
        },
      },
      schemas,
    )
    expect(operation?.responses?.['200'].content).toEqual({
      'text/event-stream': {
        schema: { type: 'string', description: expect.stringContaining('`TestMessage`') },
        'x-item-schema': { $ref: '#/components/schemas/TestMessage' },
      },
    })
    expect(Object.keys(schemas.toObject())).toContain('TestMessage')
    expect(operation?.['x-codeSamples']).toMatchObject([
      { label: 'curl' },
      {
        label: '@powerpost/client',
        source: expect.stringContaining('for await (const event of powerpost.jobs.stream())'),
      },
      { label: 'Python' },
    ])
    expect(operation).toMatchObject({ 'x-required-scope': 'content:read' })
    expect(operation).not.toHaveProperty('security')
  })
})

describe('an answer of JSON Lines', () => {
  it('is a text, and says of which schema its lines are', () => {
    const line = z.object({ entry: z.string() }).meta({ id: 'TestLine' })
    const answer = {
      description: 'All.',
      contentTypes: ['application/jsonl'],
      schema: line,
      example: { entry: 'a' },
    } as const
    const operation = createOperation({
      path: '/api/v1/jobs/export',
      responses: { 200: noBody, ...errorResponses() },
      metadata: { ...route.metadata, scope: 'content:read', otherAnswers: { 200: answer } },
    })
    expect(operation?.responses?.['200'].content).toEqual({
      'application/jsonl': {
        schema: { type: 'string', description: expect.stringContaining('`TestLine`') },
        'x-item-schema': { $ref: '#/components/schemas/TestLine' },
        example: '{"entry":"a"}\n',
      },
    })
  })
})

describe('an answer that is one of two things', () => {
  it('is a named schema of both', () => {
    const made = z.object({ made: z.string() }).meta({ id: 'TestMade' })
    const asked = z.object({ authorize_url: z.url() }).meta({ id: 'TestAsked' })
    const schemas = new SchemaComponents()
    const either = z.union([made, asked]).meta({ id: 'TestEither', description: 'Either.' })
    const { otherAnswers: _, ...metadata } = route.metadata
    const operation = createOperation({ responses: { 200: either, ...errorResponses() }, metadata }, schemas)
    expect(operation?.responses?.['200']).toMatchObject({
      description: 'Either.',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/TestEither' } } },
    })
    expect(schemas.toObject()).toMatchObject({
      TestEither: { anyOf: [{ $ref: '#/components/schemas/TestMade' }, { $ref: '#/components/schemas/TestAsked' }] },
    })
  })
})
