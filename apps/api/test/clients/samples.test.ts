import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Post, Rendition } from '@powerpost/contract'
import { createOpenApiDocument } from '@powerpost/openapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { connectSandbox, createDraft, readPost } from '../harness/drafts.ts'
import type { FileServer } from '../harness/file-server.ts'
import { startFileServer } from '../harness/file-server.ts'
import { uploadFile } from '../harness/media.ts'
import { answerSignIn, readRequest, see, startSignIn } from '../harness/sign-in.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { waitForGeneration } from '../harness/wait-for.ts'
import { PRIVATE_URLS } from '../harness/webhooks.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'
import type { Program } from './run-program.ts'
import { runProgram } from './run-program.ts'
import type { ValidatingProxy } from './validating-proxy.ts'
import { startValidatingProxy } from './validating-proxy.ts'

// The code samples of the document, letter by letter: only the host is replaced, and example ids by those that the
// operations before have answered.

/** How a person runs what a sample shows, with the ids that they have. */
const PROGRAMS: Readonly<
  Record<string, (source: string, ids: Ids) => Pick<Program, 'command' | 'arguments' | 'input' | 'directory'>>
> = {
  curl: (source) => ({
    command: 'bash',
    arguments: ['-s'],
    input: source.replace('curl ', 'curl -sS --fail-with-body '),
    directory,
  }),
  '@powerpost/client': (source, ids) => ({
    command: process.execPath,
    arguments: ['--input-type=module-typescript', '-'],
    input: source
      .replace('console.log(answer)', 'console.log(JSON.stringify(answer))')
      .replace("'launch.jpg'", JSON.stringify(join(directory, 'launch.jpg')))
      .replaceAll(/'([A-Z_]+_ID)'/g, (_, name: string) => JSON.stringify(ids[name])),
    // Where the client is installed.
    directory: API,
  }),
  Python: (source) => ({
    command: '/usr/bin/python3',
    arguments: ['-'],
    input: source.replace('print(response.json())', 'import json\nprint(json.dumps(response.json()))'),
    directory,
  }),
}

type Ids = Readonly<Record<string, string>>

/** The time that the document's example is scheduled for, which will be over one day. */
const EXAMPLE_TIME = '2026-12-24T18:00:00Z'

/** Of several connections to X that the operations before have made, a post names its own. */
async function createPost(content: string): Promise<Post> {
  const connection_id = await connectSandbox(server, 'x')
  return createDraft(server, { items: [{ post_type: 'x-post', content, connection_id }] })
}

/** Ids of posts and sign-ins in the state that some operations want them in: the others before have left none. */
const IDS_OF_THEIR_OWN: Readonly<Record<string, () => Promise<Ids>>> = {
  publishPost: async () => idsOf(await createPost('To be published')),
  schedulePost: async () => idsOf(await createPost('To be scheduled')),
  deletePost: async () => idsOf(await createPost('To be deleted')),
  async cancelPost() {
    const post = await createPost('To be cancelled')
    await server.post(`/api/v1/posts/${post.post_id}/schedule`, { scheduled_at: tomorrow() })
    return idsOf(post)
  },
  async retryPostItem() {
    const { post_id } = await createPost('To be tried again [sandbox:refused]')
    await server.post(`/api/v1/posts/${post_id}/publish`, {})
    await expect.poll(async () => (await readPost(server, post_id)).status, { timeout: 30_000 }).toBe('failed')
    return idsOf(await readPost(server, post_id))
  },
  getConnectionRequest: signIn,
  chooseAccounts: signIn,
  getRendition: makeRendition,
  getConnectionChoices: async () => ({ CONNECTION_ID: await connectSandbox(server, 'youtube') }),
}

const idsOf = ({ post_id, items }: Post): Ids => ({ POST_ID: post_id, ITEM_ID: items[0]?.item_id ?? '' })

/** A file that has to be changed: the sample's own needs no rendition. */
async function makeRendition(): Promise<Ids> {
  const { media_id } = await uploadFile(server, (await makeMediaFiles()).png)
  const path = `/api/v1/media/${media_id}/renditions`
  const asked = (await (await server.post(path, { post_type: 'instagram-feed' })).json()) as Rendition
  const { rendition_id = '' } = asked
  const read = async () => (await (await server.request(`${path}/${rendition_id}`)).json()) as Rendition
  await expect.poll(async () => (await read()).status, { timeout: 30_000 }).toBe('completed')
  return { MEDIA_ID: media_id, RENDITION_ID: rendition_id }
}

/** A person has signed in, and accounts must be chosen. */
async function signIn(): Promise<Ids> {
  const { request_id, authorize_url } = await startSignIn(server)
  await see(await answerSignIn(authorize_url))
  expect(await readRequest(server, request_id)).toMatchObject({ status: 'choosing' })
  return { REQUEST_ID: request_id }
}

/** Prism reads every body as a text, which breaks files. */
const PASSES_BY = new Set(['uploadMedia'])

const tomorrow = () => new Date(Date.now() + 24 * 3600_000).toISOString()

const API = fileURLToPath(new URL('../..', import.meta.url))

const fieldsSchema = z.record(z.string(), z.unknown())

const operationSchema = z.object({
  operationId: z.string(),
  responses: z.object({
    200: z
      .object({ content: z.object({ 'application/json': z.object({ example: fieldsSchema }).optional() }).default({}) })
      .default({ content: {} }),
  }),
  // Public operations have none.
  'x-codeSamples': z.array(z.object({ label: z.string(), source: z.string() })).default([]),
})

const operations = Object.values(createOpenApiDocument().paths ?? {})
  .flatMap((item) => Object.values(item).map((operation) => operationSchema.parse(operation)))
  .sort((a, b) => orderOf(a.operationId) - orderOf(b.operationId))

/** What others need comes first, a workspace before the key for it; what is deleted comes last. */
function orderOf(operationId: string): number {
  if (operationId === 'createWorkspace') return 0
  if (/^(?:create|upload|generate)/.test(operationId)) return 1
  return operationId.startsWith('delete') ? 3 : 2
}

let server: TestServer
/** One program of three calls through it: they send the same. */
let proxy: ValidatingProxy
let elsewhere: FileServer
let directory: string

beforeAll(async () => {
  const styleReader = { name: 'scripted', describe: async () => 'Dry.' }
  server = await startTestServer({ credits: 1000, styleReader, environment: PRIVATE_URLS })
  elsewhere = await startFileServer()
  directory = await mkdtemp(join(tmpdir(), 'powerpost-samples-'))
  proxy = await startValidatingProxy(server.url)
  const { jpeg } = await makeMediaFiles()
  await copyFile(jpeg, join(directory, 'launch.jpg'))
  elsewhere.serve('/press/launch.jpg', async (_request, response) => response.end(await readFile(jpeg)))
})
afterAll(async () => {
  await proxy.stop()
  await server.stop()
  elsewhere.stop()
  await removeMediaFiles()
  await rm(directory, { recursive: true, force: true })
})

describe.each(Object.entries(PROGRAMS))('the samples for %s', (label, createProgram) => {
  const ids: Record<string, string> = {}
  const known = new Map<unknown, string>()

  const shown = operations.flatMap((operation) =>
    operation['x-codeSamples']
      .filter((sample) => sample.label === label)
      .map(({ source }) => ({ ...operation, sample: source })),
  )

  it.each(shown)('$operationId', async ({ operationId, responses, sample }) => {
    Object.assign(ids, await IDS_OF_THEIR_OWN[operationId]?.())
    const source = sample
      .replaceAll(EXAMPLE_TIME, tomorrow())
      .replaceAll('http://localhost:3000', label === 'curl' && !PASSES_BY.has(operationId) ? proxy.url : server.url)
      .replaceAll('https://example.com/press/', elsewhere.urlOf('/press/'))
      .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (example) => known.get(example) ?? example)
    const environment = {
      POWERPOST_BASE_URL: server.url,
      POWERPOST_API_KEY: server.apiKey,
      POWERPOST_WORKSPACE_ID: server.workspaceId,
      ...ids,
    }
    const output = await runProgram({ ...createProgram(source, ids), environment })
    const { 'application/json': json } = responses[200].content
    if (operationId.startsWith('stream')) expect(output).toMatch(/queued[^]*completed/)
    if (!json) return
    const answer = fieldsSchema.parse(JSON.parse(output))
    const { example } = json
    for (const [name, value] of Object.entries(answer)) {
      if (typeof value !== 'string' || !name.endsWith('_id')) continue
      if (!known.has(example[name])) known.set(example[name], value)
      ids[name.toUpperCase()] ??= value
    }
    if (operationId === 'generateContent') await waitForGeneration(server, z.string().parse(answer['generation_id']))
  })
})
