import { readFile } from 'node:fs/promises'
import type { AuditEntry, AuditPage, WebhookDelivery, WebhookEndpoint } from '@powerpost/contract'
import { auditEntrySchema } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { XServer } from './fake-platforms/x-server.ts'
import { startX } from './fake-platforms/x-server.ts'
import { documentOperations } from './harness/document-operations.ts'
import { connectSandbox, createDraft, POSTS } from './harness/drafts.ts'
import type { FileServer } from './harness/file-server.ts'
import { startFileServer } from './harness/file-server.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import { readTables } from './harness/read-tables.ts'
import { answerSignIn, see, startSignIn } from './harness/sign-in.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { readUntil, waitForGeneration, waitForImages, waitForVideo } from './harness/wait-for.ts'
import { settingsOf, startConnecting } from './harness/x.ts'
import { makeMediaFiles, removeMediaFiles } from './media-files/index.ts'

const CONTENT = '/api/v1/content'
const ENDPOINTS = '/api/v1/webhooks/endpoints'
const KEYS = '/api/v1/account/api-keys'
const WORKSPACES = '/api/v1/account/workspaces'
const STYLES = '/api/v1/writing-styles'
const MEDIA = '/api/v1/media'
const CONNECTIONS = '/api/v1/connections'
const QUEUES = '/api/v1/queues'
const CALENDAR = '/api/v1/calendar'
const CANARY = 'canary-4f0c'

const clock = createMovableClock()
let server: TestServer
let x: XServer
let files: FileServer
let picture: Buffer<ArrayBuffer>
/** Everything that was answered and lets somebody in. */
const secrets: string[] = [CANARY, 'x-access-', 'x-refresh-', 'signature=']

beforeAll(async () => {
  x = await startX()
  files = await startFileServer()
  picture = await readFile((await makeMediaFiles()).jpeg)
  files.serve('/picture.jpg', (_, response) => void response.end(picture))
  server = await startTestServer({
    clock,
    styleReader: { name: 'scripted', describe: async () => 'Whisper.' },
    environment: { ...settingsOf(x), POWERPOST_ALLOW_PRIVATE_URLS: 'true' },
  })
  secrets.push(server.apiKey)
  await connectSandbox(server, 'x')
})
afterAll(async () => {
  await server.stop()
  await x.stop()
  files.stop()
  await removeMediaFiles()
})

const send = (method: string, path: string, body?: object) =>
  server.request(path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })

function upload(): Promise<Response> {
  const form = new FormData()
  form.append('type', 'image')
  form.append('file', new Blob([picture]), 'mine.jpg')
  return server.request(`${MEDIA}/upload`, { method: 'POST', body: form })
}

/** Makes what a step needs, and returns the id in a field of the answer. */
async function make(path: string, field: string, body: object): Promise<string> {
  const response = await server.post(path, body)
  expect(response.status, await response.clone().text()).toBe(200)
  return String(((await response.json()) as Record<string, unknown>)[field])
}

const TEXT = { prompt: 'The bakery opens at six', post_types: ['x-post'], research_mode: 'regular' }
const IMAGES = { prompt: 'A loaf of bread', model: 'nano-banana-2' }
const VIDEO = { prompt: 'A loaf of bread', duration: 5 }
const STYLE = { name: 'Calm', instructions: 'Whisper.' }
const QUEUE = { name: 'Mornings', timezone: 'Europe/Berlin', slots: { monday: ['09:00'] } }
const ENDPOINT = { url: `https://webhooks.invalid/in?token=${CANARY}`, events: ['connection.expired'] }
const ENTRY = { title: 'Bread fair', scheduled_date: '2026-12-24' }
const SCHEDULE = { scheduled_at: '2027-01-01T00:00:00Z' }

async function generated(): Promise<string> {
  const id = await make(`${CONTENT}/generate`, 'generation_id', TEXT)
  await waitForGeneration(server, id)
  return id
}

async function drawn(): Promise<string> {
  const id = await make('/api/v1/images/generate', 'image_generation_id', IMAGES)
  await waitForImages(server, id)
  return id
}

async function filmed(): Promise<string> {
  const id = await make('/api/v1/videos/generate', 'video_generation_id', VIDEO)
  await waitForVideo(server, id)
  return id
}

async function delivered(): Promise<string> {
  const id = await make(ENDPOINTS, 'endpoint_id', ENDPOINT)
  return ((await (await server.post(`${ENDPOINTS}/${id}/test`, {})).json()) as WebhookDelivery).delivery_id
}

async function failed(): Promise<string> {
  const text = { items: [{ post_type: 'x-post', content: '[sandbox:refused] Bread' }] }
  const { post_id, items } = await createDraft(server, text)
  await publish(server, post_id)
  await untilEnded(server, clock, post_id)
  return `${post_id}/items/${items[0]?.item_id}`
}

type Step = () => Promise<() => Promise<Response>>

const draft = () => make(POSTS, 'post_id', { items: [{ post_type: 'x-post', content: 'Bread at six' }] })
const endpoint = () => make(ENDPOINTS, 'endpoint_id', ENDPOINT)
const style = () => make(STYLES, 'writing_style_id', STYLE)
const entry = () => make(`${CALENDAR}/entries`, 'entry_id', ENTRY)
const workspace = () => make(WORKSPACES, 'workspace_id', { name: 'Second' })
const queue = () => make(QUEUES, 'queue_id', QUEUE)
const key = () => make(KEYS, 'key_id', { name: 'Other', preset: 'read_only' })

/** A person has signed in and is to choose; where they choose. */
async function signedIn() {
  const { request_id, authorize_url } = await startSignIn(server)
  const { location } = await see(await answerSignIn(authorize_url))
  return { request_id, location }
}

/** A request of each operation that changes something, made so that it succeeds; first what it needs. */
const STEPS: Readonly<Record<string, Step>> = {
  generateContent: async () => () => server.post(`${CONTENT}/generate`, TEXT),
  async regenerateContent() {
    const id = await generated()
    return () => server.post(`${CONTENT}/generations/${id}/regenerate`, { platforms: ['x'] })
  },
  generateImages: async () => () => server.post('/api/v1/images/generate', IMAGES),
  async regenerateImages() {
    const id = await drawn()
    return () => server.post(`/api/v1/images/generations/${id}/regenerate`, { positions: [0] })
  },
  generateVideo: async () => () => server.post('/api/v1/videos/generate', VIDEO),
  async regenerateVideo() {
    const id = await filmed()
    return () => server.post(`/api/v1/videos/generations/${id}/regenerate`, {})
  },
  uploadMedia: async () => upload,
  importMedia: async () => () => server.post(`${MEDIA}/from-url`, { url: files.urlOf('/picture.jpg') }),
  async createRendition() {
    const { media_id } = (await (await upload()).json()) as { media_id: string }
    return () => server.post(`${MEDIA}/${media_id}/renditions`, { post_type: 'instagram-story', mode: 'pad' })
  },
  async deleteMedia() {
    const { media_id } = (await (await upload()).json()) as { media_id: string }
    return () => send('DELETE', `${MEDIA}/${media_id}`)
  },
  createPost: async () => () => server.post(POSTS, { items: [{ post_type: 'x-post', content: 'Bread at six' }] }),
  async updatePost() {
    const id = await draft()
    return () => send('PATCH', `${POSTS}/${id}`, { items: [{ post_type: 'x-post', content: 'Bread at seven' }] })
  },
  async deletePost() {
    const id = await draft()
    return () => send('DELETE', `${POSTS}/${id}`)
  },
  async publishPost() {
    const id = await draft()
    return () => server.post(`${POSTS}/${id}/publish`, {})
  },
  async schedulePost() {
    const id = await draft()
    return () => server.post(`${POSTS}/${id}/schedule`, SCHEDULE)
  },
  async cancelPost() {
    const id = await draft()
    await server.post(`${POSTS}/${id}/schedule`, SCHEDULE)
    return () => server.post(`${POSTS}/${id}/cancel`, {})
  },
  async retryPostItem() {
    const item = await failed()
    return () => server.post(`${POSTS}/${item}/retry`, {})
  },
  createQueue: async () => () => server.post(QUEUES, QUEUE),
  async updateQueue() {
    const id = await queue()
    return () => send('PATCH', `${QUEUES}/${id}`, { name: 'Evenings' })
  },
  async deleteQueue() {
    const id = await queue()
    return () => send('DELETE', `${QUEUES}/${id}`)
  },
  createConnection: async () => () => server.post(CONNECTIONS, { platform: 'tiktok', sandbox: true }),
  async deleteConnection() {
    const id = await connectSandbox(server, 'youtube')
    return () => send('DELETE', `${CONNECTIONS}/${id}`)
  },
  replaceBrand: async () => () => send('PUT', '/api/v1/brand', { name: 'Copper Pot' }),
  createWorkspace: async () => () => server.post(WORKSPACES, { name: 'Second' }),
  async updateWorkspace() {
    const id = await workspace()
    return () => send('PATCH', `${WORKSPACES}/${id}`, { name: 'Renamed' })
  },
  async deleteWorkspace() {
    const id = await workspace()
    return () => send('DELETE', `${WORKSPACES}/${id}`)
  },
  createApiKey: async () => () => server.post(KEYS, { name: 'Other', preset: 'read_only' }),
  async deleteApiKey() {
    const id = await key()
    return () => send('DELETE', `${KEYS}/${id}?with_children=true`)
  },
  createCalendarEntry: async () => () => server.post(`${CALENDAR}/entries`, ENTRY),
  async updateCalendarEntry() {
    const id = await entry()
    return () => send('PATCH', `${CALENDAR}/entries/${id}`, { scheduled_date: '2026-12-27' })
  },
  async deleteCalendarEntry() {
    const id = await entry()
    return () => send('DELETE', `${CALENDAR}/entries/${id}`)
  },
  createCalendarFeed: async () => () => server.post(`${CALENDAR}/feeds`, { name: 'Bread' }),
  async deleteCalendarFeed() {
    const id = await make(`${CALENDAR}/feeds`, 'feed_id', { name: 'Bread' })
    return () => send('DELETE', `${CALENDAR}/feeds/${id}`)
  },
  createWritingStyle: async () => () => server.post(STYLES, STYLE),
  learnWritingStyle: async () => () => server.post(`${STYLES}/from-posts`, { texts: ['Bread at six.'] }),
  async updateWritingStyle() {
    const id = await style()
    return () => send('PATCH', `${STYLES}/${id}`, { name: 'Loud' })
  },
  async deleteWritingStyle() {
    const id = await style()
    return () => send('DELETE', `${STYLES}/${id}`)
  },
  createWebhookEndpoint: async () => () => server.post(ENDPOINTS, ENDPOINT),
  async updateWebhookEndpoint() {
    const id = await endpoint()
    return () => send('PATCH', `${ENDPOINTS}/${id}`, { url: `https://webhooks.invalid/${'in'}?token=${CANARY}-2` })
  },
  async deleteWebhookEndpoint() {
    const id = await endpoint()
    return () => send('DELETE', `${ENDPOINTS}/${id}`)
  },
  async rotateWebhookSecret() {
    const id = await endpoint()
    return () => server.post(`${ENDPOINTS}/${id}/rotate-secret`, {})
  },
  async testWebhookEndpoint() {
    const id = await endpoint()
    return () => server.post(`${ENDPOINTS}/${id}/test`, {})
  },
  async replayWebhookDeliveries() {
    const id = await endpoint()
    return () => server.post(`${ENDPOINTS}/${id}/replay`, { since: '2026-01-01T00:00:00Z' })
  },
  async replayWebhookDelivery() {
    const id = await delivered()
    return () => server.post(`/api/v1/webhooks/deliveries/${id}/replay`, {})
  },
  async chooseAccounts() {
    const id = await signedIn()
    return () => server.post(`${CONNECTIONS}/requests/${id.request_id}/choose`, { choice_ids: ['1', '2'] })
  },
  async submitAccountChoice() {
    const { location } = await signedIn()
    const body = new URLSearchParams({ token: new URL(location).searchParams.get('token') ?? '', choice_ids: '1' })
    return () => fetch(new URL('choose', location), { method: 'POST', body, headers: { 'x-request-id': 'audited-2' } })
  },
  async completeConnection() {
    const { authorize_url } = await startConnecting(server)
    return () => fetch(x.consent(authorize_url), { headers: { 'x-request-id': 'audited-1' } })
  },
}

/** They are sent by POST for their body, and change nothing. */
const READING = ['estimateContent', 'estimateVideo', 'preflightPost', 'submitSandboxSignIn']

/** What a person does who opened a link. */
const OPENED = ['completeConnection', 'submitAccountChoice']

const changing = documentOperations.filter(
  ({ method, operationId }) =>
    operationId === 'completeConnection' || (method !== 'GET' && !READING.includes(operationId)),
)

async function readLog(query = ''): Promise<readonly AuditEntry[]> {
  const response = await server.request(`/api/v1/account/audit?limit=100${query}`)
  return ((await response.json()) as AuditPage).data.map((entry) => auditEntrySchema.strict().parse(entry))
}

/** Lets every transaction that writes a line fail when it commits. */
async function failCommits(): Promise<void> {
  await sql
    .raw(
      `create or replace function fail_commit() returns trigger language plpgsql as
        $$ begin raise exception 'This commit fails'; end $$`,
    )
    .execute(server.db)
  await sql
    .raw(
      `create constraint trigger fails after insert on audit_log deferrable initially deferred
        for each row execute function fail_commit()`,
    )
    .execute(server.db)
}

/** What goes on next to the requests. */
function withoutBackground(tables: Record<string, string>): Record<string, string> {
  const kept = Object.entries(tables).filter(([name]) => !['webhook_deliveries', 'connection_requests'].includes(name))
  return Object.fromEntries(kept)
}

it('every operation of the document that changes something is here', () => {
  expect(Object.keys(STEPS).sort(), 'edit STEPS in this file').toEqual(
    changing.map(({ operationId }) => operationId).sort(),
  )
})

it.each(changing)('$operationId writes one line, with the change or not at all', async ({ operationId }) => {
  const prepare = STEPS[operationId]
  if (!prepare) throw new Error(`${operationId} has no step`)

  const undone = await prepare()
  const before = withoutBackground(await readTables(server.db))
  await failCommits()
  const refused = await undone()
  await sql`drop trigger fails on audit_log`.execute(server.db)
  expect(refused.status, await refused.text()).toBe(500)
  expect(withoutBackground(await readTables(server.db))).toEqual(before)

  const act = await prepare()
  const known = new Set((await readLog()).map(({ entry_id }) => entry_id))
  const response = await act()
  const answer = await response.text()
  expect(response.status, answer).toBe(200)
  const [line, ...others] = (await readLog()).filter(({ entry_id }) => !known.has(entry_id))
  expect(others).toEqual([])
  expect(line).toMatchObject({
    action: operationId,
    principal: { kind: OPENED.includes(operationId) ? 'link' : 'key', name: 'First key' },
    address: expect.stringMatching(/127\.0\.0\.1|::1/),
    request_id: response.headers.get('x-request-id'),
    livemode: true,
  })
  // What is deleted has a state before, what is new one after, and what is changed both.
  expect(line?.before !== null || line?.after !== null).toBe(true)
  if (operationId.startsWith('delete')) expect(line?.after).toBeNull()
  if (/^(update|delete)/.test(operationId)) expect(line?.before).not.toBeNull()
  if (line?.resource.id) expect(answer + response.url + JSON.stringify(line.after)).toContain(line.resource.id)

  const { key: newKey, secret, url } = readSecrets(answer)
  const token = url?.includes('token=cal_') ? new URL(url).searchParams.get('token') : undefined
  secrets.push(...[newKey, secret, token].filter((one) => typeof one === 'string'))
  for (const one of secrets) expect(JSON.stringify(line)).not.toContain(one)
  await settle(answer)
})

function readSecrets(answer: string): { readonly key?: string; readonly secret?: string; readonly url?: string } {
  return answer.startsWith('{')
    ? (JSON.parse(answer) as Partial<WebhookEndpoint> & { key?: string; secret?: string })
    : {}
}

/** Waits for what was started, so that it changes nothing under the next operation. */
async function settle(answer: string): Promise<void> {
  await readUntil({
    what: 'the end of deleted workspaces',
    read: () => server.db.selectFrom('workspaces').select('id').where('deleted_at', 'is not', null).execute(),
    isEnough: (deleted) => deleted.length === 0,
  })
  if (!answer.startsWith('{')) return
  const { generation_id, image_generation_id, video_generation_id, post_id, status } = JSON.parse(answer) as Record<
    string,
    string
  >
  if (image_generation_id !== undefined) await waitForImages(server, image_generation_id)
  else if (video_generation_id !== undefined) await waitForVideo(server, video_generation_id)
  else if (generation_id !== undefined) await waitForGeneration(server, generation_id)
  else if (post_id !== undefined && status === 'publishing') await untilEnded(server, clock, post_id)
}
