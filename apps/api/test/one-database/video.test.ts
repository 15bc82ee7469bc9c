import { readFile } from 'node:fs/promises'
import type { GenerateContentResponse, Media } from '@powerpost/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FakeModelServer } from '../fake-models/index.ts'
import { behave, goodAnswer, startFakeModel } from '../fake-models/index.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { waitForGeneration } from '../harness/wait-for.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'

let vendor: FakeModelServer
let server: TestServer

beforeAll(async () => {
  vendor = await startFakeModel('google', behave.answer(goodAnswer))
  server = await startTestServer({
    environment: {
      POWERPOST_TEXT_MODEL: 'google:some-model',
      POWERPOST_TEXT_BASE_URL: vendor.baseUrl,
      POWERPOST_TEXT_API_KEY: 'a-key',
    },
  })
})
afterAll(async () => {
  await server.stop()
  await vendor.close()
  await removeMediaFiles()
})

it('a video is shown to a model that takes one byte for byte, and its sight is said', async () => {
  const bytes = await readFile((await makeMediaFiles()).mp4)
  const form = new FormData()
  form.append('file', new Blob([bytes]), 'launch.mp4')
  form.append('type', 'video')
  const uploaded = await server.request('/api/v1/media/upload', { method: 'POST', body: form })
  const { media_id } = (await uploaded.json()) as Media
  const body = { media_ids: [media_id], post_types: ['x-post'], research_mode: 'regular' }
  const started = (await (await server.post('/api/v1/content/generate', body)).json()) as GenerateContentResponse
  const generation = await waitForGeneration(server, started.generation_id)
  expect(generation).toMatchObject({ status: 'completed', generator: { media: 'frames' } })
  expect(vendor.requests.map(({ videos }) => videos)).toEqual([
    [{ mimeType: 'video/mp4', data: bytes.toString('base64') }],
  ])
})
