import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  connectionSchema,
  creditsSchema,
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

const MARK = '=== next block ==='

let server: TestServer
let receiver: WebhookReceiver
let directory: string

beforeAll(async () => {
  server = await startTestServer({ credits: 50, environment: PRIVATE_URLS })
  receiver = await startWebhookReceiver()
  directory = await mkdtemp(join(tmpdir(), 'powerpost-tutorial-'))
  await copyFile((await makeMediaFiles()).jpeg, join(directory, 'photo.jpg'))
})
afterAll(async () => {
  await server.stop()
  receiver.stop()
  await removeMediaFiles()
  await rm(directory, { recursive: true, force: true })
})

/** Pastes every block of the tutorial into one terminal, and gives what each printed. */
async function pasteTutorial(): Promise<string[]> {
  const tutorial = await readFile(new URL('../../../../docs/tutorial.md', import.meta.url), 'utf8')
  const blocks = [...tutorial.matchAll(/```sh\n(.*?)```/gs)].map((match) => match[1] ?? '')
  const pasted = blocks
    .filter((block) => !/^(npm|npx) /.test(block))
    .map((block) => `${block}printf '\\n${MARK}\\n'\n`)
    .join('')
    .replaceAll('http://localhost:3000', server.url)
    .replaceAll('https://example.com/webhooks', receiver.urlOf('/webhooks'))
  const input = `set -euo pipefail\ncurl() { command curl -sS --fail-with-body "$@"; }\n${pasted}`
  const environment = { POWERPOST_API_KEY: server.apiKey, POWERPOST_WORKSPACE_ID: server.workspaceId }
  const output = await runProgram({ command: 'bash', arguments: ['-s'], input, directory, environment })
  return output.split(`\n${MARK}\n`)
}

describe('the tutorial', () => {
  it('works when it is pasted, block after block, from a text to a webhook', async () => {
    const outputs = await pasteTutorial()
    const json = (index: number): unknown => JSON.parse(outputs[index] ?? '')
    expect(outputs).toHaveLength(19)
    expect(generateContentResponseSchema.parse(json(1))).toMatchObject({ credits_used: 10, remaining_credits: 40 })
    expect(outputs[2]).toContain('event: completed')
    const generation = generationSchema.parse(json(3))
    expect([generation.status, Object.keys(generation.outputs ?? {}).length]).toEqual(['completed', 3])
    expect(mediaSchema.parse(json(4)).type).toBe('image')
    expect(generateContentResponseSchema.parse(json(5)).credits_used).toBe(9)
    expect(generateImagesResponseSchema.parse(json(6))).toMatchObject({ credits_used: 5, remaining_credits: 26 })
    expect(outputs[7]).toContain('event: completed')
    expect(imageGenerationSchema.parse(json(8)).status).toBe('completed')
    expect(creditsSchema.parse(json(9))).toEqual({ balance: 26 })
    expect(webhookEndpointSchema.parse(json(10)).events).toHaveLength(4)
    expect(connectionSchema.parse(json(12))).toMatchObject({ platform: 'x', sandbox: true })
    expect(postSchema.parse(json(13)).status).toBe('draft')
    expect(json(14)).toEqual({ publishable: true, problems: [] })
    expect(json(15)).toMatchObject({ status: 'publishing', credits_used: 4 })
    expect(outputs[16]).toMatch(/^published\n/)
    const sent = webhookDeliveryPageSchema.parse(json(17)).data.map(({ event }) => event)
    expect(sent.toSorted()).toEqual(['post.published', 'webhook.test'])
    const arrived = () => receiver.received.map(({ event }) => event.event).toSorted()
    await expect.poll(arrived, { timeout: 45_000 }).toEqual(['post.published', 'webhook.test'])
  })
})
