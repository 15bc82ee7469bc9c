import type { Queue, QueuePage } from '@powerpost/contract'
import { QUEUE_LIMITS } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount, headersOf } from './harness/add-tenant.ts'
import { connectSandbox, createDraft, readPost, refusalOf } from './harness/drafts.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import { addQueued, changeQueue, createQueue, enqueue, QUEUES, readSlots } from './harness/queues.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

let server: TestServer
let clock: MovableClock
beforeAll(async () => {
  clock = createMovableClock()
  server = await startTestServer({ clock, credits: 1000 })
  await connectSandbox(server, 'x')
})
afterAll(() => server.stop())

const schedule = (id: string, body: object) => server.post(`/api/v1/posts/${id}/schedule`, body)
const cancel = (id: string) => server.post(`/api/v1/posts/${id}/cancel`, {})
const taken = async (id: string) =>
  (await readSlots(server, id)).flatMap(({ status, time, post_id }) => (status === 'free' ? [] : [[post_id, time]]))

describe('a queue', () => {
  it('is created, read, listed, changed and deleted', async () => {
    const slots = { friday: ['17:30', '09:00'], monday: ['09:00'], sunday: [] }
    const queue = await createQueue(server, { name: 'Week', timezone: 'America/New_York', slots })
    expect(queue).toMatchObject({ name: 'Week', timezone: 'America/New_York', livemode: true })
    expect(Object.entries(queue.slots)).toEqual([
      ['monday', ['09:00']],
      ['friday', ['09:00', '17:30']],
    ])
    const path = `${QUEUES}/${queue.queue_id}`
    expect(await (await server.request(path)).json()).toEqual(queue)
    const changed = (await (
      await changeQueue(server, queue.queue_id, { slots: { sunday: ['10:00'] } })
    ).json()) as Queue
    expect(changed).toMatchObject({ name: 'Week', slots: { sunday: ['10:00'] } })
    expect(changed).not.toHaveProperty('warnings')
    const list = (await (await server.request(QUEUES)).json()) as QueuePage
    expect(list.data).toContainEqual(changed)
    expect(await (await server.request(path, { method: 'DELETE' })).json()).toEqual({ success: true })
    for (const gone of [path, `${path}/slots`]) expect((await server.request(gone)).status).toBe(404)
  })

  it.each([
    [{ timezone: 'Europe/Atlantis' }, 'timezone', 'is not the name of a time zone, such as Europe/Berlin'],
    [{ timezone: '+01:00' }, 'timezone', 'is not the name of a time zone, such as Europe/Berlin'],
    [{ slots: { monday: ['9:00'] } }, 'slots.monday[0]', 'must be a time of day as 09:00'],
    [{ slots: { monday: ['24:00'] } }, 'slots.monday[0]', 'must be a time of day as 09:00'],
    [{ slots: { monday: ['09:00', '09:00'] } }, 'slots.monday', 'must not name a time twice'],
    [{ slots: { monday: [] } }, 'slots', expect.stringContaining('must have at least one slot')],
    [{ slots: { mon: ['09:00'] } }, 'slots', expect.stringContaining('must have at least one slot')],
    [
      { slots: { monday: Array.from({ length: 25 }, (_, index) => `10:${index + 10}`) } },
      'slots.monday',
      'must have at most 24 items',
    ],
    [{ name: '  ' }, 'name', expect.any(String)],
  ])('is refused with %j: it names the field', async (body, path, message) => {
    const request = { name: 'Mornings', timezone: 'Europe/Berlin', slots: { monday: ['09:00'] }, ...body }
    const refused = await server.post(QUEUES, request)
    expect(refused.status).toBe(400)
    expect(await refusalOf(refused)).toMatchObject({ details: [{ path, message }] })
  })

  it('is one of at most 50 of a workspace', async () => {
    const { data } = (await (await server.request(`${QUEUES}?limit=100`)).json()) as QueuePage
    const headers = headersOf(await addAccount(server.db))
    const add = () => server.post(QUEUES, { name: 'Many', timezone: 'UTC', slots: { monday: ['09:00'] } }, headers)
    const statuses = await Promise.all(
      Array.from({ length: QUEUE_LIMITS.perWorkspace + 3 }, async () => (await add()).status),
    )
    expect(statuses.filter((status) => status === 200)).toHaveLength(QUEUE_LIMITS.perWorkspace)
    expect(statuses.filter((status) => status === 409)).toHaveLength(3)
    expect(data.length).toBeLessThan(QUEUE_LIMITS.perWorkspace)
  })
})

describe('a post in a queue', () => {
  it('gets the next free slot, and the preview shows who has which', async () => {
    const { queue_id } = await createQueue(server)
    const before = await readSlots(server, queue_id)
    expect(before).toHaveLength(QUEUE_LIMITS.preview)
    expect(new Set(before.map(({ status, local }) => `${status} ${local.slice(11)}`))).toEqual(new Set(['free 09:00']))
    const [first, second] = [await addQueued(server, queue_id), await addQueued(server, queue_id)]
    for (const [index, post] of [first, second].entries()) {
      expect(post).toMatchObject({ status: 'scheduled', queue_id, scheduled_at: before[index]?.time })
    }
    expect((await readSlots(server, queue_id, '?limit=3')).map(({ status, post_id }) => [status, post_id])).toEqual([
      ['taken', first.post_id],
      ['taken', second.post_id],
      ['free', undefined],
    ])
    expect((await readSlots(server, queue_id, '?limit=100')).length).toBeGreaterThanOrEqual(59)
  })

  it('frees its slot when it is moved, cancelled or published, and the next post takes it', async () => {
    const { queue_id } = await createQueue(server)
    const { queue_id: other } = await createQueue(server)
    const slots = await readSlots(server, queue_id)
    const posts = []
    for (let count = 0; count < 4; count += 1) posts.push(await addQueued(server, queue_id))
    const [moved = '', cancelled = '', published = '', left = ''] = posts.map(({ post_id }) => post_id)
    const time = { scheduled_at: new Date(clock.now().getTime() + 30 * 24 * 3600_000).toISOString() }
    expect(await (await schedule(moved, time)).json()).not.toHaveProperty('queue_id')
    expect(await (await cancel(cancelled)).json()).not.toHaveProperty('queue_id')
    await publish(server, published)
    expect(await untilEnded(server, clock, published)).not.toHaveProperty('queue_id')
    expect(await (await enqueue(server, left, other)).json()).toMatchObject({ queue_id: other })
    expect(await taken(queue_id)).toEqual([])
    const again = []
    for (let count = 0; count < 4; count += 1) again.push(await addQueued(server, queue_id))
    expect(again.map(({ scheduled_at }) => scheduled_at)).toEqual(slots.slice(0, 4).map((slot) => slot.time))
    // A draft that was cancelled is deleted with nothing left behind.
    await cancel(again[0]?.post_id ?? '')
    await server.request(`/api/v1/posts/${again[0]?.post_id}`, { method: 'DELETE' })
    expect(await taken(queue_id)).toHaveLength(3)
  })

  it('of which an item was posted before its slot frees the slot when the rest is cancelled', async () => {
    await connectSandbox(server, 'linkedin')
    const { queue_id } = await createQueue(server)
    const scheduled_at = new Date(clock.now().getTime() + 60_000).toISOString()
    const items = [
      { post_type: 'x-post', content: 'Early', scheduled_at },
      { post_type: 'linkedin-post', content: 'At the slot' },
    ]
    const { post_id } = await createDraft(server, { items })
    expect((await enqueue(server, post_id, queue_id)).status).toBe(200)
    clock.move({ minutes: 2 })
    await expect
      .poll(async () => {
        const post = await readPost(server, post_id)
        return [post.status, post.items[0]?.status]
      })
      .toEqual(['scheduled', 'posted'])
    expect(await taken(queue_id)).toHaveLength(1)
    expect((await cancel(post_id)).status).toBe(200)
    expect(await untilEnded(server, clock, post_id)).toMatchObject({ status: 'published', outcome: 'partial' })
    expect(await taken(queue_id)).toEqual([])
    // A retry of what was cancelled needs no slot.
    const other = await addQueued(server, queue_id)
    const failed = (await readPost(server, post_id)).items[1]
    expect((await server.post(`/api/v1/posts/${post_id}/items/${failed?.item_id}/retry`, {})).status).toBe(200)
    expect(await untilEnded(server, clock, post_id)).toMatchObject({ outcome: 'all' })
    expect(await taken(queue_id)).toEqual([[other.post_id, other.scheduled_at]])
  })

  it('that is sent again keeps its slot, or moves up to one that has become free', async () => {
    const { queue_id } = await createQueue(server)
    const first = await addQueued(server, queue_id)
    const second = await addQueued(server, queue_id)
    expect(await (await enqueue(server, second.post_id, queue_id)).json()).toMatchObject({
      scheduled_at: second.scheduled_at,
    })
    await cancel(first.post_id)
    expect(await (await enqueue(server, second.post_id, queue_id)).json()).toMatchObject({
      scheduled_at: first.scheduled_at,
    })
  })

  it('keeps its time when the queue is changed, and is shown as at a former slot', async () => {
    const { queue_id } = await createQueue(server)
    const post = await addQueued(server, queue_id)
    const response = await changeQueue(server, queue_id, { slots: { monday: ['15:00'] } })
    expect((await response.json()) as Queue).toMatchObject({
      warnings: [
        {
          code: 'posts_keep_times',
          message: expect.stringContaining('1 post of the queue keeps its time'),
          field: 'slots',
        },
      ],
    })
    expect(await readPost(server, post.post_id)).toMatchObject({ scheduled_at: post.scheduled_at, queue_id })
    const slots = await readSlots(server, queue_id)
    expect(slots.filter(({ status }) => status === 'former')).toEqual([
      { time: post.scheduled_at, local: expect.stringMatching(/T09:00$/), status: 'former', post_id: post.post_id },
    ])
    expect(slots.map(({ time }) => time)).toEqual(slots.map(({ time }) => time).toSorted())
    const moved = (await (await enqueue(server, post.post_id, queue_id)).json()) as { scheduled_at: string }
    expect(moved.scheduled_at).toBe(slots.find(({ status }) => status === 'free')?.time)
    // A name moves nothing, and neither does a time that is still a slot.
    for (const body of [{ name: 'Renamed' }, { slots: { monday: ['15:00'], tuesday: ['08:00'] } }]) {
      expect(await (await changeQueue(server, queue_id, body)).json()).not.toHaveProperty('warnings')
    }
  })

  it('keeps its time when the queue is deleted', async () => {
    const { queue_id } = await createQueue(server)
    const { post_id, scheduled_at } = await addQueued(server, queue_id)
    expect((await server.request(`${QUEUES}/${queue_id}`, { method: 'DELETE' })).status).toBe(200)
    const post = await readPost(server, post_id)
    expect(post).toMatchObject({ status: 'scheduled', scheduled_at })
    expect(post).not.toHaveProperty('queue_id')
  })

  it('is published at its slot, and its queue can still be read from it', async () => {
    const soon = new Date(clock.now().getTime() + 90 * 60_000)
    const day = soon.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' }).toLowerCase()
    const slots = { [day]: [soon.toISOString().slice(11, 16)] }
    const { queue_id } = await createQueue(server, { timezone: 'UTC', slots })
    const { post_id, scheduled_at } = await addQueued(server, queue_id)
    clock.move({ minutes: 95 })
    expect(await untilEnded(server, clock, post_id)).toMatchObject({ status: 'published', queue_id, scheduled_at })
    expect((await readSlots(server, queue_id)).every(({ status }) => status === 'free')).toBe(true)
  })

  it('is refused where all slots of 60 days are taken, and stays a draft', async () => {
    const tomorrow = new Date(clock.now().getTime() + 24 * 3600_000)
    const day = tomorrow.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' }).toLowerCase()
    const { queue_id } = await createQueue(server, { timezone: 'UTC', slots: { [day]: ['00:00'] } })
    const slots = await readSlots(server, queue_id)
    expect(slots.length).toBeLessThan(10)
    for (const { time } of slots) expect(await addQueued(server, queue_id)).toMatchObject({ scheduled_at: time })
    const { post_id } = await createDraft(server)
    const refused = await enqueue(server, post_id, queue_id)
    expect(refused.status).toBe(409)
    expect(await refusalOf(refused)).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('60 days') })
    expect((await readPost(server, post_id)).status).toBe('draft')
  })

  it('needs exactly one of a queue and a time, and a queue of its own workspace', async () => {
    const { queue_id } = await createQueue(server)
    const { post_id } = await createDraft(server)
    for (const body of [
      {},
      { queue_id, scheduled_at: '2099-01-01T00:00:00Z' },
      { queue_id, scheduled_local: '2099-01-01T00:00', timezone: 'UTC' },
    ]) {
      const refused = await schedule(post_id, body)
      expect(refused.status).toBe(400)
      expect(await refusalOf(refused)).toMatchObject({ details: [{ path: 'scheduled_at' }] })
    }
    const request = { name: 'Theirs', timezone: 'UTC', slots: { monday: ['09:00'] } }
    const headers = headersOf(await addAccount(server.db))
    const theirs = (await (await server.post(QUEUES, request, headers)).json()) as Queue
    for (const id of [theirs.queue_id, 'nonsense']) {
      const refused = await enqueue(server, post_id, id)
      expect([refused.status, (await refusalOf(refused)).message]).toEqual([
        404,
        'There is no such queue in this workspace.',
      ])
    }
  })
})

describe('calls at once', () => {
  it('never give two posts one slot', async () => {
    const { queue_id } = await createQueue(server)
    const drafts = await Promise.all(Array.from({ length: 20 }, () => createDraft(server)))
    const answers = await Promise.all(drafts.map(({ post_id }) => enqueue(server, post_id, queue_id)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
    const slots = await readSlots(server, queue_id)
    expect(slots.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 'taken'))
    expect(new Set(slots.map(({ post_id }) => post_id))).toEqual(new Set(drafts.map(({ post_id }) => post_id)))
  })

  it('of one key have one effect', async () => {
    const { queue_id } = await createQueue(server)
    const { post_id } = await createDraft(server)
    await addQueued(server, queue_id)
    const send = () => server.post(`/api/v1/posts/${post_id}/schedule`, { queue_id }, { 'idempotency-key': 'once' })
    const first = await (await send()).json()
    expect(await (await send()).json()).toEqual(first)
  })

  it('that change and delete the queue meanwhile leave every post with a time', async () => {
    const { queue_id } = await createQueue(server)
    const drafts = await Promise.all(Array.from({ length: 10 }, () => createDraft(server)))
    const queued = await Promise.all(Array.from({ length: 5 }, () => addQueued(server, queue_id)))
    const statuses = await Promise.all([
      ...drafts.map(async ({ post_id }) => (await enqueue(server, post_id, queue_id)).status),
      ...queued.map(async ({ post_id }) => (await enqueue(server, post_id, queue_id)).status),
      changeQueue(server, queue_id, { slots: { monday: ['08:00', '08:30'] } }).then(({ status }) => status),
      server.request(`${QUEUES}/${queue_id}`, { method: 'DELETE' }).then(({ status }) => status),
    ])
    for (const status of statuses) expect([200, 404]).toContain(status)
    for (const [index, { post_id }] of [...drafts, ...queued].entries()) {
      const post = await readPost(server, post_id)
      const wasIn = index >= drafts.length || statuses[index] === 200
      expect(post.status).toBe(wasIn ? 'scheduled' : 'draft')
    }
  })

  it('cannot put two posts at one slot even by writing it: the database refuses the second', async () => {
    const { queue_id } = await createQueue(server)
    const [one, other] = [await addQueued(server, queue_id), await addQueued(server, queue_id)]
    const write = server.db
      .updateTable('posts')
      .set({ scheduled_at: new Date(one.scheduled_at ?? '') })
      .where('id', '=', other.post_id)
      .execute()
    await expect(write).rejects.toThrow('posts_one_per_slot')
  })
})
