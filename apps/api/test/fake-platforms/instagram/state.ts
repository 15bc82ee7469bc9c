import { randomBytes } from 'node:crypto'

/** A post as people see it. */
export interface InstagramPost {
  readonly id: string
  readonly userId: string
  readonly caption: string
  readonly mediaType: 'IMAGE' | 'VIDEO' | 'CAROUSEL_ALBUM'
  readonly isStory: boolean
  /** Of Instagram's clock, in ms. */
  readonly at: number
  readonly permalink: string
  /** The fields of its containers: of the one that was published, then of what is in it. */
  readonly containers: readonly Readonly<Record<string, string>>[]
  readonly comments: string[]
}

export type ContainerKind = 'IMAGE' | 'VIDEO' | 'REELS' | 'STORIES' | 'CAROUSEL'

export interface InstagramContainer {
  readonly id: string
  readonly userId: string
  readonly kind: ContainerKind
  readonly fields: Readonly<Record<string, string>>
  readonly isVideo: boolean
  readonly isChild: boolean
  readonly children: readonly string[]
  readonly endsAt: number
  status: 'IN_PROGRESS' | 'FINISHED' | 'ERROR' | 'EXPIRED' | 'PUBLISHED'
  /** Of an error. */
  subcode?: number
  /** How often it will still say that it is at work. */
  left: number
  /** Of a video that Instagram fetches: it is there, or the subcode of why not. */
  fetching?: Promise<number | undefined>
  /** Of a video that is sent. */
  upload?: { received: number; size: number | undefined }
}

export interface InstagramAccess {
  readonly userId: string
  /** `short` and `long` are of Instagram Login, `page` of Facebook Login. */
  readonly kind: 'short' | 'long' | 'page'
  readonly scopes: readonly string[]
  readonly issuedAt: number
  readonly endsAt: number
}

export interface InstagramCode {
  readonly userId: string
  readonly scopes: readonly string[]
  readonly redirectUri: string
  readonly endsAt: number
}

/** What a test makes Instagram do. */
export interface InstagramManner {
  /** Of a container: how often it says that it is at work. */
  slowly: number
  /** Of a container: the subcode with which it fails. 0: it does not. */
  failWith: number
  refuseContent: boolean
  /** Posts of a day. */
  quotaTotal: number
  /** Posts of somebody else today. */
  quotaUsed: number
  /** Final calls that are said to be blocked as spam, and whether the post is live all the same. */
  blocked: number
  blockedIsLive: boolean
  /** The lists show nothing new, so often that they are asked for. */
  lateBy: number
  /** A container goes on to say that it is finished, so often after it was published. */
  publishedLateBy: number
  /** Headers of every answer. */
  headers: Readonly<Record<string, string>>
  /** The envelope of every answer to a request for an account, so often. */
  refuse: { times: number; code: number; subcode?: number }
  /** Life of a long-lived token, in ms. */
  tokenLifeMs: number
  /** Uploads are cut off after so many bytes, once. */
  cutUploadAfter: number
}

const goodManners = (): InstagramManner => ({
  slowly: 0,
  failWith: 0,
  refuseContent: false,
  quotaTotal: 100,
  quotaUsed: 0,
  blocked: 0,
  blockedIsLive: false,
  lateBy: 0,
  publishedLateBy: 0,
  headers: {},
  refuse: { times: 0, code: 0 },
  tokenLifeMs: 60 * 24 * 3600_000,
  cutUploadAfter: 0,
})

/** All that the fake Instagram knows. */
export class InstagramState {
  /** Instagram's own clock, in ms. */
  readonly now: () => number
  readonly users = new Map<string, string>([['17841400000004711', 'powerpost']])
  readonly posts: InstagramPost[] = []
  readonly containers = new Map<string, InstagramContainer>()
  readonly access = new Map<string, InstagramAccess>()
  readonly codes = new Map<string, InstagramCode>()
  /** Tokens that are good no more. */
  readonly refused = new Set<string>()
  refreshes = 0
  /** What came that Instagram does not take: a test that meant no fault looks here. */
  readonly complaints: string[] = []
  readonly manner = goodManners()
  #lastId = 17_900_000_000_000_000n

  constructor(now: () => number) {
    this.now = now
  }

  /** All is well from now on, and nothing was posted. */
  repair(): void {
    Object.assign(this.manner, goodManners())
    this.posts.length = 0
    this.containers.clear()
    this.refused.clear()
  }

  makeId(): string {
    this.#lastId += 1n
    return String(this.#lastId)
  }

  grant(userId: string, kind: InstagramAccess['kind'], scopes: readonly string[]): string {
    const token = `ig-${kind}-${randomBytes(24).toString('base64url')}`
    const issuedAt = this.now()
    const lifeMs = kind === 'short' ? 3600_000 : kind === 'long' ? this.manner.tokenLifeMs : Infinity
    this.access.set(token, { userId, kind, scopes, issuedAt, endsAt: issuedAt + lifeMs })
    return token
  }

  /** Containers that are not published have expired, as they do in a day. */
  expireContainers(): void {
    for (const container of this.containers.values()) {
      if (container.status !== 'PUBLISHED') container.status = 'EXPIRED'
    }
  }
}

/** An answer of Instagram's. */
export interface InstagramReply {
  readonly status: number
  readonly body?: unknown
}

/** Meta's envelope: https://developers.facebook.com/docs/graph-api/guides/error-handling */
export function graphError(code: number, subcode?: number, message = 'An error', status = 400): InstagramReply {
  const error = {
    message,
    type: 'OAuthException',
    code,
    ...(subcode !== undefined && { error_subcode: subcode }),
    is_transient: false,
    fbtrace_id: 'AbCdEf',
  }
  return { status, body: { error } }
}

export function complain(state: InstagramState, complaint: string): InstagramReply {
  state.complaints.push(complaint)
  return graphError(100, undefined, `(#100) ${complaint}`)
}
