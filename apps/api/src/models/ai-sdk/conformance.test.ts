import { afterAll, beforeAll } from 'vitest'
import type { FakeModelServer } from '../../../test/fake-models/index.ts'
import { behave, goodAnswer, startFakeModel } from '../../../test/fake-models/index.ts'
import { describeTextModel } from '../conformance.ts'
import { createAiSdkTextModel, createFallbackTextModel } from './index.ts'
import { VENDOR_NAMES } from './spec.ts'

const servers = new Map<string, FakeModelServer>()

beforeAll(async () => {
  for (const vendor of VENDOR_NAMES) servers.set(vendor, await startFakeModel(vendor, behave.answer(goodAnswer)))
})

afterAll(async () => {
  for (const server of servers.values()) await server.close()
})

// Anthropic's newer models take a schema, its older ones a tool: both are spoken to.
for (const [vendor, name] of [
  ...VENDOR_NAMES.map((vendor) => [vendor, 'some-model']),
  ['anthropic', 'claude-opus-4-7'],
]) {
  const create = () =>
    createAiSdkTextModel({ spec: `${vendor}:${name}`, apiKey: 'some-key', baseUrl: servers.get(vendor ?? '')?.baseUrl })
  describeTextModel(`${name} of ${vendor}`, create)
}

describeTextModel('a list of models', () =>
  createFallbackTextModel([
    createAiSdkTextModel({ spec: 'openai-compatible:nobody', baseUrl: 'http://127.0.0.1:1/v1' }),
    createAiSdkTextModel({ spec: 'google:some-model', apiKey: 'some-key', baseUrl: servers.get('google')?.baseUrl }),
  ]),
)
