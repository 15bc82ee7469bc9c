import type { ErrorBody, GenerateContentResponse } from '@powerpost/contract'
import { errorBodySchema } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount } from '../harness/add-tenant.ts'
import { countRows, readBooks } from '../harness/ledger.ts'
import type { Resources } from '../harness/operation-fixtures.ts'
import { createResources } from '../harness/operation-fixtures.ts'
import { createGate, createScriptedModel, writePlainly } from '../harness/scripted-model.ts'
import { createPlainImageModel } from '../harness/plain-image-model.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { waitForGeneration } from '../harness/wait-for.ts'

const GENERATE = '/api/v1/images/generate'
const PROMPT = 'A coffee cup on a wooden table'
const UNKNOWN = '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b'

const gate = createGate()
let server: TestServer
let resources: Resources
let processing: string
let failed: string

beforeAll(async () => {
  const model = createScriptedModel(async function* (brief) {
    if (brief.prompt === 'Never ends') await gate.opened
    yield* writePlainly(brief)
  })
  server = await startTestServer({ credits: 100, model, builtInImageModel: createPlainImageModel() })
  resources = await createResources(server)
  processing = await generate('Never ends')
  failed = await generate('Fails')
  await waitForGeneration(server, failed)
  await server.db.updateTable('generations').set({ status: 'failed' }).where('id', '=', failed).execute()
})
afterAll(async () => {
  gate.open()
  await server.stop()
})

async function generate(prompt: string): Promise<string> {
  const body = { prompt, post_types: ['x-post', 'linkedin-post'], research_mode: 'regular' }
  return ((await (await server.post('/api/v1/content/generate', body)).json()) as GenerateContentResponse).generation_id
}

type Details = ErrorBody['error']['details']

async function refused(body: unknown, status = 400): Promise<ErrorBody['error']> {
  const rows = await countRows(server.db)
  const { balance } = await readBooks(server.db)
  const response = await server.post(GENERATE, body)
  const { error } = errorBodySchema.strict().parse(await response.json())
  expect(response.status).toBe(status)
  expect(await countRows(server.db)).toEqual(rows)
  expect((await readBooks(server.db)).balance).toBe(balance)
  return error
}

const long = 'x'.repeat(2001)

describe('a request for images is refused, and leaves nothing, for', () => {
  it.each<[string, unknown, Details]>([
    ['neither prompt nor generation', {}, [{ path: 'prompt', message: 'is required when there is no generation_id' }]],
    ['an empty prompt', { prompt: '' }, [{ path: 'prompt', message: 'must have at least 1 character' }]],
    ['a blank prompt', { prompt: ' \n ' }, [{ path: 'prompt', message: 'must not be blank' }]],
    ['a prompt of 2001', { prompt: long }, [{ path: 'prompt', message: 'must have at most 2000 characters' }]],
    [
      'an unknown size',
      { prompt: PROMPT, size: 'wide' },
      [{ path: 'size', message: 'must be one of: square, feed, portrait, landscape' }],
    ],
    ['no image', { prompt: PROMPT, quantity: 0 }, [{ path: 'quantity', message: 'must be at least 1' }]],
    ['five images', { prompt: PROMPT, quantity: 5 }, [{ path: 'quantity', message: 'must be at most 4' }]],
    [
      'an unknown model',
      { prompt: PROMPT, model: 'dall-e' },
      [{ path: 'model', message: 'must be one of: flux2-flex, ideogram-3, nano-banana-2, gpt-image-1.5' }],
    ],
    [
      'a model and a size that do not go together',
      { prompt: PROMPT, model: 'gpt-image-1.5', size: 'feed' },
      [{ path: 'size', message: 'must be one of square, portrait, landscape with the model gpt-image-1.5' }],
    ],
    [
      'five style images',
      { prompt: PROMPT, style_images: ['1', '2', '3', '4', '5'] },
      [{ path: 'style_images', message: 'must have at most 4 items' }],
    ],
    [
      'a style image that is not there',
      { prompt: PROMPT, style_images: [UNKNOWN] },
      [{ path: 'style_images[0]', message: 'is not an image of this workspace' }],
    ],
    [
      'a style image whose id is none',
      { prompt: PROMPT, style_images: ['nothing'] },
      [{ path: 'style_images[0]', message: 'is not an image of this workspace' }],
    ],
    [
      'a generation that is not there',
      { generation_id: UNKNOWN },
      [{ path: 'generation_id', message: 'is not a generation of this workspace' }],
    ],
    [
      'a post type without a generation',
      { prompt: PROMPT, source_post_type: 'x-post' },
      [{ path: 'source_post_type', message: 'needs a generation_id' }],
    ],
  ])('%s', async (_, body, details) => {
    const error = await refused(body)
    expect(error).toMatchObject({ code: 'VALIDATION_ERROR', details })
  })

  it('a post type that is not one of the generation', async () => {
    const { details } = await refused({ generation_id: resources.generation, source_post_type: 'tiktok-video' })
    expect(details).toEqual([{ path: 'source_post_type', message: "must be one of the generation's: x-post" }])
  })

  it('a generation that is not completed', async () => {
    for (const [generation_id, status] of [
      [processing, 'processing'],
      [failed, 'failed'],
    ]) {
      const { details } = await refused({ generation_id })
      expect(details).toEqual([{ path: 'generation_id', message: `must be completed, and is ${status}` }])
    }
  })

  it("a sandbox key's generation, in the words for none at all", async () => {
    const { details } = await refused({ generation_id: resources.sandboxGeneration })
    expect(details).toEqual([{ path: 'generation_id', message: 'is not a generation of this workspace' }])
  })

  it('want of credits, and a price above max_credits', async () => {
    const dear = { prompt: PROMPT, model: 'gpt-image-1.5', quantity: 4 }
    expect(await refused({ ...dear, max_credits: 55 }, 402)).toMatchObject({
      code: 'INSUFFICIENT_CREDITS',
      message: 'This costs 56 credits, and max_credits is 55.',
    })
    await server.db.updateTable('accounts').set({ credit_balance: 55 }).execute()
    expect(await refused(dear, 402)).toMatchObject({ message: 'This costs 56 credits, and the balance is 55.' })
  })

  // Last: whoever reads the books expects one account.
  it("another account's image and generation, in the words for none at all", async () => {
    const tenant = await addAccount(server.db, 100)
    const headers = { 'x-api-key': tenant.apiKey, 'x-workspace-id': tenant.workspaceId }
    for (const body of [{ prompt: PROMPT, style_images: [resources.media] }, { generation_id: resources.generation }]) {
      const response = await server.post(GENERATE, body, headers)
      expect(response.status).toBe(400)
      expect(await response.text()).toContain('of this workspace')
    }
    const other = await server.request(`/api/v1/images/generations/${resources.imageGeneration}`, { headers })
    const none = await server.request(`/api/v1/images/generations/${UNKNOWN}`, { headers })
    expect([other.status, none.status]).toEqual([404, 404])
  })
})
