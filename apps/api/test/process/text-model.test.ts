import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { GenerateContentResponse, Generation, Media } from '@powerpost/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Behaviour, FakeModelServer, ReadRequest } from '../fake-models/index.ts'
import { behave, goodAnswer, startFakeModel } from '../fake-models/index.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { spawnServer, startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'

const KEY = 'canary-of-the-vendor'
const apiKey = `pp_live_sk_${randomBytes(16).toString('hex')}`
const workspaceId = randomUUID()
const headers = { 'x-api-key': apiKey, 'x-workspace-id': workspaceId }

let database: TestDatabase
let vendor: FakeModelServer
let server: ServerProcess | undefined

beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  server?.kill('SIGKILL')
  await server?.exited
  server = undefined
  await vendor.close()
  await database.remove()
  await removeMediaFiles()
})

async function start(behaviour: Behaviour, environment: Record<string, string> = {}): Promise<ServerProcess> {
  vendor = await startFakeModel('openai-compatible', behaviour)
  server = await startServerProcess({
    database,
    environment: {
      POWERPOST_BOOTSTRAP_API_KEY: apiKey,
      POWERPOST_BOOTSTRAP_WORKSPACE_ID: workspaceId,
      POWERPOST_TEXT_MODEL: 'openai-compatible:local-model',
      POWERPOST_TEXT_BASE_URL: vendor.baseUrl,
      POWERPOST_TEXT_API_KEY: KEY,
      ...environment,
    },
  })
  return server
}

async function generate(url: string, fields: object = {}): Promise<Generation> {
  const body = {
    prompt: 'Dark mode is here',
    post_types: ['x-post', 'linkedin-post'],
    research_mode: 'regular',
    ...fields,
  }
  const init = {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const started = (await (await fetch(`${url}/api/v1/content/generate`, init)).json()) as GenerateContentResponse
  const read = async () => (await (await fetch(`${url}${started.status_url}`, { headers })).json()) as Generation
  await expect.poll(async () => (await read()).status, { timeout: 30_000 }).not.toBe('processing')
  return read()
}

/** What the docs export before they start a server with a local model. */
async function readLocalModelLines(): Promise<Record<string, string>> {
  const text = await readFile(new URL('../../../../docs/configuration.md', import.meta.url), 'utf8')
  const blocks = [...text.matchAll(/```sh\n(.*?)```/gs)].map((match) => match[1] ?? '')
  const block = blocks.find((lines) => lines.includes('POWERPOST_TEXT_BASE_URL')) ?? ''
  expect(block).toMatch(/^(export \w+=\S+\n){2}$/)
  return Object.fromEntries([...block.matchAll(/^export (\w+)=(\S+)$/gm)].map(([, name, value]) => [name, value]))
}

async function uploadPicture(url: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([await readFile((await makeMediaFiles()).jpeg)]), 'launch.jpg')
  form.append('type', 'image')
  const uploaded = await fetch(`${url}/api/v1/media/upload`, { method: 'POST', headers, body: form })
  return ((await uploaded.json()) as Media).media_id
}

async function balance(url: string): Promise<unknown> {
  return (await fetch(`${url}/api/v1/account/credits`, { headers })).json()
}

describe('a server with a model of its own', () => {
  it('writes by it, shows it the pictures and the call to action, and says so', async () => {
    const { url, stdout, stderr } = await start(behave.answer(goodAnswer))
    expect(stdout()).toContain('openai-compatible:local-model')
    const generation = await generate(url, { media_ids: [await uploadPicture(url)], cta_text: 'Update today' })
    expect(generation).toMatchObject({
      status: 'completed',
      generator: { built_in: false, research: 'none', media: 'pictures' },
    })
    expect(generation.outputs?.x).toContain('Update today')
    expect(vendor.requests[0]?.body).toContain('Update today')
    expect(vendor.requests[0]?.pictures.length).toBe(1)
    expect(stderr()).not.toContain(KEY)
  })

  it('is set up by the lines of the docs, for a local server that wants no key', async () => {
    const { POWERPOST_TEXT_BASE_URL: address = '', ...others } = await readLocalModelLines()
    const { url } = await start(behave.answer(goodAnswer), { POWERPOST_TEXT_API_KEY: '', ...others })
    // The port is the fake's; what stands behind it is what the lines say.
    expect(new URL(address).pathname).toBe(new URL(vendor.baseUrl).pathname)
    const { status, generator } = await generate(url)
    expect({ status, generator }).toMatchObject({
      status: 'completed',
      generator: { model: others['POWERPOST_TEXT_MODEL'], built_in: false },
    })
    expect(vendor.requests[0]?.headers.authorization).toBeUndefined()
  })

  it('that takes no pictures writes all the same, and does not claim to have seen any', async () => {
    const isShown = ({ pictures }: ReadRequest) => pictures.length > 0
    const refusal = behave.status(400, { says: 'this model does not support image input' })
    const { url } = await start(behave.answerUnless(isShown, refusal, behave.answer(goodAnswer)))
    const generation = await generate(url, { media_ids: [await uploadPicture(url)] })
    expect(generation).toMatchObject({ status: 'completed', generator: { media: 'facts' } })
    expect(vendor.requests.map(isShown)).toEqual([true, false])
  })

  it('reads the sources that it is given, and gives them to the model as material', async () => {
    const page = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(
        '<title>Release notes</title><article><p>Dark mode saves 30% of battery on OLED screens.</p></article>',
      )
    }).listen(0, '127.0.0.1')
    await once(page, 'listening')
    const { port } = page.address() as AddressInfo
    const source = `http://127.0.0.1:${port}/notes`
    const { url } = await start(behave.answer(goodAnswer), { POWERPOST_ALLOW_PRIVATE_URLS: 'true' })
    const generation = await generate(url, { source_urls: [source, source] })
    page.close()
    expect(generation).toMatchObject({ status: 'completed', credits_used: 9, generator: { research: 'sources' } })
    expect(vendor.requests[0]?.body).toContain('Dark mode saves 30% of battery')
  })

  it('refuses a source in a private network, however it is spelled, and charges nothing', async () => {
    const { url } = await start(behave.answer(goodAnswer))
    for (const source of [
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://[::ffff:10.0.0.1]/',
      'http://example.com/',
      'https://localhost/',
    ]) {
      const body = {
        prompt: 'Dark mode is here',
        post_types: ['x-post'],
        research_mode: 'regular',
        source_urls: ['https://example.com/', source],
      }
      const init = {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }
      const response = await fetch(`${url}/api/v1/content/generate`, init)
      const { error } = (await response.json()) as { error: { details?: { path: string }[] } }
      expect([response.status, error.details?.[0]?.path]).toEqual([400, 'source_urls[1]'])
    }
    expect(await balance(url)).toEqual({ balance: 50 })
  })

  it('whose key is refused fails at once, gives the credits back and leaks nothing of it', async () => {
    const { url, stderr } = await start(behave.status(401))
    const generation = await generate(url)
    expect(generation).toMatchObject({
      status: 'failed',
      error: { message: expect.stringMatching(/tell the operator/) },
    })
    expect(JSON.stringify(generation)).not.toContain(KEY)
    expect(await balance(url)).toEqual({ balance: 50 })
    expect(stderr()).not.toContain(KEY)
  })

  it('that is named wrongly does not start, and says how to fix it', async () => {
    vendor = await startFakeModel('openai-compatible', behave.answer(goodAnswer))
    const refused = await spawnServer({ database, environment: { POWERPOST_TEXT_MODEL: 'opnai:gpt' } })
    expect(await refused.exited).toBe(1)
    expect(refused.stderr()).toMatch(/PowerPost cannot start: POWERPOST_TEXT_MODEL: "opnai" is no vendor/)
  })
})
