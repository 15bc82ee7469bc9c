import type { PlatformRegistry, PublishableItem, Publisher } from '#platforms/port.ts'
import { createSandbox, createSandboxConnector } from '#platforms/sandbox/index.ts'
import { expect, it } from 'vitest'
import { connectSandbox, createDraft } from './harness/drafts.ts'
import { readBooks } from './harness/ledger.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import { startTestServer } from './harness/test-server.ts'

it('a lost answer of a platform that cannot be looked up ends as unknown, and is sent again only after a person looked', async () => {
  const clock = createMovableClock()
  const sent: string[] = []
  const { capabilities, publisher } = createSandbox({ clock })
  const blind: Publisher = {
    prepare: publisher.prepare,
    async publish({ itemId, attempt, ...item }: PublishableItem, checkpoint, options) {
      sent.push(itemId)
      if (attempt === 1) throw new Error('the connection broke')
      return publisher.publish({ itemId, attempt, ...item }, checkpoint, options)
    },
  }
  const platforms: PlatformRegistry = {
    find: () => undefined,
    sandbox: { capabilities: { ...capabilities, lookUp: 'not_at_all' }, publisher: blind },
    sandboxConnector: createSandboxConnector,
  }
  const server = await startTestServer({ clock, platforms })
  try {
    const { balance } = await readBooks(server.db)
    await connectSandbox(server, 'x')
    const { post_id } = await createDraft(server)
    await publish(server, post_id)
    const lost = await untilEnded(server, clock, post_id)
    expect(lost.items).toMatchObject([{ status: 'failed', error: { code: 'OUTCOME_UNKNOWN', action: 'check' } }])
    expect((await readBooks(server.db)).balance).toBe(balance)
    const path = `/api/v1/posts/${post_id}/items/${lost.items[0]?.item_id}/retry`
    expect((await server.post(path, {})).status).toBe(409)
    expect(sent).toHaveLength(1)
    expect((await server.post(path, { not_posted: true })).status).toBe(200)
    expect(await untilEnded(server, clock, post_id)).toMatchObject({ status: 'published', credits_used: 4 })
    expect(sent).toHaveLength(2)
  } finally {
    await server.stop()
  }
})
