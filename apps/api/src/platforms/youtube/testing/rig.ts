import { createGuardedFetch } from '#outbound/index.ts'
import { systemClock } from '#shared/clock.ts'
import type { YouTubeServer } from '../../../../test/fake-platforms/youtube-server.ts'
import { FIRST_CHANNEL, startYouTube } from '../../../../test/fake-platforms/youtube-server.ts'
import type { PlatformAdapter, PublishableItem, QuotaCounter } from '../../port.ts'
import { createTestMedium } from '../../testing/media.ts'
import type { PlatformRig } from '../../testing/rig.ts'
import { MANAGE_SCOPE, SCOPES } from '../endpoints.ts'
import { createYouTube } from '../index.ts'
import { createTestCounter } from './counter.ts'

const KIBIBYTE = 1024

const PICTURE = createTestMedium({ type: 'image', mimeType: 'image/jpeg', size: 900 })
/** Two whole chunks, and something. */
export const VIDEO = createTestMedium({ type: 'video', mimeType: 'video/mp4', size: 700_000, durationSeconds: 5 })

export const ITEM: PublishableItem<'youtube'> = {
  itemId: 'item-1',
  attempt: 1,
  postType: 'youtube-video',
  title: 'Dark mode is here & it’s good',
  content: 'All about it:\n\nhttps://example.com/dark?a=1&b=2 #dark',
  media: [VIDEO],
  options: { privacy_status: 'public', made_for_kids: false },
}

const BOUNDS = { allowPrivate: true, timeoutMs: 5_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }

export interface YouTubeRig extends PlatformRig {
  readonly adapter: PlatformAdapter<'youtube'>
  readonly server: YouTubeServer
  readonly counter: QuotaCounter
  /** Of this server. */
  readonly accounts: { count: number }
}

export async function startYouTubeRig(clock = systemClock): Promise<YouTubeRig> {
  const server = await startYouTube({ clock })
  const { state, faults, url, authorizeUrl, tokenUrl, app } = server
  const counter = createTestCounter()
  const accounts = { count: 1 }
  // Tests decide when a token is refused.
  state.manner.tokenLifeMs = 30 * 24 * 3600_000
  const adapter = createYouTube({
    fetch: createGuardedFetch(BOUNDS),
    clock,
    counter,
    countAccounts: async () => accounts.count,
    apiUrl: url,
    uploadUrl: url,
    authorizeUrl,
    tokenUrl,
    ...app,
    chunkBytes: 256 * KIBIBYTE,
  })
  const grant = () => state.grant(FIRST_CHANNEL, [...SCOPES, MANAGE_SCOPE]).accessToken
  return {
    server,
    counter,
    accounts,
    adapter,
    items: {
      small: { ...ITEM, media: [{ ...VIDEO, size: 10_000 }] },
      whole: { ...ITEM, itemId: 'item-2', title: 'Whole chunks alone', media: [{ ...VIDEO, size: 512 * KIBIBYTE }] },
      short: { ...ITEM, itemId: 'item-3', postType: 'youtube-short', title: 'A short' },
      all: {
        ...ITEM,
        itemId: 'item-4',
        title: 'With all that there is',
        media: [{ ...VIDEO, cover: { picture: PICTURE } }],
        options: { ...ITEM.options, playlist_id: 'PL1', tags: ['dark mode', 'ui'], ai_generated: true },
      },
    },
    tokens: [grant(), grant()],
    posts: () => state.videos.map(({ id }) => id),
    spoil: (step, fault, times) => faults.spoil(step, fault, times),
    read(id) {
      const video = state.videos.find((video) => video.id === id)
      if (!video) throw new Error(`There is no video ${id}`)
      return { content: video.description, altTexts: [], comments: video.comments, thread: [] }
    },
    processPosts() {
      state.manner.processLooks = 2
    },
    refuseToken: (token) => state.refused.add(token),
    refuseContent: () => {
      state.manner.refuseUploads = { status: 400, reason: 'invalidDescription' }
    },
    stop: async () => {
      await server.stop()
      if (state.complaints.length > 0) throw new Error(`YouTube complained: ${state.complaints.join('; ')}`)
    },
  }
}
