import { GraphState } from '#platforms/meta/testing/index.ts'

export interface FacebookPage {
  readonly id: string
  readonly name: string
  /** What the person may do on it. */
  tasks: readonly string[]
  /** The Instagram account behind it. */
  readonly instagram?: { readonly id: string; readonly username: string }
}

/** Something that people see. */
export interface FacebookPost {
  /** Of a reel, a video and a video story, the id of the video. */
  readonly id: string
  readonly pageId: string
  readonly kind: 'feed' | 'video' | 'reel' | 'photo_story' | 'video_story'
  readonly message: string
  readonly photoIds: readonly string[]
  readonly fields: Readonly<Record<string, string>>
  readonly createdAt: number
  readonly comments: string[]
}

export interface FacebookPhoto {
  readonly id: string
  readonly pageId: string
  readonly altText: string | undefined
  readonly bytes: number
  readonly at: number
  postId?: string
}

export interface FacebookVideo {
  readonly id: string
  readonly pageId: string
  readonly kind: 'video' | 'reel' | 'video_story'
  readonly session: string | undefined
  /** Undefined until the upload host hears it. */
  size: number | undefined
  received: number
  finished: boolean
  /** How often it will still say that it is being processed. */
  left: number
}

/** What a test makes Facebook do. */
export interface FacebookManner {
  /** Processing: how often it says that it is at work. */
  slowly: number
  inVain: boolean
  refuseContent: boolean
  /** The feed shows nothing, so often that it is asked for. */
  lateBy: number
  /** Of tokens of persons, in ms. */
  userTokenLifeMs: number
  /** Until Facebook wants the person back, in ms; 0: never. */
  dataAccessMs: number
  /** The upload host cuts the connection after so many bytes, once. */
  cutUploadAfter: number | undefined
  /** Bytes that Facebook wants in a part. */
  partBytes: number
}

const DAY_MS = 24 * 3600_000

const GOOD_MANNERS: FacebookManner = {
  slowly: 0,
  inVain: false,
  refuseContent: false,
  lateBy: 0,
  userTokenLifeMs: 60 * DAY_MS,
  dataAccessMs: 90 * DAY_MS,
  cutUploadAfter: undefined,
  partBytes: 4096,
}

export interface FacebookCode {
  readonly redirectUri: string
  readonly scopes: readonly string[]
  readonly pageIds: readonly string[]
  readonly endsAt: number
}

/** All that the fake Facebook knows. */
export class FacebookState extends GraphState {
  readonly userId = '10229000000000001'
  readonly pages: FacebookPage[] = [
    { id: '4711', name: 'Power Post', tasks: ['CREATE_CONTENT', 'MODERATE'] },
    {
      id: '4712',
      name: 'Second Page',
      tasks: ['CREATE_CONTENT'],
      instagram: { id: '17841400000000001', username: 'secondpage' },
    },
    { id: '4713', name: 'Third Page', tasks: ['CREATE_CONTENT'] },
  ]
  readonly posts: FacebookPost[] = []
  readonly photos = new Map<string, FacebookPhoto>()
  readonly videos = new Map<string, FacebookVideo>()
  readonly codes = new Map<string, FacebookCode>()
  /** Which pages a person chose, by the token of the person and of a page. */
  readonly chosen = new Map<string, readonly string[]>()
  readonly facebook: FacebookManner = { ...GOOD_MANNERS }
  /** Whether the same text twice within a minute is refused. */
  refuseDuplicates = true
  /** How often tokens of persons were extended. */
  extended = 0

  /** All is well from now on, and nothing was posted. */
  repair(): void {
    Object.assign(this.facebook, GOOD_MANNERS)
    this.posts.length = 0
    this.refused.clear()
  }

  /** Gives out a token of a page. */
  grantPage(pageId: string, scopes: readonly string[]): string {
    return this.grant({ kind: 'page', ownerId: pageId, scopes, endsAt: Infinity })
  }

  show(post: Omit<FacebookPost, 'createdAt' | 'comments'>): FacebookPost {
    const shown = { ...post, createdAt: this.now(), comments: [] }
    this.posts.push(shown)
    return shown
  }
}
