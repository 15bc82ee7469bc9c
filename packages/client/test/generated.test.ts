import { readFile } from 'node:fs/promises'
import { contract } from '@powerpost/contract/routes'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { generateFiles } from '../scripts/generator/files.ts'
import { listMethods } from '../scripts/generator/methods.ts'
import { renderOperations } from '../scripts/generator/operations.ts'
import { renderResources } from '../scripts/generator/resources.ts'
import type { Route } from '../scripts/generator/routes.ts'
import { listRoutes } from '../scripts/generator/routes.ts'
import { Schemas } from '../scripts/generator/schemas.ts'
import { renderTypes } from '../scripts/generator/types.ts'

const thing = z.object({ thing_id: z.string() }).meta({ id: 'TestThing' })
const page = z.object({ data: z.array(thing), next_cursor: z.string().nullable(), has_more: z.boolean() })

function route(method: Route['method'], path: string, rest: Partial<Route> = {}): Route {
  const operationId = `${method}${path}`.replaceAll(/\W/g, '')
  const metadata = {
    operationId,
    tag: 'Account',
    scope: 'account:read',
    workspace: false,
    responseExample: {},
  } as const
  return { key: [], method, path, summary: 's', description: 'd', responses: { 200: thing }, metadata, ...rest }
}

function namesOf(routes: readonly Route[]): string[] {
  return listMethods(routes, new Schemas()).map(({ name }) => [...name.resource, name.method].join('.'))
}

describe('what is generated', () => {
  it.each(Object.entries(generateFiles()))('%s is what the contract says: run `pnpm generate`', async (path, text) => {
    expect(await readFile(new URL(`../${path}`, import.meta.url), 'utf8')).toBe(text)
  })

  it('names every operation of the contract once', () => {
    const routes = listRoutes(contract, '/api/v1')
    const list = generateFiles()['api.md'] ?? ''
    for (const { method, path } of routes) expect(list).toContain(`\`${method} ${path}\``)
    expect(new Set(namesOf(routes)).size).toBe(routes.length)
  })
})

describe('an operation is named by its path', () => {
  it.each([
    [['POST /content/generate'], ['content.generate']],
    [
      ['GET /media/:id', 'POST /media/from-url', 'DELETE /media/:id'],
      ['media.get', 'media.fromUrl', 'media.delete'],
    ],
    [
      ['GET /account/api-keys/:id', 'POST /account/api-keys', 'DELETE /account/api-keys/:id'],
      ['account.apiKeys.get', 'account.apiKeys.create', 'account.apiKeys.delete'],
    ],
    [
      ['GET /content/generations/:id', 'POST /content/generations/:id/regenerate', 'PATCH /content/generations/:id'],
      ['content.generations.get', 'content.generations.regenerate', 'content.generations.update'],
    ],
    [
      ['POST /posts/:id/items/:item_id/retry', 'GET /posts/:id'],
      ['posts.items.retry', 'posts.get'],
    ],
    [['GET /post-items/:id/analytics'], ['postItems.analytics']],
  ])('%j', (operations, names) => {
    const routes = operations.map((operation) => {
      const [method, path] = operation.split(' ') as [Route['method'], string]
      return route(method, path)
    })
    expect(namesOf(routes)).toEqual(names)
  })

  it('and by what it answers: what comes page by page is a list', () => {
    const routes = [
      route('GET', '/account/credits'),
      route('GET', '/account/credits/ledger', { responses: { 200: page } }),
      route('GET', '/connections', { responses: { 200: page } }),
    ]
    expect(namesOf(routes)).toEqual(['account.credits', 'account.ledger.list', 'connections.list'])
  })

  it('and never by the name of another', () => {
    const routes = [route('GET', '/account/settings'), route('PATCH', '/account/settings')]
    expect(() => namesOf(routes)).toThrow('account.settings')
    expect(() => namesOf([route('POST', '/media/:id')])).toThrow('has no name')
  })
})

describe('a generated method', () => {
  it('takes the ids of its path in their order, then its body, then its options', () => {
    const body = z.object({ text: z.string() }).meta({ id: 'TestBody' })
    const pathParams = z.object({ id: z.string(), item_id: z.string() })
    const methods = listMethods([route('POST', '/posts/:id/items/:item_id/retry', { body, pathParams })], new Schemas())
    const text = renderResources(methods)
    expect(text).toContain('retry(id: string, itemId: string, body: TestBody, options?: RequestOptions)')
    expect(renderOperations(methods)).toContain("retry: 'POST /posts/:id/items/:item_id/retry body account'")
  })

  it('waits for what an example says it started', () => {
    const job = z.object({ job_id: z.string(), status: z.enum(['processing', 'completed']) }).meta({ id: 'TestJob' })
    const start = route('POST', '/jobs')
    const routes = [
      { ...start, metadata: { ...start.metadata, responseExample: { job_id: 'j1', status_url: '/api/v1/jobs/j1' } } },
      route('GET', '/jobs/:id', { responses: { 200: job } }),
    ]
    const methods = listMethods(routes, new Schemas())
    expect(renderResources(methods)).toContain('createAndWait(options?: WaitOptions<TestJob>): Promise<TestJob>')
    expect(renderOperations(methods)).toContain("create: 'POST . account starts:,job_id'")
    expect(renderOperations(methods)).toContain("waitFor: 'get completed TestJob'")
  })

  it('is only named where it is what most resources do', () => {
    const metadataOf = (operationId: string) => ({ ...route('GET', '/').metadata, operationId, workspace: true })
    const query = z.object({ limit: z.string() })
    const routes = [
      route('GET', '/two-things/:id', { metadata: metadataOf('getTwo') }),
      route('DELETE', '/two-things/:id', { metadata: metadataOf('deleteTwo'), query }),
      route('GET', '/two-things', { metadata: metadataOf('listTwo'), responses: { 200: page }, query }),
    ]
    const text = renderOperations(listMethods(routes, new Schemas()))
    expect(text).toContain("twoThings: {\n    _: 'get list',\n    delete: 'DELETE ./:id query',")
  })

  it('has the field that is shown once where no request can be an earlier one', () => {
    const made = z.object({ thing_id: z.string(), secret: z.string().optional() }).meta({ id: 'TestMade' })
    const metadata = { ...route('POST', '/things').metadata, shownOnce: 'secret' as const }
    const methods = listMethods([route('POST', '/things', { metadata, responses: { 200: made } })], new Schemas())
    const text = renderResources(methods)
    expect(text).toContain('idempotencyKey?: undefined }): APIPromise<TestMade & { secret: string }>')
    expect(text).toContain('things(options?: RequestOptions): APIPromise<TestMade>')
  })

  it('is about a workspace, or below /account', () => {
    const { metadata } = route('GET', '/account/things')
    const methods = listMethods(
      [route('GET', '/account/things', { metadata: { ...metadata, workspace: true } })],
      new Schemas(),
    )
    expect(() => renderOperations(methods)).toThrow('cannot be below /account')
  })

  it('answers one of two things where the contract does', () => {
    const other = z.object({ url: z.string() }).meta({ id: 'TestOther' })
    const either = z.union([thing, other]).meta({ id: 'TestEither' })
    const schemas = new Schemas()
    const text = renderResources(listMethods([route('POST', '/things', { responses: { 200: either } })], schemas))
    expect(text).toContain('things(options?: RequestOptions): APIPromise<TestEither>')
    expect(renderTypes(schemas, {})).toContain('export type TestEither = TestThing | TestOther')
  })

  it('is not made of what is asked without a key, or is no JSON', () => {
    const { key: _, ...asked } = route('GET', '/api/v1/media/:id')
    const tree = {
      asked,
      public: { ...asked, metadata: { ...asked.metadata, scope: null } },
      bytes: { ...asked, responses: { 200: Symbol('no schema') } },
      redirect: { ...asked, responses: {} },
    }
    expect(listRoutes(tree, '/api/v1').map(({ key }) => key)).toEqual([['asked']])
  })

  it('is not made of a job whose end is unclear', () => {
    const job = z.object({ status: z.enum(['completed', 'abandoned']) }).meta({ id: 'TestUnclear' })
    const routes = [route('GET', '/jobs/:id', { responses: { 200: job } })]
    expect(() => listMethods(routes, new Schemas())).toThrow('abandoned')
  })
})
