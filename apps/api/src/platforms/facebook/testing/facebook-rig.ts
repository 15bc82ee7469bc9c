import { createGuardedFetch } from '#outbound/index.ts'
import { systemClock } from '#shared/clock.ts'
import type { FacebookServer } from '../../../../test/fake-platforms/facebook-server.ts'
import { startFacebook } from '../../../../test/fake-platforms/facebook-server.ts'
import { META_API_VERSION } from '../../meta/index.ts'
import type { PublishableItem } from '../../port.ts'
import { createTestMedium } from '../../testing/media.ts'
import type { PlatformRig } from '../../testing/rig.ts'
import { FURTHER_SCOPES, PAGE_SCOPES } from '../endpoints.ts'
import { createFacebook } from '../index.ts'

const TEXT: PublishableItem<'facebook'> = {
  itemId: 'item-1',
  attempt: 1,
  postType: 'facebook-post',
  content: 'Dark mode is here & it’s <good>:\n\nhttps://example.com/dark?a=1&b=2',
  media: [],
  options: {},
}
const PHOTO = createTestMedium({ type: 'image', mimeType: 'image/jpeg', size: 900 })
const VIDEO = createTestMedium({ type: 'video', mimeType: 'video/mp4', size: 10_000, durationSeconds: 5 })

/** One item of each kind. */
export const ITEMS = {
  text: TEXT,
  link: {
    ...TEXT,
    content: 'A link, in a place',
    options: { link: 'https://example.com/post', location_id: '110506962309835' },
  },
  photo: { ...TEXT, content: 'One photo', media: [PHOTO] },
  photos: { ...TEXT, content: '', media: [PHOTO, PHOTO, PHOTO] },
  photoStory: { ...TEXT, content: '', postType: 'facebook-story', media: [PHOTO] },
  video: { ...TEXT, content: 'A video', media: [VIDEO] },
  videoStory: { ...TEXT, content: '', postType: 'facebook-story', media: [VIDEO] },
  reel: { ...TEXT, content: 'A reel', postType: 'facebook-reel', media: [VIDEO], options: { location_id: '4711' } },
} as const satisfies Record<string, PublishableItem<'facebook'>>

export type ItemName = keyof typeof ITEMS

const BOUNDS = { allowPrivate: true, timeoutMs: 5_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }

export interface FacebookRig extends PlatformRig {
  readonly server: FacebookServer
}

/** The fake Facebook with an adapter for it. */
export async function startFacebookRig(): Promise<FacebookRig> {
  const server = await startFacebook({ ownVideoHost: true })
  const { state } = server
  const grant = () => state.grantPage('4711', [...PAGE_SCOPES, ...FURTHER_SCOPES])
  const { apiUrl, videoUrl, uploadUrl, app } = server
  const host = {
    fetch: createGuardedFetch(BOUNDS),
    clock: systemClock,
    apiUrl,
    videoUrl,
    uploadUrl,
    version: META_API_VERSION,
    appSecret: app.clientSecret,
  }
  return {
    server,
    adapter: createFacebook({
      host,
      clock: systemClock,
      authorizeUrl: server.authorizeUrl,
      ...app,
      configId: undefined,
      partBytes: 3000,
    }),
    items: Object.fromEntries(Object.entries(ITEMS).map(([name, item]) => [name, { ...item, itemId: name }])),
    tokens: [grant(), grant()],
    posts: () => state.posts.map(({ id }) => id),
    spoil: (step, fault, times) => server.faults.spoil(step, fault, times),
    read(id) {
      const post = state.posts.find((one) => one.id === id)
      if (!post) throw new Error(`There is no post ${id}`)
      const altTexts = post.photoIds.flatMap((photoId) => state.photos.get(photoId)?.altText ?? [])
      return { content: post.message, altTexts, comments: post.comments, thread: [] }
    },
    processPosts: () => {
      state.facebook.slowly = 2
    },
    refuseToken: (token) => state.refused.add(token),
    refuseContent: () => {
      state.facebook.refuseContent = true
    },
    stop: async () => {
      await server.stop()
      if (state.complaints.length > 0) throw new Error(`Facebook complained: ${state.complaints.join('; ')}`)
    },
  }
}
