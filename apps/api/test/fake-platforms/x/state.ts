import { randomBytes } from 'node:crypto'

/** A post as X has it. */
export interface XPost {
  readonly id: string
  readonly userId: string
  /** As X shows it: escaped, with short links. */
  readonly text: string
  /** As it was sent. */
  readonly sent: string
  readonly urls: readonly { readonly url: string; readonly expanded_url: string; readonly media_key?: string }[]
  readonly created_at: string
  /** Of the monotonic clock, in ms. */
  readonly at: number
  readonly mediaIds: readonly string[]
  readonly madeWithAi: boolean
  readonly replyTo: string | undefined
  readonly replySettings: string | undefined
}

export interface XUpload {
  readonly id: string
  readonly userId: string
  readonly mediaType: string
  readonly totalBytes: number
  readonly category: string
  readonly endsAt: number
  readonly segments: Map<number, Buffer>
  state: 'sending' | 'processing' | 'succeeded' | 'failed'
  altText?: string
  /** How often it will still say that it is at work. */
  left: number
}

export interface XAccess {
  readonly userId: string
  readonly scopes: readonly string[]
  readonly refreshToken: string | undefined
  readonly endsAt: number
}

export interface XCode {
  readonly userId: string
  readonly scopes: readonly string[]
  readonly challenge: string
  readonly redirectUri: string
  readonly endsAt: number
}

/** What a test makes X do. */
export interface XManner {
  /** Processing: how often it says that it is at work. */
  slowly: number
  inVain: boolean
  /** The list of posts shows only what is older, in ms. */
  lagMs: number
  /** The list shows nothing, so often that it is asked for. */
  lateBy: number
  refuseContent: boolean
  suspended: boolean
  /** No credits are left. */
  broke: boolean
  /** Of access tokens, in ms. */
  tokenLifeMs: number
  /** Refreshes: whether they are cut off after their effect, so often. */
  loseRefreshes: number
  /** Refreshes: whether X has a fault of its own, so often. */
  failRefreshes: number
  /** What X's fault, or that of whatever stands before it, is answered by. */
  failStatus: number
  /** Requests left in the window; then 429. */
  requestsLeft: number
  /** More headers of its answers. */
  headers: Readonly<Record<string, string>>
}

const GOOD_MANNERS: XManner = {
  slowly: 0,
  inVain: false,
  lagMs: 0,
  lateBy: 0,
  refuseContent: false,
  suspended: false,
  broke: false,
  tokenLifeMs: 7200_000,
  loseRefreshes: 0,
  failRefreshes: 0,
  failStatus: 503,
  requestsLeft: Infinity,
  headers: {},
}

/** All that the fake X knows. */
export class XState {
  /** X's own clock, in ms. */
  readonly now: () => number
  readonly users = new Map<string, string>([['4711', 'powerpost']])
  readonly posts: XPost[] = []
  readonly uploads = new Map<string, XUpload>()
  readonly access = new Map<string, XAccess>()
  /** Refresh tokens that are good, with whose they are. Each is good once. */
  readonly refresh = new Map<string, Omit<XAccess, 'endsAt'>>()
  readonly codes = new Map<string, XCode>()
  /** Tokens that are good no more. */
  readonly refused = new Set<string>()
  /** Tokens that were given up, in their order. */
  readonly revoked: string[] = []
  /** How often tokens were refreshed. */
  refreshes = 0
  /** What came that X does not take: a test that meant no fault looks here. */
  readonly complaints: string[] = []
  readonly manner: XManner = { ...GOOD_MANNERS }
  constructor(now: () => number) {
    this.now = now
  }

  #lastId = 1_880_028_106_020_515_840n

  /** All is well from now on, and nothing was posted. */
  repair(): void {
    Object.assign(this.manner, GOOD_MANNERS)
    this.posts.length = 0
    this.refused.clear()
  }

  /** An id as X makes them: a number of 19 digits, too long for a JavaScript number. */
  makeId(): string {
    this.#lastId += 1n
    return String(this.#lastId)
  }

  /** Gives a user's tokens out. */
  grant(userId: string, scopes: readonly string[]): { accessToken: string; refreshToken: string | undefined } {
    const accessToken = `x-access-${randomBytes(24).toString('base64url')}`
    const refreshToken = scopes.includes('offline.access')
      ? `x-refresh-${randomBytes(24).toString('base64url')}`
      : undefined
    this.access.set(accessToken, { userId, scopes, refreshToken, endsAt: this.now() + this.manner.tokenLifeMs })
    if (refreshToken !== undefined) this.refresh.set(refreshToken, { userId, scopes, refreshToken })
    return { accessToken, refreshToken }
  }
}

/** An answer of X's. */
export interface XReply {
  readonly status: number
  readonly body?: unknown
}

/** RFC 7807, as X has it. */
export function problem(status: number, detail: string, type = 'about:blank'): XReply {
  return { status, body: { title: TITLES[status] ?? 'Error', detail, type, status } }
}

export const INVALID = 'https://api.x.com/2/problems/invalid-request'

const TITLES: Readonly<Record<number, string>> = {
  400: 'Invalid Request',
  401: 'Unauthorized',
  402: 'CreditsDepleted',
  403: 'Forbidden',
  404: 'Not Found Error',
  429: 'Too Many Requests',
}
