import { createGuardedFetch } from '#outbound/index.ts'
import { systemClock } from '#shared/clock.ts'
import { fetchNothing } from '../../../test/fake-platforms/instagram/fetch-media.ts'
import { FIRST_USER, startInstagram } from '../../../test/fake-platforms/instagram-server.ts'
import { expect, it } from 'vitest'
import { describePlatform } from '../conformance.ts'
import type { PublishableItem } from '../port.ts'
import { createTestConnection } from '../testing/connection.ts'
import { createTestMedium } from '../testing/media.ts'
import type { PlatformRig } from '../testing/rig.ts'
import { INSTAGRAM_CAPABILITIES } from './capabilities.ts'
import { SCOPES } from './endpoints.ts'
import { createInstagram } from './index.ts'

const PICTURE = createTestMedium({ type: 'image', mimeType: 'image/jpeg', size: 900 })
const VIDEO = createTestMedium({ type: 'video', mimeType: 'video/mp4', size: 10_000, durationSeconds: 5 })

const FEED: PublishableItem<'instagram'> = {
  itemId: 'item-1',
  attempt: 1,
  postType: 'instagram-feed',
  content: 'Dark mode is here & it’s <good>, @friends #dark',
  media: [PICTURE],
  options: {},
}

const BOUNDS = { allowPrivate: true, timeoutMs: 5_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }

describePlatform('Instagram', { start, capabilities: INSTAGRAM_CAPABILITIES })

async function start(): Promise<PlatformRig> {
  return createRig(await startInstagram({ fetchMedia: fetchNothing }))
}

it('tells how many posts of a day are left, as Instagram says it', async () => {
  const server = await startInstagram({ fetchMedia: fetchNothing })
  const rig = createRig(server)
  try {
    Object.assign(server.state.manner, { quotaTotal: 50, quotaUsed: 12 })
    const connection = { ...createTestConnection(rig.tokens), signInPlatform: 'instagram' as const }
    expect(await rig.adapter.describeLimits?.({ connection, signal: new AbortController().signal })).toEqual([
      { name: 'posts_24h', used: 12, total: 50, scope: 'account', source: 'content_publishing_limit of Instagram' },
    ])
  } finally {
    await rig.stop()
  }
})

function createRig(server: Awaited<ReturnType<typeof startInstagram>>): PlatformRig {
  const { state, faults, addresses, app } = server
  const grant = () => state.grant(FIRST_USER, 'long', SCOPES)
  return {
    adapter: createInstagram({
      clock: systemClock,
      login: {
        ...app,
        authorizeUrl: addresses.authorize,
        tokenUrl: addresses.token,
        host: { fetch: createGuardedFetch(BOUNDS), clock: systemClock, apiUrl: addresses.api, version: 'v26.0' },
      },
    }),
    items: {
      picture: FEED,
      story: { ...FEED, itemId: 'item-2', postType: 'instagram-story', content: '' },
      reel: { ...FEED, itemId: 'item-3', postType: 'instagram-reel', media: [VIDEO] },
      carousel: { ...FEED, itemId: 'item-4', content: 'Both', media: [PICTURE, VIDEO] },
    },
    tokens: [grant(), grant()],
    posts: () => state.posts.map(({ id }) => id),
    spoil: (step, fault, times) => faults.spoil(step, fault, times),
    read(id) {
      const post = state.posts.find((post) => post.id === id)
      if (!post) throw new Error(`There is no post ${id}`)
      const altTexts = post.containers.flatMap(({ alt_text }) => alt_text ?? [])
      return { content: post.caption, altTexts, comments: post.comments, thread: [] }
    },
    processMedia(manner) {
      if (manner === 'slowly') state.manner.slowly = 2
      else state.manner.failWith = 2207026
    },
    // What is said to be blocked is live all the same.
    processPosts() {
      state.manner.blocked = 1
      state.manner.blockedIsLive = true
    },
    refuseToken: (token) => state.refused.add(token),
    refuseContent: () => {
      state.manner.refuseContent = true
    },
    stop: async () => {
      await server.stop()
      if (state.complaints.length > 0) throw new Error(`Instagram complained: ${state.complaints.join('; ')}`)
    },
  }
}
