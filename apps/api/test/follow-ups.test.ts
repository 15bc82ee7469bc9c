import type { Post, WebhookEventOf } from '@powerpost/contract'
import { webhookEventSchema } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { connectSandbox, createDraft, readPost } from './harness/drafts.ts'
import { readBooks } from './harness/ledger.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { createEndpoint, PRIVATE_URLS } from './harness/webhooks.ts'

let server: TestServer
let clock: MovableClock
beforeEach(async () => {
  clock = createMovableClock()
  server = await startTestServer({ clock, environment: PRIVATE_URLS })
  await connectSandbox(server, 'x')
  // Nobody listens there: what is recorded is read from the database.
  await createEndpoint(server, 'http://127.0.0.1:9/', ['post.published', 'post.updated'])
})
afterEach(() => server.stop())

async function post(content: string): Promise<Post> {
  const { post_id } = await createDraft(server, { items: [{ post_type: 'x-post', content }] })
  await publish(server, post_id)
  return untilEnded(server, clock, post_id)
}

async function readUpdates(): Promise<WebhookEventOf<'post.updated'>[]> {
  const { rows } = await sql<{ payload: string }>`
    select payload from webhook_events where event = 'post.updated' order by created_at`.execute(server.db)
  return rows.map(({ payload }) => webhookEventSchema.parse(JSON.parse(payload)) as WebhookEventOf<'post.updated'>)
}

interface Row {
  readonly due_at: Date
  readonly looks: number
}

async function readFollowUps(): Promise<Row[]> {
  return (await sql<Row>`select due_at, looks from post_follow_ups`.execute(server.db)).rows
}

/** Lets the time pass until a platform was asked so often, or is asked no more. */
async function untilAsked(looks: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const [row] = await readFollowUps()
        if (!row) return Infinity
        const wait = row.due_at.getTime() - clock.now().getTime()
        if (row.looks < looks && wait > 0) clock.move({ seconds: wait / 1000 })
        return row.looks
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThanOrEqual(looks)
}

it('a post whose id comes late is posted and charged at once; the id is filled in later, with one webhook', async () => {
  const { balance } = await readBooks(server.db)
  const posted = await post('Dark mode is here [sandbox:late_id]')
  const [item] = posted.items
  expect(posted).toMatchObject({ status: 'published', outcome: 'all' })
  expect(item).toMatchObject({ status: 'posted', posted_at: expect.any(String) })
  expect(item).not.toHaveProperty('platform_post_id')
  expect(item).not.toHaveProperty('platform_url')
  expect((await readBooks(server.db)).balance).toBe(balance - posted.credits_used)
  expect(posted.credits_used).toBeGreaterThan(0)
  await untilAsked(1)
  expect(await readUpdates()).toEqual([])
  await untilAsked(2)
  const later = await readPost(server, posted.post_id)
  const [found] = later.items
  expect(found).toMatchObject({ platform_post_id: `sandbox-${item?.item_id}`, platform_url: expect.any(String) })
  expect({ ...later, items: [] }).toEqual({ ...posted, items: [] })
  expect(await readFollowUps()).toEqual([])
  const [event, ...more] = await readUpdates()
  expect(more).toEqual([])
  expect(event?.data).toMatchObject({ post_id: posted.post_id, status: 'published', item_id: item?.item_id })
  expect(event?.data.items).toMatchObject([{ platform_post_id: found?.platform_post_id, status: 'posted' }])
})

it('a post that is refused after it was posted stays posted, with a warning that the webhook has too', async () => {
  const { post_id, items } = await post('Dark mode is here [sandbox:refused_later]')
  await untilAsked(2)
  const [item] = (await readPost(server, post_id)).items
  const warnings = [{ code: 'refused_after_posting', platform: 'x', message: expect.stringContaining('refused') }]
  expect(item).toMatchObject({ status: 'posted', warnings })
  expect((await readUpdates()).map(({ data }) => data)).toMatchObject([
    { post_id, item_id: items[0]?.item_id, items: [{ warnings }] },
  ])
})

it('a platform is asked less and less often, for a day, and then the item says that it gave no id', async () => {
  const { post_id } = await post('Dark mode is here [sandbox:late_id]')
  // The sandbox begins again with each look: it never says anything.
  await sql`create or replace function forget() returns trigger language plpgsql as
    $$ begin new.checkpoint = jsonb_set(new.checkpoint, '{looks}', '0'); return new; end $$`.execute(server.db)
  await sql`create trigger forget before update on post_follow_ups for each row execute function forget()`.execute(
    server.db,
  )
  const since = clock.now().getTime()
  await untilAsked(100)
  const hours = (clock.now().getTime() - since) / 3600_000
  expect(hours).toBeGreaterThanOrEqual(24)
  // The clock was put forward over leases, too.
  expect(hours).toBeLessThan(27)
  const [item] = (await readPost(server, post_id)).items
  expect(item).toMatchObject({ status: 'posted', warnings: [{ code: 'id_not_given' }] })
  expect(await readUpdates()).toHaveLength(1)
})

it('a question that another process asks too is recorded once', async () => {
  const { post_id } = await post('Dark mode is here [sandbox:late_id]')
  await untilAsked(1)
  // As a process that took it over: what the first one finds comes too late.
  await sql`create or replace function overtake() returns trigger language plpgsql as
    $$ begin if old.version < 3 then new.version = new.version + 1; end if; return new; end $$`.execute(server.db)
  await sql`create trigger overtake before update on post_follow_ups for each row execute function overtake()`.execute(
    server.db,
  )
  await untilAsked(Infinity)
  expect(await readUpdates()).toHaveLength(1)
  expect((await readPost(server, post_id)).items[0]).toHaveProperty('platform_post_id')
})

it('what belongs to a connection that was deleted is asked no more', async () => {
  const { post_id, items } = await post('Dark mode is here [sandbox:late_id]')
  const [item] = items
  const response = await server.request(`/api/v1/connections/${item?.connection_id}`, { method: 'DELETE' })
  expect(response.status).toBe(200)
  await untilAsked(Infinity)
  expect(await readUpdates()).toEqual([])
  expect((await readPost(server, post_id)).items[0]).not.toHaveProperty('platform_post_id')
})
