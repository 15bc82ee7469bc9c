import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { GenerateContentResponse, Generation } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Behaviour, FakeModelServer, FakeVendor } from '../fake-models/index.ts'
import { behave, goodAnswer, startFakeModel } from '../fake-models/index.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { waitForGeneration } from '../harness/wait-for.ts'

const SEARCHING = ['openai', 'anthropic', 'google'] as const
const FOUND = { url: 'https://127.0.0.1:1/dark', title: 'Dark mode arrives', says: 'It came to all apps on Monday.' }

/** What the vendor's search does, by the prompt that it is for. */
const SEARCHES: Readonly<Record<string, Behaviour>> = {
  'dark mode': behave.webSearch(FOUND),
  'what breaks': behave.status(500),
  'what is not there': behave.status(400),
  'what is busy': behave.status(429, { headers: { 'retry-after': '300' } }),
  'what hangs up': behave.reset,
  'what nobody knows': behave.webSearch(),
}

/** A server whose model's vendor searches as told, and writes well. */
async function start(vendor: FakeVendor, environment: Record<string, string> = {}) {
  const model = await startFakeModel(vendor, (exchange) => {
    const { maySearch, texts } = exchange.request
    if (!maySearch) return behave.answer(goodAnswer)(exchange)
    const told = texts.join()
    return Object.entries(SEARCHES).find(([prompt]) => told.includes(prompt))?.[1](exchange)
  })
  const server = await startTestServer({
    environment: {
      POWERPOST_TEXT_MODEL: `${vendor}:${vendor === 'google' ? 'gemini-2.5-flash' : 'some-model'}`,
      POWERPOST_TEXT_BASE_URL: model.baseUrl,
      POWERPOST_TEXT_API_KEY: 'a-key',
      POWERPOST_ALLOW_PRIVATE_URLS: 'true',
      ...environment,
    },
  })
  return {
    server,
    model,
    async stop() {
      await server.stop()
      await model.close()
    },
  }
}

async function generate(server: TestServer, prompt: string, fields: object = {}): Promise<Generation> {
  const body = { prompt: `We write of ${prompt}`, post_types: ['x-post'], research_mode: 'regular', ...fields }
  const response = await server.post('/api/v1/content/generate', body)
  expect(response.status).toBe(200)
  return waitForGeneration(server, ((await response.json()) as GenerateContentResponse).generation_id)
}

function requestsFor({ requests }: FakeModelServer, prompt: string) {
  const about = requests.filter(({ texts }) => texts.join().includes(prompt))
  return {
    searches: about.filter(({ maySearch }) => maySearch),
    writing: about.filter(({ maySearch }) => !maySearch),
  }
}

async function serveSource(): Promise<string> {
  const page = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('OLED screens need less power.')
  })
  await new Promise<void>((resolve) => {
    page.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => void page.close())
  return `http://127.0.0.1:${(page.address() as AddressInfo).port}/`
}

describe.each(SEARCHING)('a generation by a model of %s', (vendor) => {
  let running: Awaited<ReturnType<typeof start>>
  beforeAll(async () => {
    running = await start(vendor)
  })
  afterAll(() => running.stop())

  it('is researched by the search of its vendor, and its sources are kept', async () => {
    const { server, model } = running
    const { db } = server
    const { generation_id: id, ...generation } = await generate(server, 'dark mode')
    expect(generation).toMatchObject({ status: 'completed', generator: { research: 'web' } })
    const { searches, writing } = requestsFor(model, 'dark mode')
    expect(searches).toHaveLength(1)
    expect(writing).toHaveLength(1)
    expect(writing[0]?.texts.join()).toContain(`foreign page>>>\n${FOUND.url}\n${FOUND.title}\n${FOUND.says}\n`)
    const kept = await db.selectFrom('generations').select('research').where('id', '=', id).executeTakeFirst()
    const { url, title, says } = FOUND
    expect(kept?.research).toEqual({ kind: 'web', notes: [{ url, title, text: says }] })
    const calls = await db.selectFrom('model_calls').select('id').where('run_id', '=', id).execute()
    expect(calls).toHaveLength(2)
  })

  it.each(Object.keys(SEARCHES).filter((prompt) => prompt !== 'dark mode'))(
    'about %s is written all the same, from the sources that there are',
    async (prompt) => {
      const { server, model } = running
      const withSource = { source_urls: [await serveSource()] }
      const ended = await Promise.all([generate(server, prompt), generate(server, prompt, withSource)])
      expect(ended).toMatchObject([
        { status: 'completed', generator: { research: 'none' } },
        { status: 'completed', generator: { research: 'sources' } },
      ])
      const { searches, writing } = requestsFor(model, prompt)
      expect(searches).toHaveLength(2)
      expect(writing.map(({ texts }) => texts.join()).join()).toContain('OLED screens need less power.')
    },
  )
})

it.each([
  ['where the operator turned it off', 'openai', { POWERPOST_SEARCH_URL: 'off' }],
  ['by a server that only speaks the format of OpenAI', 'openai-compatible', {}],
] as const)('nothing is searched for %s', async (_, vendor, environment) => {
  const { server, model, stop } = await start(vendor, environment)
  onTestFinished(stop)
  const generation = await generate(server, 'dark mode')
  expect(generation).toMatchObject({ status: 'completed', generator: { research: 'none' } })
  expect(requestsFor(model, 'dark mode')).toMatchObject({ searches: [], writing: [{}] })
})
