import type { GenerateContentResponse, Generation } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addKey } from '../harness/add-tenant.ts'
import { readBooks } from '../harness/ledger.ts'
import { createScriptedModel, writePlainly } from '../harness/scripted-model.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'

const BODY = { prompt: 'We opened a bakery in Leeds', post_types: ['x-post'], research_mode: 'deep' }

let server: TestServer
let sandbox: string
let askedModel = 0

beforeAll(async () => {
  const model = createScriptedModel(async function* (brief) {
    askedModel += 1
    yield* writePlainly(brief)
  })
  server = await startTestServer({ credits: 100, model })
  const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  sandbox = await addKey(server.db, { accountId, livemode: false })
})
afterAll(() => server.stop())

async function generate(apiKey: string): Promise<Generation> {
  const headers = { 'x-api-key': apiKey }
  const started = (await (
    await server.post('/api/v1/content/generate', BODY, headers)
  ).json()) as GenerateContentResponse
  const read = async () => (await (await server.request(started.status_url, { headers })).json()) as Generation
  await expect.poll(async () => (await read()).status, { timeout: 30_000 }).toBe('completed')
  return read()
}

describe('a sandbox key', () => {
  it('is written for by the built-in model, the same each time, and pays nothing', async () => {
    const [first, second] = [await generate(sandbox), await generate(sandbox)]
    expect(first).toMatchObject({
      livemode: false,
      credits_used: 8,
      generator: { model: 'built-in', built_in: true, research: 'none' },
    })
    expect(second.outputs).toEqual(first.outputs)
    expect(askedModel).toBe(0)
    expect(await readBooks(server.db)).toEqual({ balance: 100, ledger: 100, entries: 1 })
  })

  it('leaves live mode to the model that is set up', async () => {
    expect(await generate(server.apiKey)).toMatchObject({ livemode: true, generator: { built_in: false } })
    expect(askedModel).toBe(1)
  })
})
