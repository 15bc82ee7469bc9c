import type {
  CreateWebhookEndpointResponse,
  GenerateContentResponse,
  WebhookDelivery,
  WebhookDeliveryPage,
  WebhookEndpoint,
  WebhookEventName,
} from '@powerpost/contract'
import { expect } from 'vitest'
import type { TestServer } from './test-server.ts'

/** What receivers on loopback need. */
export const PRIVATE_URLS = { POWERPOST_ALLOW_PRIVATE_URLS: 'true' }

const ENDPOINTS = '/api/v1/webhooks/endpoints'

export interface NewEndpoint extends WebhookEndpoint {
  readonly secret: string
}

export async function createEndpoint(
  server: TestServer,
  url: string,
  events: readonly WebhookEventName[] = ['generation.completed', 'generation.failed'],
): Promise<NewEndpoint> {
  const response = await server.post(ENDPOINTS, { url, events })
  expect(response.status).toBe(200)
  const { secret = '', ...endpoint } = (await response.json()) as CreateWebhookEndpointResponse
  return { ...endpoint, secret }
}

export async function changeEndpoint(server: TestServer, id: string, body: object): Promise<Response> {
  return server.request(`${ENDPOINTS}/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

export async function readEndpoint(server: TestServer, id: string): Promise<WebhookEndpoint> {
  return (await (await server.request(`${ENDPOINTS}/${id}`)).json()) as WebhookEndpoint
}

export async function testEndpoint(server: TestServer, id: string): Promise<WebhookDelivery> {
  const response = await server.post(`${ENDPOINTS}/${id}/test`, {})
  expect(response.status).toBe(200)
  return (await response.json()) as WebhookDelivery
}

export async function listDeliveries(server: TestServer, query = ''): Promise<readonly WebhookDelivery[]> {
  const response = await server.request(`/api/v1/webhooks/deliveries?limit=100${query}`)
  return ((await response.json()) as WebhookDeliveryPage).data
}

export async function readDelivery(server: TestServer, id: string): Promise<WebhookDelivery | undefined> {
  return (await listDeliveries(server)).find(({ delivery_id }) => delivery_id === id)
}

export async function generate(server: TestServer, headers: Record<string, string> = {}): Promise<string> {
  const body = { prompt: 'We just shipped dark mode', post_types: ['x-post'], research_mode: 'regular' }
  const response = await server.post('/api/v1/content/generate', body, headers)
  expect(response.status).toBe(200)
  return ((await response.json()) as GenerateContentResponse).generation_id
}
