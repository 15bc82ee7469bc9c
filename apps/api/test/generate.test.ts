import {
  CAPTION_RULES,
  generationPageSchema,
  generationSchema,
  measureText,
  PLATFORMS,
  POST_TYPES,
} from '@powerpost/contract'
import type { GenerateContentResponse } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBooks } from './harness/ledger.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForGeneration } from './harness/wait-for.ts'

const GENERATE = '/api/v1/content/generate'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ credits: 100 })
})
afterAll(() => server.stop())

async function generate(body: object): Promise<GenerateContentResponse> {
  const response = await server.post(GENERATE, body)
  expect(response.status).toBe(200)
  return (await response.json()) as GenerateContentResponse
}

describe('a generation from a text', () => {
  it('answers as the reference page says, and completes with a caption for each platform', async () => {
    const started = await generate({
      prompt: 'We just shipped dark mode across all our apps',
      post_types: ['instagram-reel', 'tiktok-video', 'x-post'],
      research_mode: 'regular',
    })
    expect(started).toEqual({
      generation_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      status: 'processing',
      credits_used: 10,
      remaining_credits: 90,
      status_url: `/api/v1/content/generations/${started.generation_id}`,
    })
    const generation = generationSchema.strict().parse(await waitForGeneration(server, started.generation_id))
    expect(generation).toMatchObject({
      status: 'completed',
      prompt: 'We just shipped dark mode across all our apps',
      platforms: ['instagram', 'tiktok', 'x'],
      research_mode: 'regular',
      input_type: 'text',
      credits_used: 10,
      livemode: true,
      generator: { model: 'built-in', built_in: true, research: 'none' },
    })
    expect(Object.keys(generation.outputs ?? {}).toSorted()).toEqual(['instagram', 'tiktok', 'x'])
    expect(generation.outputs?.x).toContain('dark mode')
    const credits = await server.request('/api/v1/account/credits')
    expect(await credits.json()).toEqual({ balance: 90 })
  })

  it('for every post type gives one caption per platform, within its limits and with the CTA', async () => {
    const cta = 'Update now: https://example.com/dark'
    const started = await generate({
      prompt: 'We just shipped dark mode across all our apps',
      post_types: [...POST_TYPES, ...POST_TYPES],
      research_mode: 'deep',
      cta_text: cta,
    })
    expect(started.credits_used).toBe(8 + 5 * 2)
    const { outputs } = await waitForGeneration(server, started.generation_id)
    expect(Object.keys(outputs ?? {}).toSorted()).toEqual([...PLATFORMS].toSorted())
    for (const platform of PLATFORMS) {
      const output = outputs?.[platform]
      const text = typeof output === 'string' ? output : (output?.description ?? '')
      const { max, unit } = CAPTION_RULES[platform].text
      expect(measureText(text, unit)).toBeLessThanOrEqual(max)
      expect(text.split(cta)).toHaveLength(2)
    }
  })

  it('ignores fields it does not know, and an empty list of media', async () => {
    const started = await generate({
      prompt: 'We just shipped dark mode',
      post_types: ['x-post', 'x-post'],
      research_mode: 'regular',
      media_ids: [],
      invented: { by: 'a client' },
    })
    expect(started.credits_used).toBe(6)
  })
})

describe('the list of generations', () => {
  it('goes newest first, page by page, without a gap or a double while others are added', async () => {
    const lister = await startTestServer({ credits: 1000 })
    const ids: string[] = []
    for (let index = 0; index < 5; index += 1) {
      const response = await lister.post(GENERATE, {
        prompt: `Number ${index}`,
        post_types: ['x-post'],
        research_mode: 'regular',
      })
      ids.unshift(((await response.json()) as GenerateContentResponse).generation_id)
    }
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: string = cursor === '' ? '?limit=2' : `?limit=2&cursor=${cursor}`
      const response = await lister.request(`/api/v1/content/generations${query}`)
      const page = generationPageSchema.strict().parse(await response.json())
      expect(page.has_more).toBe(page.next_cursor !== null)
      seen.push(...page.data.map((item) => item.generation_id))
      await lister.post(GENERATE, { prompt: 'Added meanwhile', post_types: ['x-post'], research_mode: 'regular' })
      cursor = page.next_cursor
    }
    expect(seen).toEqual(ids)
    await lister.stop()
  })

  it('can be narrowed to a status, and never shows captions', async () => {
    const response = await server.request('/api/v1/content/generations?status=completed')
    const page = generationPageSchema.parse(await response.json())
    expect(page.data.length).toBeGreaterThan(0)
    expect(page.data.every((item) => item.status === 'completed' && !('outputs' in item))).toBe(true)
    const pending = await server.request('/api/v1/content/generations?status=pending')
    expect(await pending.json()).toEqual({ data: [], next_cursor: null, has_more: false })
  })
})

describe('the books', () => {
  it('balance after all of that', async () => {
    const { balance, ledger } = await readBooks(server.db)
    expect(balance).toBe(ledger)
  })
})
