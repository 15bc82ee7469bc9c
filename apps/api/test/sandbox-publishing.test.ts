import type { PostError } from '@powerpost/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectSandbox, createDraft } from './harness/drafts.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

let server: TestServer
let clock: MovableClock

beforeAll(async () => {
  clock = createMovableClock()
  server = await startTestServer({ clock })
})
afterAll(() => server.stop())

const FAILED = { code: 'PUBLISH_FAILED' } as const

it.each<[string, Partial<PostError> | undefined]>([
  ['Nothing special', undefined],
  ['[sandbox:refused]', { ...FAILED, action: 'change', platform_error: '400 refused' }],
  ['[sandbox:reconnect]', { ...FAILED, action: 'reconnect' }],
  ['[sandbox:rate_limited]', undefined],
  ['[sandbox:busy]', { ...FAILED, action: 'retry' }],
  ['[sandbox:lost_answer]', undefined],
  ['[sandbox:unknown]', { code: 'OUTCOME_UNKNOWN', action: 'check' }],
])('a sandbox connection does as docs/sandbox.md says of %s', async (text, error) => {
  const connection_id = await connectSandbox(server, 'x')
  const items = [{ post_type: 'x-post', content: `Dark mode is here ${text}`, connection_id }]
  const { post_id } = await createDraft(server, { items })
  await publish(server, post_id)
  const [item] = (await untilEnded(server, clock, post_id)).items
  if (error) expect(item).toMatchObject({ status: 'failed', error })
  else
    expect(item).toMatchObject({
      status: 'posted',
      platform_url: `https://sandbox.invalid/posts/sandbox-${item?.item_id}`,
    })
})
