import type { Post } from '@powerpost/contract'
import { expect, it } from 'vitest'
import type { Fault, FaultyStep } from '#platforms/testing/faults.ts'
import { startSandboxPlatform } from './fake-platforms/sandbox-platform-server.ts'
import { connectSandbox, createDraft } from './harness/drafts.ts'
import { readBooks } from './harness/ledger.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import { startTestServer } from './harness/test-server.ts'

const SEED = 20_261_126
const POSTS = 25
const CREDITS = 1000

/** Mulberry32: the same faults in the same order for the same requests. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const FAULTS: Readonly<Record<FaultyStep, readonly Fault[]>> = {
  prepare: [{ kind: 'answer', status: 503 }, { kind: 'cut' }, { kind: 'cut after' }, { kind: 'answer', status: 429 }],
  publish: [
    { kind: 'cut' },
    { kind: 'cut after' },
    { kind: 'answer', status: 429 },
    { kind: 'answer after', status: 502 },
    { kind: 'answer', status: 400 },
    { kind: 'answer', status: 410 },
  ],
  'look up': [{ kind: 'answer', status: 500 }, { kind: 'cut' }],
  comment: [{ kind: 'cut' }, { kind: 'cut after' }, { kind: 'answer', status: 403 }],
}

it(
  `${POSTS} posts on a platform that fails at every second request go out once each, or are told, and are paid accordingly`,
  { timeout: 150_000 },
  async () => {
    const platform = await startSandboxPlatform()
    const clock = createMovableClock()
    const environment = { POWERPOST_SANDBOX_PLATFORM_URL: platform.url }
    const server = await startTestServer({ clock, credits: CREDITS, environment })
    let hurry: NodeJS.Timeout | undefined
    try {
      await connectSandbox(server, 'x')
      await connectSandbox(server, 'linkedin')
      const random = createRandom(SEED)
      platform.faults.choose((step) => {
        const faults = FAULTS[step]
        return random() < 0.5 ? faults[Math.floor(random() * faults.length)] : undefined
      })
      const ids: string[] = []
      for (let index = 0; index < POSTS; index += 1) {
        const items = ['x-post', 'linkedin-post'].map((post_type) => ({
          post_type,
          content: `${post_type} ${index}`,
          // On X it would be paid for.
          ...(post_type === 'linkedin-post' && { first_comment: 'The first comment' }),
        }))
        const { post_id } = await createDraft(server, { items })
        await publish(server, post_id)
        ids.push(post_id)
      }
      // Their waits are of all lengths: time runs a hundred times as fast.
      hurry = setInterval(() => clock.move({ seconds: 25 }), 250)
      const posts: Post[] = []
      for (const id of ids) posts.push(await untilEnded(server, clock, id))
      const seen = (content: string) => platform.posts.filter(({ text }) => text === content).length
      for (const item of posts.flatMap(({ items }) => items)) {
        if (item.status === 'posted') expect(seen(item.content), item.content).toBe(1)
        else if (item.error?.code === 'OUTCOME_UNKNOWN') expect(seen(item.content), item.content).toBeLessThanOrEqual(1)
        else expect(seen(item.content), item.content).toBe(0)
        const comments = platform.posts.filter(({ text }) => text === item.content).flatMap(({ comments }) => comments)
        const [warning] = item.warnings ?? []
        if (warning?.code === 'first_comment_unknown') expect(comments.length, item.content).toBeLessThanOrEqual(1)
        else
          expect(comments, item.content).toHaveLength(
            item.first_comment !== undefined && item.status === 'posted' && !warning ? 1 : 0,
          )
      }
      for (const { items, credits_used } of posts) {
        const posted = items.filter(({ status }) => status === 'posted').map(({ platform }) => platform)
        expect(credits_used).toBe(posted.length === 0 ? 0 : posted.includes('x') ? 4 : 1)
      }
      const paid = posts.reduce((sum, { credits_used }) => sum + credits_used, 0)
      expect(await readBooks(server.db)).toMatchObject({ balance: CREDITS - paid, ledger: CREDITS - paid })
      // The faults met all ways to end.
      const ends = new Set(posts.flatMap(({ items }) => items.map(({ status, error }) => error?.code ?? status)))
      expect([...ends].toSorted()).toEqual(expect.arrayContaining(['PUBLISH_FAILED', 'posted']))
    } finally {
      clearInterval(hurry)
      await server.stop()
      await platform.stop()
    }
  },
)
