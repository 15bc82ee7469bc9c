import { readFile } from 'node:fs/promises'
import type {
  CalendarEntry,
  CalendarFeed,
  Connection,
  ConnectionAuthorization,
  CreateApiKeyResponse,
  Post,
  Queue,
  Rendition,
  WebhookDelivery,
  WebhookEndpoint,
  Workspace,
} from '@powerpost/contract'
import { makeMediaFiles } from '../media-files/index.ts'
import type { TestServer } from './test-server.ts'
import { waitForGeneration, waitForImages, waitForVideo } from './wait-for.ts'

/** Ids of somebody's resources, one of each kind. */
export interface Resources {
  readonly generation: string
  readonly sandboxGeneration: string
  readonly imageGeneration: string
  readonly videoGeneration: string
  readonly media: string
  readonly rendition: string
  readonly style: string
  readonly workspace: string
  readonly apiKey: string
  readonly endpoint: string
  readonly delivery: string
  readonly connection: string
  /** Nobody has signed in. */
  readonly connectionRequest: string
  /** A draft of the generation, with the media. */
  readonly post: string
  readonly postItem: string
  readonly queue: string
  readonly calendarEntry: string
  readonly calendarFeed: string
}

interface OperationRequest {
  /** For the `{id}` of the path. */
  readonly id?: string
  /** For the `{item_id}` of the path. */
  readonly itemId?: string
  /** For the `{rendition_id}` of the path. */
  readonly renditionId?: string
  /** For the `{post_type}` of the path. */
  readonly postType?: string
  /** Of a list of choices. */
  readonly name?: string
  readonly query?: string
  readonly body?: object
}

/** Nobody answers there: `.invalid` never resolves. */
const WEBHOOK_ENDPOINT = { url: 'https://webhooks.invalid/powerpost', events: ['generation.completed'] }

/** Good for long, and signed by nobody. */
const UNSIGNED = `?expires=32503680000&signature=${'A'.repeat(43)}`

const QUEUE = { name: 'Mornings', timezone: 'Europe/Berlin', slots: { monday: ['09:00'] } }

const GENERATE = { post_types: ['x-post'], research_mode: 'regular' }

/** A request to each operation of the document that its owner may make, naming resources where it can. */
export const FIXTURES: Readonly<Record<string, (resources: Resources) => OperationRequest>> = {
  generateContent: ({ media }) => ({ body: { ...GENERATE, media_ids: [media] } }),
  estimateContent: ({ media }) => ({ body: { ...GENERATE, media_ids: [media] } }),
  listPlatforms: () => ({}),
  getPostTypeRules: () => ({ postType: 'x-post' }),
  listPlatformVersions: () => ({}),
  getBrand: () => ({}),
  replaceBrand: () => ({ body: { name: 'Copper Pot' } }),
  listGenerations: () => ({ query: '?limit=100' }),
  getGeneration: ({ generation }) => ({ id: generation }),
  streamGenerationEvents: ({ generation }) => ({ id: generation }),
  regenerateContent: ({ generation }) => ({ id: generation, body: { platforms: ['x'] } }),
  streamImageGenerationEvents: ({ imageGeneration }) => ({ id: imageGeneration }),
  regenerateImages: ({ imageGeneration }) => ({ id: imageGeneration, body: { positions: [0] } }),
  generateImages: ({ media, generation }) => ({
    body: { style_images: [media], generation_id: generation, model: 'nano-banana-2' },
  }),
  listImageGenerations: () => ({ query: '?limit=100' }),
  getImageGeneration: ({ imageGeneration }) => ({ id: imageGeneration }),
  generateVideo: ({ media }) => ({ body: { prompt: 'Mine', duration: 5, source_image: media } }),
  estimateVideo: ({ media }) => ({ body: { prompt: 'Mine', duration: 5, source_image: media } }),
  listVideoGenerations: () => ({ query: '?limit=100' }),
  getVideoGeneration: ({ videoGeneration }) => ({ id: videoGeneration }),
  streamVideoGenerationEvents: ({ videoGeneration }) => ({ id: videoGeneration }),
  regenerateVideo: ({ videoGeneration }) => ({ id: videoGeneration, body: {} }),
  importMedia: () => ({ body: { url: 'https://files.invalid/mine.jpg' } }),
  listMedia: () => ({ query: '?limit=100' }),
  getMedia: ({ media }) => ({ id: media }),
  createRendition: ({ media }) => ({ id: media, body: { post_type: 'instagram-story', mode: 'pad' } }),
  listRenditions: ({ media }) => ({ id: media }),
  getRendition: ({ media, rendition }) => ({ id: media, renditionId: rendition }),
  deleteMedia: ({ media }) => ({ id: media }),
  downloadMedia: ({ media }) => ({ id: media, query: UNSIGNED }),
  downloadThumbnail: ({ media }) => ({ id: media, query: UNSIGNED }),
  uploadMedia: () => ({ body: pictureForm() }),
  getCredits: () => ({}),
  listLedgerEntries: () => ({ query: '?limit=100' }),
  listWorkspaces: () => ({ query: '?limit=100' }),
  createWorkspace: () => ({ body: { name: 'New' } }),
  updateWorkspace: ({ workspace }) => ({ id: workspace, body: { name: 'Taken over' } }),
  deleteWorkspace: ({ workspace }) => ({ id: workspace, query: '?force=true' }),
  listApiKeys: () => ({ query: '?limit=100' }),
  createApiKey: ({ workspace }) => ({ body: { name: 'New', preset: 'read_only', workspace_ids: [workspace] } }),
  deleteApiKey: ({ apiKey }) => ({ id: apiKey }),
  listAuditLog: () => ({ query: '?limit=100' }),
  exportAuditLog: () => ({}),
  listWritingStyles: () => ({ query: '?limit=100' }),
  createWritingStyle: () => ({ body: { name: 'New', instructions: 'Whisper.' } }),
  learnWritingStyle: ({ connection }) => ({ body: { connection_id: connection } }),
  getWritingStyle: ({ style }) => ({ id: style }),
  updateWritingStyle: ({ style }) => ({ id: style, body: { name: 'Taken over' } }),
  deleteWritingStyle: ({ style }) => ({ id: style }),
  listWebhookEndpoints: () => ({ query: '?limit=100' }),
  createWebhookEndpoint: () => ({ body: WEBHOOK_ENDPOINT }),
  getWebhookEndpoint: ({ endpoint }) => ({ id: endpoint }),
  updateWebhookEndpoint: ({ endpoint }) => ({ id: endpoint, body: { events: ['post.failed'] } }),
  deleteWebhookEndpoint: ({ endpoint }) => ({ id: endpoint }),
  rotateWebhookSecret: ({ endpoint }) => ({ id: endpoint }),
  testWebhookEndpoint: ({ endpoint }) => ({ id: endpoint }),
  replayWebhookDeliveries: ({ endpoint }) => ({ id: endpoint, body: { since: '2026-01-01T00:00:00Z' } }),
  listWebhookDeliveries: () => ({ query: '?limit=100' }),
  getWebhookDelivery: ({ delivery }) => ({ id: delivery }),
  replayWebhookDelivery: ({ delivery }) => ({ id: delivery }),
  listConnections: () => ({ query: '?limit=100' }),
  createConnection: () => ({ body: { platform: 'x', sandbox: true } }),
  completeConnection: () => ({}),
  getAccountChoicePage: () => ({}),
  submitAccountChoice: () => ({}),
  getSandboxSignInPage: () => ({}),
  submitSandboxSignIn: () => ({}),
  getConnectionRequest: ({ connectionRequest }) => ({ id: connectionRequest }),
  chooseAccounts: ({ connectionRequest }) => ({ id: connectionRequest, body: { choice_ids: ['1'] } }),
  getConnection: ({ connection }) => ({ id: connection }),
  getConnectionCapabilities: ({ connection }) => ({ id: connection }),
  getConnectionLimits: ({ connection }) => ({ id: connection }),
  getConnectionChoices: ({ connection }) => ({ id: connection, name: 'playlists' }),
  getConnectionHealth: ({ connection }) => ({ id: connection }),
  deleteConnection: ({ connection }) => ({ id: connection }),
  createPost: (resources) => ({ body: draftOf(resources) }),
  listPosts: () => ({ query: '?limit=100' }),
  getPost: ({ post }) => ({ id: post }),
  updatePost: ({ post }) => ({ id: post, body: { items: [{ post_type: 'x-post', content: 'Taken over' }] } }),
  deletePost: ({ post }) => ({ id: post }),
  preflightPost: ({ post }) => ({ body: { post_id: post } }),
  publishPost: ({ post }) => ({ id: post }),
  schedulePost: ({ post }) => ({ id: post, body: { scheduled_at: '2099-01-01T00:00:00Z' } }),
  listQueues: () => ({ query: '?limit=100' }),
  createQueue: () => ({ body: QUEUE }),
  getQueue: ({ queue }) => ({ id: queue }),
  getQueueSlots: ({ queue }) => ({ id: queue, query: '?limit=5' }),
  updateQueue: ({ queue }) => ({ id: queue, body: { name: 'Taken over' } }),
  deleteQueue: ({ queue }) => ({ id: queue }),
  cancelPost: ({ post }) => ({ id: post }),
  getItemAnalytics: ({ postItem }) => ({ id: postItem, query: '?include=history' }),
  getAnalyticsSummary: () => ({ query: '?from=2026-01-01&to=2026-12-31&group_by=connection' }),
  exportAnalytics: () => ({ query: '?from=2026-01-01&to=2026-12-31' }),
  listCalendarEntries: () => ({ query: '?start_date=2026-01-01&end_date=2026-12-31&include=posts' }),
  createCalendarEntry: ({ post }) => ({ body: { title: 'New', scheduled_date: '2026-12-24', post_id: post } }),
  getCalendarEntry: ({ calendarEntry }) => ({ id: calendarEntry }),
  updateCalendarEntry: ({ calendarEntry }) => ({ id: calendarEntry, body: { title: 'Taken over' } }),
  deleteCalendarEntry: ({ calendarEntry }) => ({ id: calendarEntry }),
  listCalendarFeeds: () => ({ query: '?limit=100' }),
  createCalendarFeed: () => ({ body: { name: 'New', include_posts: true } }),
  deleteCalendarFeed: ({ calendarFeed }) => ({ id: calendarFeed }),
  downloadCalendarFeed: ({ calendarFeed }) => ({ id: calendarFeed, query: `?token=cal_${'A'.repeat(43)}` }),
  retryPostItem: ({ post, postItem }) => ({ id: post, itemId: postItem, body: {} }),
}

function draftOf({ generation, media, connection }: Pick<Resources, 'generation' | 'media' | 'connection'>) {
  return {
    generation_id: generation,
    items: [{ post_type: 'x-post', media_ids: [media], connection_id: connection }],
  }
}

function pictureForm(): FormData {
  const form = new FormData()
  form.append('type', 'image')
  form.append('file', new Blob([new Uint8Array(10)]), 'mine.jpg')
  return form
}

/** Makes one of each kind, with the server's first key. */
export async function createResources(server: TestServer): Promise<Resources> {
  const post = async <Body>(path: string, body: object, headers?: Record<string, string>) =>
    (await (await server.post(path, body, headers)).json()) as Body
  const generate = { ...GENERATE, prompt: 'Only for my eyes' }
  const key = await post<CreateApiKeyResponse>('/api/v1/account/api-keys', { name: 'Mine', preset: 'read_only' })
  const sandbox = await post<CreateApiKeyResponse>('/api/v1/account/api-keys', {
    name: 'Sandbox',
    preset: 'read_write',
    sandbox: true,
  })
  const live = await post<{ generation_id: string }>('/api/v1/content/generate', generate)
  const inSandbox = await post<{ generation_id: string }>('/api/v1/content/generate', generate, {
    'x-api-key': sandbox.key ?? '',
  })
  await waitForGeneration(server, live.generation_id)
  const form = new FormData()
  form.append('file', new Blob([await readFile((await makeMediaFiles()).jpeg)]), 'mine.jpg')
  form.append('type', 'image')
  const uploaded = await server.request('/api/v1/media/upload', { method: 'POST', body: form })
  const { media_id } = (await uploaded.json()) as { media_id: string }
  const rendition = await makeRendition(server, media_id)
  const images = await post<{ image_generation_id: string }>('/api/v1/images/generate', { prompt: 'Only for my eyes' })
  await waitForImages(server, images.image_generation_id)
  const video = await post<{ video_generation_id: string }>('/api/v1/videos/generate', {
    prompt: 'Only for my eyes',
    duration: 5,
  })
  await waitForVideo(server, video.video_generation_id)
  const style = await post<{ writing_style_id: string }>('/api/v1/writing-styles', {
    name: 'Mine',
    instructions: 'Whisper.',
  })
  const endpoint = await post<WebhookEndpoint>('/api/v1/webhooks/endpoints', WEBHOOK_ENDPOINT)
  const delivery = await post<WebhookDelivery>(`/api/v1/webhooks/endpoints/${endpoint.endpoint_id}/test`, {})
  const connection = await post<Connection>('/api/v1/connections', { platform: 'x', sandbox: true })
  const signIn = { platform: 'x', sandbox: true, sign_in: true }
  const connectionRequest = await post<ConnectionAuthorization>('/api/v1/connections', signIn)
  const named = { generation: live.generation_id, media: media_id, connection: connection.connection_id }
  const draft = await post<Post>('/api/v1/posts', draftOf(named))
  const queue = await post<Queue>('/api/v1/queues', QUEUE)
  const entry = await post<CalendarEntry>('/api/v1/calendar/entries', {
    title: 'Only for my eyes',
    scheduled_date: '2026-12-24',
    post_id: draft.post_id,
  })
  const feed = await post<CalendarFeed>('/api/v1/calendar/feeds', { name: 'Mine' })
  const workspace = await post<Workspace>('/api/v1/account/workspaces', { name: 'Mine' })
  return {
    generation: live.generation_id,
    sandboxGeneration: inSandbox.generation_id,
    imageGeneration: images.image_generation_id,
    videoGeneration: video.video_generation_id,
    media: media_id,
    rendition,
    style: style.writing_style_id,
    workspace: workspace.workspace_id,
    apiKey: key.key_id,
    endpoint: endpoint.endpoint_id,
    delivery: delivery.delivery_id,
    connection: connection.connection_id,
    connectionRequest: connectionRequest.request_id,
    post: draft.post_id,
    postItem: draft.items[0]?.item_id ?? '',
    queue: queue.queue_id,
    calendarEntry: entry.entry_id,
    calendarFeed: feed.feed_id,
  }
}

async function makeRendition(server: TestServer, mediaId: string): Promise<string> {
  const path = `/api/v1/media/${mediaId}/renditions`
  const response = await server.post(path, { post_type: 'instagram-story', mode: 'crop' })
  const { rendition_id: id = '' } = (await response.json()) as Rendition
  for (;;) {
    const { status } = (await (await server.request(`${path}/${id}`)).json()) as Rendition
    if (status === 'completed') return id
    if (status === 'failed') throw new Error('the rendition was not made')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
