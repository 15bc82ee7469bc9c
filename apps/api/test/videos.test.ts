import type { GenerateVideoResponse, VideoGeneration } from '@powerpost/contract'
import { videoGenerationPageSchema, videoGenerationSchema, webhookEventSchema } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBooks } from './harness/ledger.ts'
import { createResources } from './harness/operation-fixtures.ts'
import type { Resources } from './harness/operation-fixtures.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForVideo } from './harness/wait-for.ts'

const GENERATE = '/api/v1/videos/generate'
const PROMPT = 'Two coffees for the price of one'

let server: TestServer
let resources: Resources

beforeAll(async () => {
  server = await startTestServer({ credits: 1000 })
  resources = await createResources(server)
})
afterAll(() => server.stop())

async function start(body: object, headers?: Record<string, string>): Promise<GenerateVideoResponse> {
  const response = await server.post(GENERATE, body, headers)
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as GenerateVideoResponse
}

async function make(body: object): Promise<VideoGeneration> {
  const { video_generation_id } = await start(body)
  return videoGenerationSchema.strict().parse(await waitForVideo(server, video_generation_id))
}

describe('a video generation', () => {
  it('answers as the specification says, and completes with a video that is a medium of the workspace', async () => {
    const { balance } = await readBooks(server.db)
    const started = await start({ prompt: PROMPT, duration: 5 })
    expect(started).toEqual({
      video_generation_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      status: 'processing',
      credits_used: 15,
      remaining_credits: balance - 15,
      status_url: `/api/v1/videos/generations/${started.video_generation_id}`,
    })
    const generation = videoGenerationSchema.strict().parse(await waitForVideo(server, started.video_generation_id))
    expect(generation).toMatchObject({
      status: 'completed',
      prompt: PROMPT,
      size: 'landscape',
      duration: 5,
      model: 'kling-3.0-pro',
      has_audio: false,
      credits_used: 15,
      livemode: true,
      generator: { model: 'plain', built_in: true },
      video: { width: 1920, height: 1080, duration: 5 },
    })
    const { media_id = '', url = '', thumbnail_url = '' } = generation.video ?? {}
    expect(thumbnail_url).toMatch(new RegExp(`/api/v1/media/${media_id}/thumbnail\\?`))
    const medium = await server.db.selectFrom('media').selectAll().where('id', '=', media_id).executeTakeFirstOrThrow()
    expect(medium).toMatchObject({ status: 'ready', type: 'video', mime_type: 'video/mp4', livemode: true })
    expect(medium.file_name).toBe(`${PROMPT}.mp4`)
    const file = await fetch(url)
    expect(Number(file.headers.get('content-length'))).toBe(medium.file_size)
    const books = await readBooks(server.db)
    expect(books).toMatchObject({ balance: balance - 15, ledger: balance - 15 })
  })

  it('begins with an image of the workspace, in the shape and length that were asked for', async () => {
    const generation = await make({
      prompt: PROMPT,
      duration: 8,
      model: 'veo-3.1',
      size: 'portrait',
      source_image: resources.media,
    })
    expect(generation).toMatchObject({
      status: 'completed',
      credits_used: 40,
      source_image: resources.media,
      video: { width: 1080, height: 1920, duration: 8 },
    })
  })

  it('says that there is no sound, and charges a silent video', async () => {
    const { balance } = await readBooks(server.db)
    const generation = await make({ prompt: PROMPT, duration: 10, has_audio: true })
    expect(generation).toMatchObject({
      status: 'completed',
      credits_used: 44,
      credits_refunded: 14,
      warnings: [{ code: 'audio_not_made', field: 'has_audio' }],
    })
    expect(await readBooks(server.db)).toMatchObject({ balance: balance - 30, ledger: balance - 30 })
  })

  it('is reported to webhooks, with its video', async () => {
    const endpoint = { url: 'https://webhooks.invalid/in', events: ['video_generation.completed'] }
    expect((await server.post('/api/v1/webhooks/endpoints', endpoint)).status).toBe(200)
    const { video_generation_id, video } = await make({ prompt: PROMPT, duration: 5 })
    const { payload } = await server.db
      .selectFrom('webhook_events')
      .select('payload')
      .where('event', '=', 'video_generation.completed')
      .executeTakeFirstOrThrow()
    const { media_id, width, height, duration } = video ?? {}
    expect(webhookEventSchema.parse(JSON.parse(payload))).toMatchObject({
      event: 'video_generation.completed',
      data: { video_generation_id, status: 'completed', video: { media_id, width, height, duration } },
    })
  })

  it('is in the list, newest first and by status', async () => {
    const newest = await make({ prompt: 'The newest', duration: 5 })
    const response = await server.request('/api/v1/videos/generations?limit=2&status=completed')
    const page = videoGenerationPageSchema.parse(await response.json())
    expect(page.data).toHaveLength(2)
    expect(page.data[0]).toMatchObject({ video_generation_id: newest.video_generation_id, prompt: 'The newest' })
    expect(page.data[0]).not.toHaveProperty('video')
    expect(page.has_more).toBe(true)
  })

  it('is estimated at what it then costs, and the estimate starts nothing', async () => {
    const before = await readBooks(server.db)
    const body = { prompt: PROMPT, duration: 4, model: 'veo-3.1', has_audio: true }
    const response = await server.post('/api/v1/videos/estimate', body)
    expect(await response.json()).toEqual({
      credits: 32,
      credits_silent: 20,
      model: 'veo-3.1',
      duration: 4,
      has_audio: true,
    })
    expect(await readBooks(server.db)).toEqual(before)
    expect((await start(body)).credits_used).toBe(32)
  })
})

describe('a regeneration', () => {
  it('replaces the video, whose old file stays, and costs the same', async () => {
    const first = await make({ prompt: PROMPT, duration: 5 })
    const path = `/api/v1/videos/generations/${first.video_generation_id}`
    const response = await server.post(`${path}/regenerate`, { prompt: 'Something else' })
    expect(await response.json()).toMatchObject({ video_generation_id: first.video_generation_id, credits_used: 15 })
    const second = await waitForVideo(server, first.video_generation_id)
    expect(second).toMatchObject({
      status: 'completed',
      prompt: PROMPT,
      regeneration: { status: 'completed', prompt: 'Something else', credits_used: 15 },
    })
    expect(second.video?.media_id).not.toBe(first.video?.media_id)
    expect((await server.request(`/api/v1/media/${first.video?.media_id}`)).status).toBe(200)
  })

  it('is refused for a prompt longer than the model takes, naming how long it may be', async () => {
    const { video_generation_id } = await make({ prompt: PROMPT, duration: 5, model: 'runway-gen-4.5' })
    const response = await server.post(`/api/v1/videos/generations/${video_generation_id}/regenerate`, {
      prompt: 'x'.repeat(1001),
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      error: {
        details: [{ path: 'prompt', message: 'must have at most 1000 characters with the model runway-gen-4.5' }],
      },
    })
  })
})
