import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PLATFORMS } from '@powerpost/contract'
import type { GenerateContentResponse } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { answerSchema } from '#models/ai-sdk/answer/answer-keys.ts'
import type { LocalModels } from '#models/ai-sdk/index.ts'
import { createLocalModels } from '#models/ai-sdk/index.ts'
import { startTestServer } from '../harness/test-server.ts'
import { waitForGenerationAt } from '../harness/wait-for.ts'
import { writeTinyModel } from './write-tiny-model.ts'

// With the package itself: `pnpm test:local-model` installs it here.
const DIRECTORY = join(import.meta.dirname, '../../../../node_modules/.local-models')
let models: LocalModels

beforeAll(async () => {
  models = createLocalModels({ directory: DIRECTORY })
  await writeTinyModel(join(DIRECTORY, 'tiny.gguf'))
  await writeTinyModel(join(DIRECTORY, 'short.gguf'), { contextLength: 1024 })
  await writeFile(join(DIRECTORY, 'broken.gguf'), `GGUF${'no model '.repeat(100)}`)
})
afterAll(() => models.close())

function ask(name: string, text: string, schema?: z.ZodType) {
  let said = ''
  const pieces = (piece: string) => (said += piece)
  const messages = [
    { role: 'system', text: 'You write.' },
    { role: 'user', text },
  ] as const
  return models
    .ask(
      name,
      { messages: [...messages], ...(schema && { schema: z.toJSONSchema(schema) }) },
      { signal: AbortSignal.timeout(240_000), onText: pieces },
    )
    .then((answer) => ({ ...answer, said }))
}

describe('a model of random weights', () => {
  it('answers in the form of captions, by the grammar alone', async () => {
    const schema = answerSchema(PLATFORMS, ['alt_text', 'first_comment', 'thread'])
    const { said, isWhole, inputTokens, outputTokens } = await ask('tiny.gguf', 'Captions, please', schema)
    expect(isWhole).toBe(true)
    expect(schema.safeParse(JSON.parse(said))).toMatchObject({ success: true })
    expect(inputTokens).toBeGreaterThan(20)
    expect(outputTokens).toBeGreaterThan(50)
  })

  it('says that a text is too long for it', async () => {
    await expect(ask('short.gguf', 'long '.repeat(500))).rejects.toMatchObject({ failure: 'too_long' })
  })

  it('writes the captions of a generation', async () => {
    const server = await startTestServer({
      environment: { POWERPOST_TEXT_MODEL: 'local:tiny.gguf', POWERPOST_MODELS_DIR: DIRECTORY },
    })
    try {
      const body = { prompt: 'Dark mode is here', post_types: ['linkedin-post'], research_mode: 'regular' }
      const accepted = await server.post('/api/v1/content/generate', body)
      const { generation_id } = (await accepted.json()) as GenerateContentResponse
      const headers = { 'x-api-key': server.apiKey, 'x-workspace-id': server.workspaceId }
      expect(await waitForGenerationAt(server, generation_id, headers)).toMatchObject({
        status: 'completed',
        generator: { model: 'local:tiny.gguf' },
        outputs: { linkedin: expect.stringMatching(/\S/u) },
      })
    } finally {
      await server.stop()
    }
  })
})

it('a file that only begins as models do cannot be loaded', async () => {
  await expect(ask('broken.gguf', 'Hello')).rejects.toMatchObject({ failure: 'misconfigured' })
})
