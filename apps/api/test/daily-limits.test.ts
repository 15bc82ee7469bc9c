import type { ConnectionLimits } from '@powerpost/contract'
import { connectionLimitsSchema, PUBLISHING_RULES } from '@powerpost/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FacebookServer } from './fake-platforms/facebook-server.ts'
import { startFacebook } from './fake-platforms/facebook-server.ts'
import { addMedium, VIDEO } from './harness/add-medium.ts'
import { addScheduled } from './harness/add-scheduled.ts'
import { preflight } from './harness/drafts.ts'
import { connectPages, facebookSettingsOf } from './harness/facebook.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const REELS_A_DAY = PUBLISHING_RULES['facebook-reel'].perDay?.max ?? 0

let server: TestServer
let facebook: FacebookServer
let clock: MovableClock
beforeAll(async () => {
  clock = createMovableClock()
  facebook = await startFacebook({ clock })
  server = await startTestServer({ work: false, clock, environment: facebookSettingsOf(facebook) })
})
afterAll(async () => {
  await server.stop()
  await facebook.stop()
})

/** Reels that were posted now. */
async function addPosted(connectionId: string, count: number): Promise<void> {
  const { account_id: accountId } = await server.db
    .selectFrom('connections')
    .select('account_id')
    .where('id', '=', connectionId)
    .executeTakeFirstOrThrow()
  const now = clock.now()
  const times = Array.from({ length: count }, () => now)
  const place = { accountId, workspaceId: server.workspaceId, connectionId }
  const ids = await addScheduled(server.db, { ...place, times, contentOf: String })
  await server.db
    .updateTable('posts')
    .set({ status: 'published', outcome: 'all', published_at: now, due_at: null })
    .where('id', 'in', ids)
    .execute()
  const items = await server.db.selectFrom('post_items').selectAll().where('post_id', 'in', ids).execute()
  await server.db.deleteFrom('post_items').where('post_id', 'in', ids).execute()
  for (const { id, post_id, content } of items) {
    const reel = { post_type: 'facebook-reel', platform: 'facebook', options: '{}', title: null } as const
    const posted = { status: 'posted', posted_at: now, platform_post_id: id, platform_url: null } as const
    const rest = { stage: null, checkpoint: null, sent_at: null, platform_error: null } as const
    const error = { error_code: null, error_message: null, error_action: null } as const
    const row = { id, post_id, position: 0, content, connection_id: connectionId }
    await server.db
      .insertInto('post_items')
      .values({ ...row, ...reel, ...posted, ...rest, ...error })
      .execute()
  }
}

async function readLimits(id: string): Promise<ConnectionLimits> {
  const response = await server.request(`/api/v1/connections/${id}/limits`)
  return connectionLimitsSchema.strict().parse(await response.json())
}

it('reels that this server published to a page count for a day, and preflight warns of reels alone', async () => {
  const [page, other] = await connectPages(server, facebook, ['Power Post', 'Second Page'])
  const [connection_id = '', second = ''] = [page?.connection_id, other?.connection_id]
  await addPosted(connection_id, REELS_A_DAY - 1)
  expect((await readLimits(connection_id)).limits).toMatchObject([
    {
      name: 'facebook_reels_24h',
      used: 29,
      total: 30,
      resets_at: null,
      scope: 'account',
      post_types: ['facebook-reel'],
    },
  ])
  const media_ids = [await addMedium(server, VIDEO)]
  const reel = { post_type: 'facebook-reel' as const, content: 'Bread', media_ids }
  const quotas = async (item: object) => {
    const { problems } = await preflight(server, { items: [{ ...reel, ...item }] })
    return problems.filter(({ rule }) => rule === 'quota')
  }
  expect(await quotas({ connection_id })).toEqual([])
  await addPosted(connection_id, 1)
  expect(await quotas({ connection_id })).toMatchObject([{ severity: 'warning', limit: 0, actual: 1 }])
  expect(await quotas({ connection_id, post_type: 'facebook-post' })).toEqual([])
  expect(await quotas({ connection_id: second })).toEqual([])
  clock.move({ hours: 24, seconds: 1 })
  expect(await quotas({ connection_id })).toEqual([])
  expect((await readLimits(connection_id)).limits).toMatchObject([{ used: 0 }])
})
