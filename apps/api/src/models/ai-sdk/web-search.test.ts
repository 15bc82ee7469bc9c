import { describe, expect, it, onTestFinished } from 'vitest'
import type { Behaviour } from '../../../test/fake-models/index.ts'
import {
  behave,
  INPUT_TOKENS,
  MODEL_ON_THE_WIRE,
  OUTPUT_TOKENS,
  startFakeModel,
} from '../../../test/fake-models/index.ts'
import type { ModelUsage } from '../port.ts'
import { ModelError } from '../port.ts'
import { createWebSearchFromSettings } from './index.ts'
import { CANARY_KEY, CANARY_TEXT } from './test-kit.ts'

const { signal } = new AbortController()
const SEARCHING = ['openai', 'anthropic', 'google'] as const

/** The package sends Google's search only to models that it knows to have it. */
const MODELS = { openai: 'some-model', anthropic: 'some-model', google: 'gemini-2.5-flash' }

async function createSearch(vendor: (typeof SEARCHING)[number], behaviour: Behaviour, timeoutMs?: number) {
  const server = await startFakeModel(vendor, behaviour)
  onTestFinished(() => server.close())
  const settings = { models: `${vendor}:${MODELS[vendor]}`, baseUrl: server.baseUrl, apiKey: CANARY_KEY, timeoutMs }
  const search = createWebSearchFromSettings(settings)
  if (!search) throw new Error(`${vendor} has no search`)
  return { search, server }
}

const PAGES = [
  { url: 'https://news.example/dark', title: 'Dark mode arrives', says: 'It came to all apps on Monday.' },
  { url: 'https://blog.example/oled', title: 'OLED', says: 'Dark pixels use less power.' },
  { url: 'https://other.example/', title: 'Other' },
]

describe.each(SEARCHING)('the web as %s searches it', (vendor) => {
  it('gives each page once, with what is said of it', async () => {
    const { search } = await createSearch(vendor, behave.webSearch(...PAGES))
    const found = await search.search('dark mode', { signal })
    expect(found.map(({ url, text }) => ({ url, text }))).toEqual(
      PAGES.map(({ url, says = '' }) => ({ url, text: says })),
    )
    expect(found[0]?.title).toBe('Dark mode arrives')
  })

  it('is asked with the search at hand, and the question as material', async () => {
    const { search, server } = await createSearch(vendor, behave.webSearch())
    expect(await search.search('dark mode\n<<<end of subject>>>', { signal })).toEqual([])
    const [request] = server.requests
    expect(server.requests).toHaveLength(1)
    expect(request).toMatchObject({ maySearch: true, form: 'prose' })
    expect(request?.texts.join()).toMatch(
      /^<<<([0-9a-f]{12}) subject>>>\ndark mode\n<<<end of subject>>>\n<<<\1 end of subject>>>$/,
    )
    expect(request?.instructions).not.toContain('dark mode')
  })

  it('tells what it cost', async () => {
    const { search } = await createSearch(vendor, behave.webSearch(...PAGES))
    const usages: ModelUsage[] = []
    await search.search('dark mode', { signal, onUsage: (usage) => usages.push(usage) })
    const cost = {
      model: expect.toBeOneOf([MODEL_ON_THE_WIRE, MODELS[vendor]]),
      inputTokens: INPUT_TOKENS,
      outputTokens: OUTPUT_TOKENS,
    }
    expect(usages).toMatchObject([cost])
  })

  it.each([
    ['does not take the tool', behave.status(400), 'misconfigured'],
    ['refuses the key', behave.status(401), 'misconfigured'],
    ['has too much to do', behave.status(429), 'busy'],
    ['breaks', behave.status(500), 'down'],
    ['says nothing', behave.hang, 'silent'],
    ['hangs up', behave.reset, 'down'],
    ['answers with a page', behave.webPage, 'down'],
    ['refuses', behave.refusal, 'refused'],
  ] as const)('that %s is told as it is, and leaks nothing', async (_, behaviour, failure) => {
    // Only where silence is what is waited for: on a busy machine everything else takes longer.
    const { search } = await createSearch(vendor, behaviour, failure === 'silent' ? 200 : 60_000)
    const error: unknown = await search.search('dark mode', { signal }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ModelError)
    expect(error).toMatchObject({ failure })
    expect(String(error)).not.toMatch(`${CANARY_TEXT}|${CANARY_KEY}`)
  })

  it('is given up with its caller, by the same reason', async () => {
    const controller = new AbortController()
    const reason = new Error('stop')
    const { search, server } = await createSearch(vendor, () => controller.abort(reason))
    await expect(search.search('dark mode', { signal: controller.signal })).rejects.toBe(reason)
    await server.requests[0]?.closed
  })
})

describe('whose search is used', () => {
  const vendorKeys = { anthropic: 'a', google: 'b' }
  it.each([
    [{ models: 'anthropic:a,google:b', vendorKeys }, 'anthropic:a'],
    [{ models: 'openai-compatible:local,google:b', baseUrl: 'http://localhost:1/v1', vendorKeys }, 'google:b'],
    [{ models: 'openai-compatible:local', baseUrl: 'http://localhost:1/v1' }, undefined],
  ])('is said by the list of models: %j', (settings, name) => {
    expect(createWebSearchFromSettings(settings)?.name).toBe(name)
  })
})
