import type { VideoGeneration } from '@powerpost/contract'
import { reviewBrief } from '#video-models/built-in/review-brief.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount, headersOf } from '../harness/add-tenant.ts'
import { countRows } from '../harness/ledger.ts'
import { uploadFile } from '../harness/media.ts'
import { createPlainVideoModel } from '../harness/plain-video-model.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { waitForVideo } from '../harness/wait-for.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'

const GENERATE = '/api/v1/videos/generate'
const PROMPT = 'Two coffees for the price of one'
const SCENE = 'A barista pours latte art in a cozy cafe, golden morning light, cinematic'
const UNKNOWN = '0199a1b2-0000-7000-8000-00000000dead'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({
    credits: 100,
    builtInVideoModel: { ...createPlainVideoModel(), review: reviewBrief },
  })
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

async function make(body: object): Promise<VideoGeneration> {
  const response = await server.post(GENERATE, body)
  const { video_generation_id } = (await response.json()) as { video_generation_id: string }
  return waitForVideo(server, video_generation_id)
}

async function balance(): Promise<number> {
  const response = await server.request('/api/v1/account/credits')
  return ((await response.json()) as { balance: number }).balance
}

describe('a request for a video is refused, and leaves nothing, for', () => {
  it.each([
    ['no prompt', { duration: 5 }, 'prompt', /expected string|is required|must be/iu],
    ['no duration', { prompt: PROMPT }, 'duration', /expected|is required|must be/iu],
    [
      'a length that the default does not make',
      { prompt: PROMPT, duration: 8 },
      'duration',
      /^must be one of 5, 10 with the model kling-3\.0-pro$/u,
    ],
    [
      'a length that its model does not make',
      { prompt: PROMPT, duration: 5, model: 'veo-3.1' },
      'duration',
      /^must be one of 4, 8 with the model veo-3\.1$/u,
    ],
    [
      'sound that its model does not make',
      { prompt: PROMPT, duration: 5, model: 'runway-gen-4.5', has_audio: true },
      'has_audio',
      /^must be false with the model runway-gen-4\.5, .*kling-3\.0-pro, veo-3\.1$/u,
    ],
    [
      'a prompt that is too long for its model',
      { prompt: 'é'.repeat(1001), duration: 5, model: 'runway-gen-4.5' },
      'prompt',
      /^must have at most 1000 characters with the model runway-gen-4\.5$/u,
    ],
    [
      'a prompt that is too long for all',
      { prompt: 'x'.repeat(3001), duration: 5 },
      'prompt',
      /at most 2500 characters with/u,
    ],
    ['a shape that there is not', { prompt: PROMPT, duration: 5, size: 'square' }, 'size', /landscape/u],
    [
      'a source image that is not there',
      { prompt: PROMPT, duration: 5, source_image: UNKNOWN },
      'source_image',
      /^is not an image of this workspace$/u,
    ],
  ])('%s', async (_, body, path, message) => {
    const before = await countRows(server.db)
    for (const operation of ['generate', 'estimate']) {
      const response = await server.post(`/api/v1/videos/${operation}`, body)
      expect(response.status).toBe(400)
      const { error } = (await response.json()) as { error: { details: { path: string; message: string }[] } }
      expect(error.details).toContainEqual({ path, message: expect.stringMatching(message) })
      expect(error.details.every((detail) => detail.path === path)).toBe(true)
    }
    expect(await countRows(server.db)).toEqual(before)
  })

  it('want of credits, and more than the caller wants to pay', async () => {
    const before = await countRows(server.db)
    const dear = { prompt: PROMPT, duration: 8, model: 'veo-3.1', has_audio: true }
    expect((await server.post(GENERATE, { ...dear, max_credits: 63 })).status).toBe(402)
    expect(await countRows(server.db)).toEqual(before)
  })

  it("another account's image and video, in the words for none at all", async () => {
    const { media_id } = await uploadFile(server, (await makeMediaFiles()).jpeg)
    const headers = headersOf(await addAccount(server.db, 100))
    const body = { prompt: PROMPT, duration: 5, source_image: media_id }
    const foreign = await server.post(GENERATE, body, headers)
    expect(foreign.status).toBe(400)
    expect(await foreign.text()).toContain('is not an image of this workspace')
    const { video_generation_id } = await make({ prompt: PROMPT, duration: 5 })
    const path = `/api/v1/videos/generations/${video_generation_id}`
    expect((await server.request(path, { headers })).status).toBe(404)
  })
})

describe('a scene that the built-in model is asked for', () => {
  it('is not made, with a reason, and costs nothing', async () => {
    const before = await balance()
    const generation = await make({ prompt: SCENE, duration: 5 })
    expect(generation).toMatchObject({
      status: 'failed',
      credits_refunded: 15,
      warnings: [{ code: 'scene_not_made', field: 'prompt' }],
    })
    expect(generation.error?.message).toMatch(/only moves words and images.*The credits were refunded/u)
    expect(await balance()).toBe(before)
  })

  it('of an image is that image in motion, and costs nothing', async () => {
    const { media_id } = await uploadFile(server, (await makeMediaFiles()).jpeg)
    const generation = await make({ prompt: SCENE, duration: 5, source_image: media_id })
    expect(generation).toMatchObject({
      status: 'completed',
      credits_refunded: 15,
      warnings: [{ code: 'scene_not_made', field: 'prompt' }],
    })
    const deleted = await server.request(`/api/v1/media/${media_id}`, { method: 'DELETE' })
    expect(deleted.status).toBe(200)
    const path = `/api/v1/videos/generations/${generation.video_generation_id}`
    expect((await server.post(`${path}/regenerate`, {})).status).toBe(409)
    expect(await (await server.request(path)).json()).not.toHaveProperty('source_image')
  })

  it('in quotation marks is text', async () => {
    expect(await make({ prompt: `"${SCENE}"`, duration: 5 })).toMatchObject({ status: 'completed', credits_used: 15 })
  })
})
