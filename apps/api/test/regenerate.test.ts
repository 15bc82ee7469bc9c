import type { GenerateContentResponse, Generation, WebhookDeliveryPage } from '@powerpost/contract'
import { afterEach, describe, expect, it } from 'vitest'
import type { Brief } from '#models/port.ts'
import { ModelError } from '#models/port.ts'
import { readBooks } from './harness/ledger.ts'
import { createGate, createScriptedModel, writePlainly } from './harness/scripted-model.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForGeneration } from './harness/wait-for.ts'

const GENERATE = '/api/v1/content/generate'
const BODY = {
  prompt: 'We opened a bakery in Leeds. Fresh bread every morning from seven.',
  post_types: ['x-post', 'instagram-reel', 'youtube-short'],
  research_mode: 'regular',
}
const PRICE = 10

let server: TestServer
afterEach(() => server.stop())

function regenerate(id: string, request: object, headers?: Record<string, string>): Promise<Response> {
  return server.post(`/api/v1/content/generations/${id}/regenerate`, request, headers)
}

async function generate(body: object = BODY): Promise<Generation> {
  const { generation_id } = (await (await server.post(GENERATE, body)).json()) as GenerateContentResponse
  return waitForGeneration(server, generation_id)
}

async function refusal(response: Response): Promise<unknown> {
  const { error } = (await response.json()) as { error: { code: string; details?: { path: string }[] } }
  return [response.status, error.code, error.details?.[0]?.path]
}

describe('captions that are written anew', () => {
  it('take the place of the old ones for the platforms asked for, and the others stay', async () => {
    server = await startTestServer({ credits: 100 })
    const before = await generate()
    const response = await regenerate(before.generation_id, { platforms: ['x', 'instagram', 'x'] })
    expect(await response.json()).toEqual({
      generation_id: before.generation_id,
      status: 'processing',
      credits_used: 8,
      remaining_credits: 100 - PRICE - 8,
      status_url: `/api/v1/content/generations/${before.generation_id}`,
    })
    const after = await waitForGeneration(server, before.generation_id)
    expect(after.outputs?.x).not.toBe(before.outputs?.x)
    expect(after.outputs?.instagram).not.toBe(before.outputs?.instagram)
    expect(after.outputs?.youtube).toEqual(before.outputs?.youtube)
    expect(after).toMatchObject({
      status: 'completed',
      credits_used: PRICE,
      regeneration: { status: 'completed', platforms: ['x', 'instagram'], credits_used: 8 },
    })
    expect(await readBooks(server.db)).toEqual({ balance: 82, ledger: 82, entries: 3 })
  })

  it('are written by a model that gets what they were and what is to be different', async () => {
    const briefs: Brief[] = []
    const model = createScriptedModel(async function* (brief) {
      briefs.push(brief)
      const prompt = brief.rewrite ? `Take ${brief.rewrite.times}` : 'First take'
      yield* writePlainly({ ...brief, prompt })
    })
    server = await startTestServer({ credits: 100, model })
    const { generation_id } = await generate()
    const first = await regenerate(generation_id, { platforms: ['x'], instruction: 'Funnier' })
    expect(first.status).toBe(200)
    expect((await waitForGeneration(server, generation_id)).outputs?.x).toBe('Take 1')
    await regenerate(generation_id, { platforms: ['x'] })
    expect((await waitForGeneration(server, generation_id)).outputs).toMatchObject({
      x: 'Take 2',
      instagram: 'First take',
    })
    expect(briefs.map(({ rewrite }) => rewrite)).toEqual([
      undefined,
      { times: 1, previous: { x: 'First take' }, instruction: 'Funnier' },
      { times: 2, previous: { x: 'Take 1' } },
    ])
    expect(briefs[1]).toMatchObject({ platforms: ['x'], postTypes: ['x-post'] })
  })

  it('that fail stay as they were, the credits are given back and listeners are reported, once', async () => {
    let isBroken = false
    const model = createScriptedModel(async function* (brief) {
      yield* writePlainly({ ...brief, platforms: brief.platforms.slice(0, 1) })
      if (isBroken) throw new ModelError('refused', 'no')
      yield* writePlainly({ ...brief, platforms: brief.platforms.slice(1) })
    })
    server = await startTestServer({ credits: 100, model })
    const before = await generate()
    const endpoint = { url: 'https://webhooks.invalid/', events: ['generation.failed'] }
    expect((await server.post('/api/v1/webhooks/endpoints', endpoint)).status).toBe(200)
    isBroken = true
    await regenerate(before.generation_id, { platforms: ['x', 'instagram'] })
    const after = await waitForGeneration(server, before.generation_id)
    expect(after.outputs).toEqual(before.outputs)
    expect(after).toMatchObject({
      status: 'completed',
      regeneration: { status: 'failed', error: { code: 'GENERATION_FAILED' } },
    })
    expect(after).not.toHaveProperty('error')
    const { data: told } = (await (await server.request('/api/v1/webhooks/deliveries')).json()) as WebhookDeliveryPage
    expect(told).toMatchObject([{ event: 'generation.failed' }])
    expect(await readBooks(server.db)).toEqual({ balance: 90, ledger: 90, entries: 4 })
  })

  it('are refused while the generation is processing, and when it failed', async () => {
    const gate = createGate()
    const model = createScriptedModel(async function* (brief) {
      if (brief.prompt === 'Refuse this') throw new ModelError('refused', 'no')
      if (brief.rewrite) await gate.opened
      yield* writePlainly(brief)
    })
    server = await startTestServer({ credits: 100, model })
    const failed = await generate({ ...BODY, prompt: 'Refuse this' })
    expect(await refusal(await regenerate(failed.generation_id, { platforms: ['x'] }))).toEqual([
      409,
      'CONFLICT',
      undefined,
    ])
    const { generation_id } = await generate()
    const answers = await Promise.all(Array.from({ length: 5 }, () => regenerate(generation_id, { platforms: ['x'] })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    expect(await (await server.request(`/api/v1/content/generations/${generation_id}`)).json()).toMatchObject({
      status: 'processing',
      regeneration: { status: 'processing' },
    })
    gate.open()
    await waitForGeneration(server, generation_id)
    expect((await readBooks(server.db)).balance).toBe(100 - PRICE - 6)
  })

  it.each([
    [
      'for a platform that is not the generation’s',
      { platforms: ['x', 'linkedin'] },
      [400, 'VALIDATION_ERROR', 'platforms[1]'],
    ],
    ['for none', { platforms: [] }, [400, 'VALIDATION_ERROR', 'platforms']],
    ['by a blank instruction', { platforms: ['x'], instruction: ' ' }, [400, 'VALIDATION_ERROR', 'instruction']],
    ['for more than max_credits', { platforms: ['x'], max_credits: 5 }, [402, 'INSUFFICIENT_CREDITS', undefined]],
    [
      'for more than the balance',
      { platforms: ['x', 'youtube', 'instagram'] },
      [402, 'INSUFFICIENT_CREDITS', undefined],
    ],
  ])('are refused %s, and nothing is changed', async (_, request, told) => {
    server = await startTestServer({ credits: 18 })
    const before = await generate()
    expect(await refusal(await regenerate(before.generation_id, request))).toEqual(told)
    const after = await (await server.request(`/api/v1/content/generations/${before.generation_id}`)).json()
    expect(after).toEqual(before)
  })
})
