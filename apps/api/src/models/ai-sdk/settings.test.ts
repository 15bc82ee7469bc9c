import { describe, expect, it } from 'vitest'
import { behave, goodAnswer, startFakeModel } from '../../../test/fake-models/index.ts'
import { createAiSdkTextModel, createTextModelFromSettings, ModelSpecError, parseModelSpec } from './index.ts'
import { BRIEF, writeWith } from './test-kit.ts'

describe('the name of a model', () => {
  it.each([
    ['openai:gpt-5-mini', 'openai', 'gpt-5-mini'],
    ['openai-compatible:qwen2.5:7b', 'openai-compatible', 'qwen2.5:7b'],
    ['openai-compatible:hf.co/a/b:q4', 'openai-compatible', 'hf.co/a/b:q4'],
    [' Anthropic : claude-x ', 'anthropic', 'claude-x'],
  ])('%s is read', (text, vendor, name) => {
    expect(parseModelSpec(text)).toEqual([{ vendor, name, text: `${vendor}:${name}` }])
  })

  it('may be a list, the first choice first', () => {
    expect(parseModelSpec('google:a, openai-compatible:b:c').map(({ text }) => text)).toEqual([
      'google:a',
      'openai-compatible:b:c',
    ])
  })

  it.each([
    [
      'opnai:gpt',
      '"opnai" is no vendor PowerPost knows. Use openai:NAME, anthropic:NAME, google:NAME, openai-compatible:NAME or local:NAME.',
    ],
    ['gpt-5', '"gpt-5" is no vendor'],
    ['openai', 'The name of the model is missing: write openai:NAME.'],
    ['openai:', 'write openai:NAME.'],
    ['', 'A model is missing in the list'],
    ['openai:a,,google:b', 'A model is missing in the list'],
    ['openai:a,openai:a', 'named twice'],
    ['openai:a b', 'contains characters'],
  ])('%j is refused in one clear line', (text, message) => {
    expect(() => parseModelSpec(text)).toThrow(ModelSpecError)
    expect(() => parseModelSpec(text)).toThrow(message)
  })

  it('that is a key by mistake is not repeated', () => {
    expect(() => parseModelSpec('sk-canary-0123456789')).toThrow(/^(?!.*canary)/u)
  })
})

describe('what a model needs', () => {
  it.each([
    [{ spec: 'openai:a' }, 'set OPENAI_API_KEY or POWERPOST_TEXT_API_KEY'],
    [{ spec: 'anthropic:a', apiKey: ' ' }, 'set ANTHROPIC_API_KEY'],
    [{ spec: 'google:a' }, 'set GOOGLE_GENERATIVE_AI_API_KEY'],
    [{ spec: 'openai-compatible:a' }, 'set POWERPOST_TEXT_BASE_URL'],
    [{ spec: 'openai-compatible:a', baseUrl: 'localhost' }, 'is no address'],
    [{ spec: 'openai:a', apiKey: 'my key' }, 'check for blanks and quotes'],
    [{ spec: 'openai:a,openai:b', apiKey: 'k' }, 'names several'],
  ])('is asked for when it is made: %j', (options, message) => {
    expect(() => createAiSdkTextModel(options)).toThrow(ModelSpecError)
    expect(() => createAiSdkTextModel(options)).toThrow(message)
  })
})

describe('a key', () => {
  it('goes only to the vendor it was given for', async () => {
    const servers = await Promise.all([
      startFakeModel('openai-compatible', behave.status(500)),
      startFakeModel('openai-compatible', behave.answer(goodAnswer)),
    ])
    const [first] = servers
    const model = createTextModelFromSettings({
      models: 'openai-compatible:local,openai-compatible:other',
      baseUrl: first?.baseUrl,
      apiKey: 'local-key',
      vendorKeys: { openai: 'openai-key' },
    })
    await writeWith(model).catch(() => undefined)
    expect(first?.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer local-key',
      'Bearer local-key',
    ])
    for (const server of servers) await server.close()
  })

  it('of two vendors must be distinguished', () => {
    expect(() => createTextModelFromSettings({ models: 'openai:a,google:b', apiKey: 'k' })).toThrow('several vendors')
    expect(() => createTextModelFromSettings({ models: 'openai:a,google:b', baseUrl: 'https://a.example' })).toThrow(
      'several vendors',
    )
    expect(() => createTextModelFromSettings({ models: 'openai:a,google:b', vendorKeys: { openai: 'k' } })).toThrow(
      'GOOGLE_GENERATIVE_AI_API_KEY',
    )
  })

  it('for the only vendor may be set either way', () => {
    expect(createTextModelFromSettings({ models: 'openai:a,openai:b', apiKey: 'k' }).name).toBe('openai:a, openai:b')
    expect(createTextModelFromSettings({ models: 'openai:a', vendorKeys: { openai: 'k' } }).name).toBe('openai:a')
  })

  it('is not needed with a local server', () => {
    const model = createTextModelFromSettings({
      models: 'anthropic:a,openai-compatible:b',
      baseUrl: 'http://localhost:11434/v1/',
      vendorKeys: { anthropic: 'k' },
    })
    expect(model.name).toBe('anthropic:a, openai-compatible:b')
    expect(BRIEF.platforms).not.toHaveLength(0)
  })
})
