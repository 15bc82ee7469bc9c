import { createGuardedFetch } from '#outbound/index.ts'
import { systemClock } from '#shared/clock.ts'
import { startX } from '../../../test/fake-platforms/x-server.ts'
import type { PlatformRig } from '../testing/rig.ts'
import { describePlatform } from '../conformance.ts'
import type { PublishableItem } from '../port.ts'
import { createTestMedium } from '../testing/media.ts'
import { X_CAPABILITIES } from './capabilities.ts'
import { SCOPES } from './endpoints.ts'
import { createX } from './index.ts'

const TEXT: PublishableItem = {
  itemId: 'item-1',
  attempt: 1,
  postType: 'x-post',
  content: 'Dark mode is here & it’s <good>: https://example.com/dark?a=1&b=2',
  media: [],
  options: {},
}
const PICTURE = createTestMedium({ type: 'image', mimeType: 'image/jpeg', size: 900 })
const VIDEO = createTestMedium({ type: 'video', mimeType: 'video/mp4', size: 10_000, durationSeconds: 3 })

const BOUNDS = { allowPrivate: true, timeoutMs: 5_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }

describePlatform('X', { start, capabilities: X_CAPABILITIES })

async function start(): Promise<PlatformRig> {
  const server = await startX()
  const tokens = [grant(), grant()] as const
  const next = (id: string) => server.state.posts.find(({ replyTo }) => replyTo === id)
  return {
    adapter: createX({
      fetch: createGuardedFetch(BOUNDS),
      clock: systemClock,
      apiUrl: server.url,
      authorizeUrl: server.authorizeUrl,
      clientId: 'x-app',
      clientSecret: 'x-app-secret',
      segmentBytes: 4096,
    }),
    items: {
      text: TEXT,
      pictures: { ...TEXT, itemId: 'item-2', content: 'Two pictures', media: [PICTURE, PICTURE] },
      video: { ...TEXT, itemId: 'item-3', content: 'A video', media: [VIDEO], options: { ai_generated: true } },
    },
    tokens,
    posts: () => server.state.posts.map(({ id }) => id),
    spoil: (step, fault, times) => server.faults.spoil(step === 'comment' ? 'publish' : step, fault, times),
    read(id) {
      const post = server.state.posts.find((post) => post.id === id)
      if (!post) throw new Error(`There is no post ${id}`)
      const altTexts = post.mediaIds.flatMap((mediaId) => server.state.uploads.get(mediaId)?.altText ?? [])
      // X has no comments: whatever follows a post is a reply to it.
      const replies = server.state.posts.filter(({ replyTo }) => replyTo === id).map(({ sent }) => sent)
      const thread: string[] = []
      for (let at = next(id); at; at = next(at.id)) thread.push(at.sent)
      return { content: post.sent, altTexts, comments: replies, thread }
    },
    processMedia(manner) {
      if (manner === 'slowly') server.state.manner.slowly = 3
      else server.state.manner.inVain = true
    },
    refuseToken: (token) => server.state.refused.add(token),
    refuseContent: () => {
      server.state.manner.refuseContent = true
    },
    stop: async () => {
      await server.stop()
      if (server.state.complaints.length > 0) throw new Error(`X complained: ${server.state.complaints.join('; ')}`)
    },
  }

  function grant(): string {
    return server.state.grant('4711', SCOPES).accessToken
  }
}
