import { readFileSync } from 'node:fs'
import { SCOPES, TAGS, WEBHOOK_EVENTS, WEBHOOK_HEADERS, WORKSPACE_HEADER } from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import { Validator } from '@seriousme/openapi-schema-validator'
import type { OperationObject, ParameterObject } from 'openapi3-ts/oas31'
import { describe, expect, it } from 'vitest'
import { createOpenApiDocument, formatOpenApiDocument, withoutHeaderExamples } from '../src/index.ts'
import { listRoutes } from '../src/routes.ts'
import { createValidators } from './validate.ts'
import { listOperations, listRefs, resolveFragment, toFragment, walk } from './walk.ts'

const document = createOpenApiDocument()
const routes = listRoutes(contract)
const operations = listOperations(document)

describe('the committed document', () => {
  it('is what the contract emits', () => {
    const committed = readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')
    expect(
      committed === formatOpenApiDocument(document),
      'openapi.json is not what the contract emits: run `pnpm --filter @powerpost/openapi generate` and commit it',
    ).toBe(true)
  })

  it('is the same every time it is emitted', () => {
    expect(formatOpenApiDocument(createOpenApiDocument())).toBe(formatOpenApiDocument(document))
  })

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    const result = await validator.validate(structuredClone({ ...document }))
    expect(result.errors).toBeUndefined()
    expect(validator.version).toBe('3.1')
  })

  it('names another server and another version when asked, and speaks to that server in its samples', () => {
    const other = createOpenApiDocument({ serverUrl: 'https://powerpost.example/', version: '2.3.4' })
    expect(other.servers).toEqual([{ url: 'https://powerpost.example' }])
    expect(other.info.version).toBe('2.3.4')
    const withOrigin = (origin: string) => JSON.stringify(document.paths).replaceAll('http://localhost:3000', origin)
    expect(JSON.stringify(other.paths)).toBe(withOrigin('https://powerpost.example'))
  })
})

describe('the operations', () => {
  it('are precisely those of the contract', () => {
    const contracted = routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    expect(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(contracted.sort())
  })

  it('have a verb-noun name that no other has', () => {
    const names = operations.map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names)
      expect(name).toMatch(
        /^(cancel|choose|complete|create|delete|download|estimate|export|generate|get|import|learn|list|preflight|publish|regenerate|replace|replay|retry|rotate|schedule|stream|submit|test|update|upload)([A-Z][a-z]+)+$/,
      )
  })

  it.each(operations)(
    '$method $path says what it does, in a known group, for a known scope or for all',
    ({ operation }) => {
      expect(operation.summary).toMatch(/^[A-Z].+[^.]$/)
      expect(operation.tags).toHaveLength(1)
      expect(Object.keys(TAGS)).toContain(operation.tags?.[0])
      if (operation.security) {
        expect(operation).toMatchObject({ security: [] })
        expect(operation).not.toHaveProperty('x-required-scope')
        return
      }
      expect(SCOPES).toContain(operation['x-required-scope'])
      expect(operation.description).toContain(`\`${operation['x-required-scope']}\``)
    },
  )

  it.each(routes)('$method $path answers the statuses of its contract and those of HTTP, no others', (route) => {
    const documented = findOperation(route.metadata.operationId).responses ?? {}
    const statuses = new Set([...Object.keys(route.responses), '400', '408', '417', '431'])
    expect(Object.keys(documented)).toEqual([...statuses].toSorted())
  })

  it.each(routes)('$method $path asks for a workspace where the server does', (route) => {
    const asksFor = listRefs(findOperation(route.metadata.operationId).parameters)
    const needed = 'headers' in route && Object.hasOwn(Object(route.headers), WORKSPACE_HEADER)
    expect(asksFor.includes('#/components/parameters/WorkspaceId')).toBe(needed)
    expect(route.metadata.workspace).toBe(needed)
    expect(asksFor).toContain('#/components/parameters/RequestId')
  })

  it.each(operations)('$method $path declares the parameters of its path, and no others', ({ path, operation }) => {
    const declared = (operation.parameters ?? []).flatMap((parameter) =>
      'in' in parameter && parameter.in === 'path' ? [parameter.name] : [],
    )
    expect(declared).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  })

  it('take and answer named schemas only', () => {
    for (const { operation } of operations) {
      const bodies = [operation.requestBody, operation.responses?.['200']].filter((body) => body !== undefined)
      for (const { steps, value } of walk(bodies)) {
        if (steps.at(-1) === 'schema' && steps.at(-2) === 'application/json')
          expect(value).toEqual({ $ref: expect.stringMatching(/^#\/components\/schemas\//) })
      }
    }
  })

  it('have an example of every shared header, and none for a form that would send it, again and again', () => {
    const { parameters = {} } = document.components ?? {}
    expect(Object.keys(parameters)).toContain('IdempotencyKey')
    for (const [name, parameter] of Object.entries(parameters)) {
      const { example } = parameter as ParameterObject
      const { valid, errors } = createValidators(document)(`#/components/parameters/${name}/schema`)(example)
      expect(valid, `${name}: ${errors}`).toBe(true)
    }
    expect(JSON.stringify(withoutHeaderExamples(document).components?.parameters)).not.toContain('"example')
  })

  it('take a key either way', () => {
    expect(document.security).toEqual([{ apiKey: [] }, { bearer: [] }])
    expect(Object.keys(document.components?.securitySchemes ?? {})).toEqual(['apiKey', 'bearer'])
  })
})

describe('the answers', () => {
  it('all carry X-Request-Id, and 503 says when to try again', () => {
    const { responses = {} } = document.components ?? {}
    const successes = operations.map(({ operation }) => operation.responses?.['200'] ?? operation.responses?.['303'])
    for (const response of [...Object.values(responses), ...successes]) {
      expect(response).toHaveProperty(['headers', 'X-Request-Id'], { $ref: '#/components/headers/RequestId' })
    }
    expect(responses['Unavailable']).toHaveProperty(['headers', 'Retry-After'])
  })

  it('may gain fields', () => {
    for (const { steps, value } of walk(document)) {
      // Of any name and value: what an object of the audit log holds.
      if (steps.at(-1) === 'additionalProperties') expect(value).toEqual({})
    }
  })
})

describe('the webhooks', () => {
  const requests = Object.entries(document.webhooks ?? {}).map(([name, item]) => ({ name, ...item }))

  it('are the events of the contract', () => {
    expect(requests.map(({ name }) => name)).toEqual(WEBHOOK_EVENTS)
  })

  it.each(requests)('$name is signed, needs no key, and is an operation of its own name', ({ post }) => {
    expect(post).toMatchObject({ security: [], tags: ['Webhooks'], requestBody: { required: true } })
    const signed = Object.values(WEBHOOK_HEADERS).map((header) => ({ in: 'header', name: header, required: true }))
    expect(post?.parameters).toMatchObject(signed)
    const names = [...operations.map(({ operation }) => operation), ...requests.map((request) => request.post)]
    expect(names.filter((other) => other?.operationId === post?.operationId)).toHaveLength(1)
  })
})

describe('the components', () => {
  it('are where every $ref points', () => {
    for (const ref of listRefs(document)) expect(resolveFragment(document, ref), ref).toBeDefined()
  })

  it('are all used', () => {
    const reached = new Set<string>()
    const waiting = listRefs([document.paths, document.webhooks])
    for (const ref of waiting) {
      if (reached.has(ref)) continue
      reached.add(ref)
      waiting.push(...listRefs(resolveFragment(document, ref)))
    }
    const { securitySchemes: _, ...referable } = document.components ?? {}
    const defined = Object.entries(referable).flatMap(([kind, components]) =>
      Object.keys(components).map((name) => `#/components/${kind}/${name}`),
    )
    expect([...reached].sort()).toEqual(defined.sort())
  })

  it('shadow no global of the languages clients are generated for', () => {
    const names = Object.keys(document.components?.schemas ?? {})
    for (const name of ['Error', 'Object', 'String', 'Number', 'Date', 'File', 'Request', 'Response']) {
      expect(names).not.toContain(name)
    }
  })

  it('are described', () => {
    for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
      expect(schema.description, name).toMatch(/\.$/)
    }
  })
})

describe('the schemas', () => {
  it('hold no bounds of the JavaScript number, no pattern next to a format, no dialect of their own', () => {
    const text = formatOpenApiDocument(document)
    expect(text).not.toContain('9007199254740991')
    expect(text).not.toContain('$schema')
    expect(text).not.toContain('$defs')
    for (const { value } of walk(document)) {
      if (typeof value === 'object' && value !== null && 'format' in value) expect(value).not.toHaveProperty('pattern')
    }
  })

  // Of `string` with an `allOf` of patterns, generators make `unknown`.
  it('say what a text must match in one pattern, which refuses U+0000', () => {
    for (const { steps, value } of walk(document.components?.schemas)) {
      if (steps.at(-1) === 'allOf') expect(JSON.stringify(value), toFragment(steps)).not.toContain('"pattern"')
      if (steps.at(-1) !== 'pattern' || typeof value !== 'string') continue
      for (const text of ['\u0000', 'a\u0000', 'abc\u0000', 'https://a.b\u0000']) {
        expect(new RegExp(value, 'u').test(text), `${toFragment(steps)} lets ${JSON.stringify(text)} through`).toBe(
          false,
        )
      }
    }
  })

  // Of branches that only require fields, generators make `unknown` or `any`; of `\\/`, some make code that does not parse.
  it('say rules between fields by `not`, and no slash with a backslash', () => {
    for (const { steps, value } of walk(document.components?.schemas)) {
      const isBranch = ['anyOf', 'oneOf', 'allOf'].includes(steps.at(-2) ?? '') && steps.at(-3) !== 'not'
      if (isBranch) expect(Object.keys(Object(value)), toFragment(steps)).toSatisfy(hasType)
      if (steps.at(-1) === 'pattern') expect(value).not.toContain(String.raw`\/`)
    }
  })

  it('say a file as raw bytes', () => {
    expect(document.components?.schemas?.['UploadMediaRequest']).toHaveProperty(['properties', 'file'], {
      type: 'string',
      format: 'binary',
      contentMediaType: 'application/octet-stream',
      description: expect.any(String),
    })
  })
})

function findOperation(operationId: string): OperationObject {
  const found = operations.find(({ operation }) => operation.operationId === operationId)
  if (!found) throw new Error(`${operationId} is not in the document`)
  return found.operation
}

const hasType = (keywords: readonly string[]) =>
  ['type', '$ref', 'enum', 'const', 'anyOf'].some((keyword) => keywords.includes(keyword))
