import { createGuardedFetch } from '#outbound/index.ts'
import { systemClock } from '#shared/clock.ts'
import { expect, it } from 'vitest'
import type { SandboxPlatformServer } from '../../../test/fake-platforms/sandbox-platform-server.ts'
import { startSandboxPlatform } from '../../../test/fake-platforms/sandbox-platform-server.ts'
import type { PlatformRig } from '../conformance.ts'
import { describePlatform } from '../conformance.ts'
import type { PublishableItem } from '../port.ts'
import { createTestConnection } from '../testing/connection.ts'
import { createTestMedium } from '../testing/media.ts'
import { createSandbox } from './index.ts'

const TEXT: PublishableItem = {
  itemId: 'item-1',
  attempt: 1,
  postType: 'x-post',
  content: 'Dark mode is here',
  media: [],
  options: {},
}
const PICTURE = createTestMedium({ type: 'image', mimeType: 'image/jpeg', size: 900 })
const VIDEO = createTestMedium({ type: 'video', mimeType: 'video/mp4', size: 10_000, durationSeconds: 3 })

const BOUNDS = { allowPrivate: true, timeoutMs: 5_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }

describePlatform('a sandbox that is a server', {
  start,
  processMedia(rig, manner) {
    if (manner === 'slowly') rig.manner.slowly = 3
    else rig.manner.inVain = true
  },
})

interface Rig extends PlatformRig {
  readonly manner: SandboxPlatformServer['manner']
}

async function start(): Promise<Rig> {
  const server = await startSandboxPlatform()
  return {
    adapter: createSandbox({
      clock: systemClock,
      server: { baseUrl: server.url, fetch: createGuardedFetch(BOUNDS) },
      chunkBytes: 4096,
    }),
    items: { text: TEXT, media: { ...TEXT, itemId: 'item-2', media: [PICTURE, VIDEO] } },
    tokens: ['first-token', 'second-token'],
    posts: () => server.posts.map(({ post_id }) => post_id),
    spoil: (step, fault, times) => server.faults.spoil(step, fault, times),
    manner: server.manner,
    refuseToken: (token) => server.refused.add(token),
    refuseContent: () => {
      server.manner.refuseContent = true
    },
    stop: () => server.stop(),
  }
}

it('the sandbox inside the process gives a post the id of its item, whichever process publishes it', async () => {
  const options = { connection: createTestConnection(['none']), signal: new AbortController().signal }
  const item = { ...TEXT, media: [PICTURE, VIDEO] }
  const { publisher } = createSandbox({ clock: systemClock })
  let prepared = await publisher.prepare(item, undefined, options)
  while (prepared.status !== 'ready')
    prepared = await createSandbox({ clock: systemClock }).publisher.prepare(item, prepared.checkpoint, options)
  const published = await createSandbox({ clock: systemClock }).publisher.publish(item, prepared.checkpoint, options)
  expect(published).toMatchObject({ status: 'posted', platformPostId: 'sandbox-item-1' })
  const found = await publisher.lookUp(item, prepared.checkpoint, { ...options, sentAt: new Date() })
  expect(found).toEqual(published)
})
