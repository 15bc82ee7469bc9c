import { createGuardedFetch } from '#outbound/index.ts'
import { systemClock } from '#shared/clock.ts'
import type { LinkedInServer } from '../../../../test/fake-platforms/linkedin-server.ts'
import { ALL_SCOPES, startLinkedIn } from '../../../../test/fake-platforms/linkedin-server.ts'
import type { OpenConnection, PublishableItem } from '../../port.ts'
import { createTestConnection } from '../../testing/connection.ts'
import { createTestMedium } from '../../testing/media.ts'
import type { PlatformRig } from '../../testing/rig.ts'
import { LINKEDIN_API_VERSION } from '../endpoints.ts'
import { createLinkedIn } from '../index.ts'

const TEXT: PublishableItem<'linkedin'> = {
  itemId: 'item-1',
  attempt: 1,
  postType: 'linkedin-post',
  content:
    'Dark mode (beta) is here & it’s <good>: #DarkMode for @everyone_else\n\nhttps://example.com/dark_mode?a=1&b=[2]',
  media: [],
  options: {},
}
const PICTURE = createTestMedium({ type: 'image', mimeType: 'image/jpeg', size: 900 })
const DOCUMENT = createTestMedium({ type: 'document', mimeType: 'application/pdf', size: 4000, fileName: 'year.pdf' })
const VIDEO = createTestMedium({ type: 'video', mimeType: 'video/mp4', size: 10_000, durationSeconds: 5 })

/** One item of each kind. */
export const ITEMS = {
  text: TEXT,
  picture: { ...TEXT, content: 'One picture', media: [PICTURE] },
  pictures: { ...TEXT, content: 'Three pictures', media: [PICTURE, PICTURE, PICTURE] },
  article: {
    ...TEXT,
    content: 'A link',
    media: [PICTURE],
    options: { article_url: 'https://example.com/post', article_title: 'The post', article_description: 'Read it' },
  },
  bareArticle: { ...TEXT, content: 'A bare link', options: { article_url: 'https://example.com/bare' } },
  document: { ...TEXT, content: 'A document', media: [DOCUMENT], options: { document_title: 'Our year' } },
  video: { ...TEXT, content: 'A video', media: [VIDEO], options: { disable_reshare: true } },
} as const satisfies Record<string, PublishableItem<'linkedin'>>

const BOUNDS = { allowPrivate: true, timeoutMs: 5_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }

/** The accounts of the fake LinkedIn that tests post to. */
export const ACCOUNT_IDS = { profile: 'yrZCpj2Z12', organization: '2414183' } as const

export type LinkedInAccountKind = keyof typeof ACCOUNT_IDS

export interface LinkedInRig extends PlatformRig {
  readonly server: LinkedInServer
  /** A connection of a kind. */
  connect(kind: LinkedInAccountKind): OpenConnection
}

/** The fake LinkedIn with an adapter for it. */
export async function startLinkedInRig({
  version = LINKEDIN_API_VERSION,
}: { readonly version?: string } = {}): Promise<LinkedInRig> {
  const server = await startLinkedIn({ partBytes: 3000 })
  const { state } = server
  const grant = () => state.grant(ACCOUNT_IDS.profile, ALL_SCOPES).accessToken
  const tokens = [grant(), grant()] as const
  return {
    server,
    connect: (accountKind) => {
      return { ...createTestConnection(tokens, ACCOUNT_IDS[accountKind]), accountKind, signInPlatform: 'linkedin' }
    },
    adapter: createLinkedIn({
      fetch: createGuardedFetch(BOUNDS),
      clock: systemClock,
      baseUrl: server.url,
      version,
      clientId: server.app.clientId,
      clientSecret: server.app.clientSecret,
      authorizeUrl: server.authorizeUrl,
      tokenUrl: server.tokenUrl,
    }),
    items: Object.fromEntries(Object.entries(ITEMS).map(([name, item]) => [name, { ...item, itemId: name }])),
    tokens,
    posts: () => state.posts.map(({ id }) => id),
    spoil: (step, fault, times) => server.faults.spoil(step, fault, times),
    read(id) {
      const post = state.posts.find((one) => one.id === id)
      if (!post) throw new Error(`There is no post ${id}`)
      const { media, multiImage } = post.content ?? {}
      const altTexts = [media, ...(multiImage?.images ?? [])].flatMap((one) => one?.altText ?? [])
      return { content: post.shown, altTexts, comments: post.comments.map(({ text }) => text), thread: [] }
    },
    processMedia(manner) {
      if (manner === 'slowly') state.manner.slowly = 3
      else state.manner.inVain = true
    },
    refuseToken: (token) => state.refused.add(token),
    refuseContent: () => {
      state.manner.refuseContent = true
    },
    stop: async () => {
      await server.stop()
      if (state.complaints.length > 0) throw new Error(`LinkedIn complained: ${state.complaints.join('; ')}`)
    },
  }
}
