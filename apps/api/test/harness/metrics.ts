import type { ItemAnalytics } from '@powerpost/contract'
import { itemAnalyticsSchema } from '@powerpost/contract'
import { expect } from 'vitest'
import { createDraft } from './drafts.ts'
import type { MovableClock } from './movable-clock.ts'
import { publish, untilEnded } from './posts.ts'
import type { TestServer } from './test-server.ts'
import { readUntil } from './wait-for.ts'

interface ToPublish {
  readonly server: TestServer
  readonly clock: MovableClock
  readonly connectionId: string
  readonly content?: string
  readonly postType?: string
}

/** Publishes an item, and returns its id. */
export async function publishItem({ server, clock, connectionId, ...item }: ToPublish): Promise<string> {
  const { content = 'Bread at six', postType = 'x-post' } = item
  const items = [{ post_type: postType, content, connection_id: connectionId }]
  const { post_id } = await createDraft(server, { items })
  await publish(server, post_id)
  const ended = await untilEnded(server, clock, post_id)
  expect(ended.items[0]?.status, JSON.stringify(ended)).toBe('posted')
  return ended.items[0]?.item_id ?? ''
}

export async function readAnalytics(server: TestServer, itemId: string, query = ''): Promise<ItemAnalytics> {
  const response = await server.request(`/api/v1/post-items/${itemId}/analytics${query}`)
  expect(response.status, await response.clone().text()).toBe(200)
  return itemAnalyticsSchema.strict().parse(await response.json())
}

/** Waits until an item's analytics are as asked. */
export async function untilAnalytics(
  server: TestServer,
  itemId: string,
  isIt: (analytics: ItemAnalytics) => boolean,
): Promise<ItemAnalytics> {
  return readUntil({
    what: `the metrics of ${itemId}`,
    read: () => readAnalytics(server, itemId, '?include=history'),
    isEnough: isIt,
  })
}
