import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  connectionSchema,
  generateContentResponseSchema,
  generateImagesResponseSchema,
  generationSchema,
  imageGenerationSchema,
  mediaSchema,
  postSchema,
  webhookDeliveryPageSchema,
  webhookEndpointSchema,
} from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import type { WebhookReceiver } from '../harness/webhook-receiver.ts'
import { startWebhookReceiver } from '../harness/webhook-receiver.ts'
import { PRIVATE_URLS } from '../harness/webhooks.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'
import { runProgram } from './run-program.ts'

let server: TestServer
let receiver: WebhookReceiver
let directory: string
let curls: string[]

beforeAll(async () => {
  server = await startTestServer({ credits: 50, environment: PRIVATE_URLS })
  receiver = await startWebhookReceiver()
  directory = await mkdtemp(join(tmpdir(), 'powerpost-readme-'))
  await copyFile((await makeMediaFiles()).jpeg, join(directory, 'photo.jpg'))
  const readme = await readFile(new URL('../../../../README.md', import.meta.url), 'utf8')
  const blocks = [...readme.matchAll(/```sh\n(.*?)```/gs)].map((match) => match[1] ?? '')
  curls = blocks.filter((block) => block.startsWith('curl '))
})
afterAll(async () => {
  await server.stop()
  receiver.stop()
  await removeMediaFiles()
  await rm(directory, { recursive: true, force: true })
})

async function run(curl: string | undefined, variables: Record<string, string> = {}): Promise<unknown> {
  const input = (curl ?? '')
    .replace('curl ', 'curl -sS --fail-with-body ')
    .replaceAll('http://localhost:3000', server.url)
    .replaceAll('https://example.com/webhooks', receiver.urlOf('/webhooks'))
  const environment = { POWERPOST_API_KEY: server.apiKey, POWERPOST_WORKSPACE_ID: server.workspaceId, ...variables }
  return JSON.parse(await runProgram({ command: 'bash', arguments: ['-s'], input, directory, environment }))
}

describe('the README', () => {
  it('shows lines that work when pasted, one after the other, from a text to a webhook', async () => {
    const [generate, read, upload, generateFromMedia, drawImages, readImages, credits] = curls
    const started = generateContentResponseSchema.parse(await run(generate))
    expect(started).toMatchObject({ credits_used: 10, remaining_credits: 40 })
    const GENERATION_ID = started.generation_id
    const readIt = async () => generationSchema.parse(await run(read, { GENERATION_ID }))
    await expect.poll(async () => (await readIt()).status, { timeout: 45_000 }).toBe('completed')
    expect(Object.keys((await readIt()).outputs ?? {})).toHaveLength(3)
    const media = mediaSchema.parse(await run(upload))
    const fromMedia = generateContentResponseSchema.parse(await run(generateFromMedia, { MEDIA_ID: media.media_id }))
    expect(fromMedia.credits_used).toBe(9)

    const drawing = generateImagesResponseSchema.parse(await run(drawImages, { GENERATION_ID }))
    expect(drawing).toMatchObject({ credits_used: 5, remaining_credits: 26 })
    const IMAGE_GENERATION_ID = drawing.image_generation_id
    const readThem = async () => imageGenerationSchema.parse(await run(readImages, { IMAGE_GENERATION_ID }))
    await expect.poll(async () => (await readThem()).status, { timeout: 45_000 }).toBe('completed')
    const IMAGE_MEDIA_ID = (await readThem()).images[0]?.media_id ?? ''
    expect(await run(credits)).toEqual({ balance: 26 })

    const [connect, draft, preflight, publish, readPost, createEndpoint, testEndpoint, deliveries] = curls.slice(7)
    expect(connectionSchema.parse(await run(connect))).toMatchObject({ platform: 'x', sandbox: true })
    const draftIt = async () => {
      const post = postSchema.parse(await run(draft, { GENERATION_ID, IMAGE_MEDIA_ID }))
      return { POST_ID: post.post_id }
    }
    const post = await draftIt()
    expect(await run(preflight, post)).toEqual({ publishable: true, problems: [] })
    expect(await run(publish, post)).toMatchObject({ status: 'publishing', credits_used: 4 })
    const readThePost = async () => postSchema.parse(await run(readPost, post))
    await expect.poll(async () => (await readThePost()).status, { timeout: 45_000 }).toBe('published')

    const { endpoint_id: ENDPOINT_ID } = webhookEndpointSchema.parse(await run(createEndpoint))
    await run(testEndpoint, { ENDPOINT_ID })
    const another = await draftIt()
    await run(publish, another)
    const arrived = () => receiver.received.map(({ event }) => event.event).toSorted()
    await expect.poll(arrived, { timeout: 45_000 }).toEqual(['post.published', 'webhook.test'])
    const sent = webhookDeliveryPageSchema.parse(await run(deliveries, { ENDPOINT_ID }))
    expect(sent.data.map(({ event }) => event)).toEqual(['post.published', 'webhook.test'])
    expect(curls).toHaveLength(15)
  })

  it('names every operation of the contract', async () => {
    const readme = await readFile(new URL('../../../../README.md', import.meta.url), 'utf8')
    const document = (await (await server.request('/openapi.json')).json()) as { paths: Record<string, object> }
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const method of Object.keys(operations)) expect(readme).toContain(`\`${method.toUpperCase()} ${path}\``)
    }
  })
})
