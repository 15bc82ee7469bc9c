import { createGuardedFetch } from '#outbound/index.ts'
import { systemClock } from '#shared/clock.ts'
import { fetchNothing } from '../../../../test/fake-platforms/instagram/fetch-media.ts'
import type { InstagramServer } from '../../../../test/fake-platforms/instagram-server.ts'
import { FIRST_USER, startInstagram } from '../../../../test/fake-platforms/instagram-server.ts'
import type { PlatformAdapter, PublishableItem, Publisher } from '../../port.ts'
import { createTestMedium } from '../../testing/media.ts'
import type { PlatformRig } from '../../testing/rig.ts'
import { SCOPES } from '../endpoints.ts'
import { createInstagram } from '../index.ts'

export const PICTURE = createTestMedium({ type: 'image', mimeType: 'image/jpeg', size: 900 })
export const VIDEO = createTestMedium({ type: 'video', mimeType: 'video/mp4', size: 10_000, durationSeconds: 5 })

export const FEED: PublishableItem<'instagram'> = {
  itemId: 'item-1',
  attempt: 1,
  postType: 'instagram-feed',
  content: 'Dark mode is here & it’s <good>, @friends #dark',
  media: [PICTURE],
  options: {},
}

const BOUNDS = { allowPrivate: true, timeoutMs: 5_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }

export interface InstagramRig extends PlatformRig {
  readonly adapter: PlatformAdapter<'instagram'>
  readonly server: InstagramServer
}

/** @param signIn whose tokens the account has */
export async function startInstagramRig(signIn: 'instagram' | 'facebook' = 'instagram'): Promise<InstagramRig> {
  const server = await startInstagram({ fetchMedia: fetchNothing })
  const { state, faults, addresses, app, facebookSecret } = server
  const common = { fetch: createGuardedFetch(BOUNDS), clock: systemClock, version: 'v26.0' }
  const adapter = createInstagram({
    clock: systemClock,
    login: {
      ...app,
      authorizeUrl: addresses.authorize,
      tokenUrl: addresses.token,
      host: { ...common, apiUrl: addresses.api },
    },
    pages: { ...common, apiUrl: addresses.pages, uploadUrl: addresses.upload, appSecret: facebookSecret },
  })
  const isPage = signIn === 'facebook'
  const scopes = isPage ? ['instagram_basic', 'instagram_content_publish', 'instagram_manage_comments'] : SCOPES
  const grant = () => state.grant(FIRST_USER, isPage ? 'page' : 'long', scopes)
  return {
    server,
    adapter: { ...adapter, publisher: signedInBy(signIn, adapter.publisher) },
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

/** The same publisher, for a connection of the suite that does not know whose sign-in it is of. */
function signedInBy(
  signInPlatform: 'instagram' | 'facebook',
  publisher: Publisher<'instagram'>,
): Publisher<'instagram'> {
  const of = { signInPlatform, platformAccountId: FIRST_USER } as const
  const { prepare, publish, poll, lookUp, comment } = publisher
  const opened = <T extends Parameters<typeof prepare>[2]>(options: T): T => {
    return { ...options, connection: { ...options.connection, ...of } }
  }
  return {
    prepare: (item, checkpoint, options) => prepare(item, checkpoint, opened(options)),
    publish: (item, checkpoint, options) => publish(item, checkpoint, opened(options)),
    ...(poll && { poll: (item, checkpoint, options) => poll(item, checkpoint, opened(options)) }),
    ...(lookUp && { lookUp: (item, checkpoint, options) => lookUp(item, checkpoint, opened(options)) }),
    ...(comment && { comment: (item, id, options) => comment(item, id, opened(options)) }),
  }
}
