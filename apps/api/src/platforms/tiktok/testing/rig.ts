import { createGuardedFetch } from '#outbound/index.ts'
import { systemClock } from '#shared/clock.ts'
import type { TikTokServer } from '../../../../test/fake-platforms/tiktok-server.ts'
import { FIRST_CREATOR } from '../../../../test/fake-platforms/tiktok/consent.ts'
import { startTikTok } from '../../../../test/fake-platforms/tiktok-server.ts'
import type { PlatformAdapter, PublishableItem } from '../../port.ts'
import { createTestMedium } from '../../testing/media.ts'
import type { PlatformRig } from '../../testing/rig.ts'
import { SCOPES } from '../endpoints.ts'
import { createTikTok } from '../index.ts'

const CHUNK_BYTES = 4096
export const VIDEO = createTestMedium({ type: 'video', mimeType: 'video/mp4', size: 5_000, durationSeconds: 5 })
/** Two chunks, and the rest with the second one. */
export const LONG_VIDEO = createTestMedium({ type: 'video', mimeType: 'video/mp4', size: 14_000, durationSeconds: 9 })
export const PHOTO = createTestMedium({ type: 'image', mimeType: 'image/jpeg', size: 900 })

export const ITEM: PublishableItem<'tiktok'> = {
  itemId: 'item-1',
  attempt: 1,
  postType: 'tiktok-video',
  content: 'Dark mode is here & it’s <good> #dark',
  media: [VIDEO],
  options: { privacy_level: 'PUBLIC_TO_EVERYONE', allow_comment: true, allow_duet: false, allow_stitch: false },
}
export const PHOTOS: PublishableItem<'tiktok'> = {
  ...ITEM,
  itemId: 'item-2',
  postType: 'tiktok-photos',
  media: [PHOTO, PHOTO],
}

const BOUNDS = { allowPrivate: true, timeoutMs: 5_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }

export interface TikTokRig extends PlatformRig {
  readonly adapter: PlatformAdapter<'tiktok'>
  readonly server: TikTokServer
}

export async function startTikTokRig(): Promise<TikTokRig> {
  const chunks = { min: CHUNK_BYTES, max: 3 * CHUNK_BYTES, maxLast: 6 * CHUNK_BYTES }
  const server = await startTikTok({ chunks, fetchPhoto: async () => true })
  const { state, faults, addresses, app } = server
  const grant = () => state.grant(FIRST_CREATOR, SCOPES).accessToken
  return {
    server,
    adapter: createTikTok({
      ...app,
      fetch: createGuardedFetch(BOUNDS),
      clock: systemClock,
      apiUrl: addresses.api,
      uploadUrl: addresses.upload,
      authorizeUrl: addresses.authorize,
      tokenUrl: addresses.token,
      chunkBytes: CHUNK_BYTES,
    }),
    items: { video: ITEM, photos: PHOTOS, long: { ...ITEM, itemId: 'item-3', media: [LONG_VIDEO] } },
    tokens: [grant(), grant()],
    posts: () => state.posts.map(({ id }) => id),
    spoil: (step, fault, times) => faults.spoil(step, fault, times),
    read(id) {
      const post = state.posts.find((post) => post.id === id)
      if (!post) throw new Error(`There is no post ${id}`)
      return { content: post.text, altTexts: [], comments: [], thread: [] }
    },
    processPosts: () => {
      state.manner.slowly = 2
    },
    lateItem() {
      state.manner.hideIds = 2
      return ITEM
    },
    refuseToken: (token) => state.refused.add(token),
    refuseContent: () => {
      state.manner.failWith = 'spam_risk_text'
    },
    stop: async () => {
      await server.stop()
      if (state.complaints.length > 0) throw new Error(`TikTok complained: ${state.complaints.join('; ')}`)
    },
  }
}
