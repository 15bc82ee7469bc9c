import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentOperation } from '../harness/document-operations.ts'
import { documentOperations, openApiDocument } from '../harness/document-operations.ts'
import { readBooks } from '../harness/ledger.ts'
import type { Resources } from '../harness/operation-fixtures.ts'
import { createResources, FIXTURES } from '../harness/operation-fixtures.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'
import { NAUGHTY_STRINGS } from './naughty-strings.ts'
import type { Schema } from './schema-arbitrary.ts'
import { schemaArbitrary } from './schema-arbitrary.ts'

/** The same requests in every run: a failure can be run again. */
const RUNS = { seed: 20_261_122, numRuns: 60, endOnFailure: false } as const

let server: TestServer
let mine: Resources

beforeAll(async () => {
  server = await startTestServer({ credits: 1_000_000, work: false })
  await server.work()
  mine = await createResources(server)
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

function resolve(reference: string): Schema {
  const steps = reference.replace('#/', '').split('/')
  return steps.reduce<unknown>((at, step) => Reflect.get(Object(at), step), openApiDocument) as Schema
}

/** The parameters of an operation that stand in a place, and what they may be. */
function parametersIn(operation: DocumentOperation, place: string): fc.Arbitrary<Record<string, unknown>> {
  const parameters = (operation.operation.parameters ?? [])
    .map((parameter) => ('$ref' in parameter ? (resolve(parameter.$ref) as unknown) : parameter))
    .map((parameter) => parameter as { readonly name: string; readonly in: string; readonly schema: Schema })
    .filter((parameter) => parameter.in === place)
  const arbitraries = parameters.map(({ name, schema }) => [name, schemaArbitrary(schema, resolve)] as const)
  return fc.record(Object.fromEntries(arbitraries), { requiredKeys: [] })
}

function bodyOf({ operation }: DocumentOperation): fc.Arbitrary<unknown> {
  const { requestBody } = operation
  const content = requestBody && 'content' in requestBody ? requestBody.content['application/json'] : undefined
  return content?.schema ? schemaArbitrary(content.schema as Schema, resolve) : fc.constant(undefined)
}

const asText = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** A value as it can stand in an address. */
const inAddress = (value: unknown) => encodeURIComponent(asText(value).toWellFormed()).replaceAll('.', '%2E')

/** A value as it can stand in a header: fetch sends no other. */
const inHeader = (value: unknown) =>
  asText(value)
    .replaceAll(/[^\x20-\x7E\xA0-\xFF]/g, '')
    .trim()

interface FuzzedRequest {
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: unknown
  /** Whether the path names something that is there. */
  readonly isThere: boolean
}

async function send(operation: DocumentOperation, fuzzed: FuzzedRequest): Promise<Response> {
  const fixture = FIXTURES[operation.operationId]?.(mine)
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const id = name === 'item_id' ? fixture?.itemId : fixture?.id
    return (fuzzed.isThere && id) || inAddress(fuzzed.path[name] ?? 'x') || 'x'
  })
  const query = Object.entries(fuzzed.query).map(([name, value]) => `${name}=${inAddress(value)}`)
  const headers = new Headers()
  // The workspace mostly stays the right one: else nothing behind it would be reached.
  for (const [name, value] of Object.entries(fuzzed.headers)) {
    if (name.toLowerCase() !== 'x-workspace-id' || !fuzzed.isThere) headers.set(name, inHeader(value))
  }
  const init = { method: operation.method, headers }
  if (fuzzed.body === undefined) return server.request(`${path}?${query.join('&')}`, init)
  headers.set('content-type', 'application/json')
  return server.request(`${path}?${query.join('&')}`, { ...init, body: JSON.stringify(fuzzed.body) })
}

const SHOWN_ONCE = documentOperations.filter(({ operationId }) => !operationId.startsWith('delete'))

describe.each(SHOWN_ONCE)('$method $path', (operation) => {
  it('answers anything by what the document says, and never by a fault', async () => {
    const requests = fc.record({
      path: parametersIn(operation, 'path'),
      query: parametersIn(operation, 'query'),
      headers: parametersIn(operation, 'header'),
      body: bodyOf(operation),
      isThere: fc.boolean(),
    })
    // That an answer fits the contract is checked by the server's own `request`.
    const property = fc.asyncProperty(requests, async (fuzzed) => {
      expect((await send(operation, fuzzed)).status).toBeLessThan(500)
    })
    await fc.assert(property, RUNS)
  })
})

describe('an upload', () => {
  it.each(['name', 'type', 'field'])(
    'with a naughty string for its %s is answered, and never by a fault',
    async (at) => {
      // Looking at a whole picture takes a while: only a name is worth it, since only that is kept.
      const isName = at === 'name'
      const bytes = isName ? await readFile((await makeMediaFiles()).jpeg) : new Uint8Array(10)
      const strings = isName ? NAUGHTY_STRINGS.filter((_, index) => index % 3 === 0) : NAUGHTY_STRINGS
      for (const naughty of strings) {
        const form = new FormData()
        form.append('type', at === 'type' ? naughty : 'image')
        if (at === 'field') form.append(naughty, naughty)
        form.append('file', new Blob([bytes]), at === 'name' ? naughty : 'mine.jpg')
        const response = await server.request('/api/v1/media/upload', { method: 'POST', body: form })
        expect(response.status, JSON.stringify(naughty)).toBeLessThan(500)
      }
    },
  )

  it('of random bytes is refused', async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      const form = new FormData()
      form.append('type', 'image')
      form.append('file', new Blob([Uint8Array.from(bytes)]), 'mine.jpg')
      const response = await server.request('/api/v1/media/upload', { method: 'POST', body: form })
      expect(response.status).toBeOneOf([400, 415])
    })
    await fc.assert(property, RUNS)
  })
})

describe('after all of that', () => {
  it('the books balance', async () => {
    const { balance, ledger } = await readBooks(server.db)
    expect(balance).toBe(ledger)
  })
})
