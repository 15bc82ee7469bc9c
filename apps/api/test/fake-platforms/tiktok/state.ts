import type { Hash } from 'node:crypto'
import { randomBytes } from 'node:crypto'

export interface TikTokReply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface TikTokAccess {
  readonly userId: string
  readonly scopes: readonly string[]
  readonly endsAt: number
}

/** What `init` began: it becomes one post, or nothing. */
export interface TikTokPublication {
  readonly publishId: string
  readonly userId: string
  readonly mode: 'direct' | 'inbox'
  readonly kind: 'video' | 'photo'
  /** The `post_info` that was sent. */
  readonly info: Readonly<Record<string, unknown>>
  readonly photos: readonly string[]
  readonly beganAt: number
  /** Of a video that is uploaded. */
  readonly upload?: TikTokUpload
  status: 'PROCESSING_UPLOAD' | 'PROCESSING_DOWNLOAD' | 'SEND_TO_USER_INBOX' | 'PUBLISH_COMPLETE' | 'FAILED'
  failReason: string
  /** How often its status is asked before it changes, and before its id is shown. */
  looksLeft: number
  hiddenFor: number
  postId?: string
}

export interface TikTokUpload {
  readonly uploadId: string
  readonly token: string
  readonly mimeType?: string
  readonly size: number
  readonly chunkSize: number
  readonly count: number
  readonly endsAt: number
  /** Bytes of whole chunks. */
  received: number
  readonly hash: Hash
}

/** What people see. */
export interface TikTokPost {
  readonly id: string
  readonly publishId: string
  readonly userId: string
  readonly kind: 'video' | 'photo'
  readonly text: string
  readonly info: Readonly<Record<string, unknown>>
  readonly photos: readonly string[]
  /** Of the video, as it arrived. */
  readonly sha256?: string
}

interface Creator {
  username: string
  privacyLevels: string[]
  commentDisabled: boolean
  duetDisabled: boolean
  stitchDisabled: boolean
  maxSeconds: number
}

/** How it misbehaves. */
interface Manner {
  /** Questions about a post before it is done. */
  slowly: number
  /** Questions about a post that is done before its id is shown: its moderation. */
  hideIds: number
  /** Of posts whose upload is complete. */
  failWith: string
  /** Of posts that were complete and not shown yet. */
  refuseLater: string
  /** Answers every `init` so. */
  refuseInit: string
  /** The line breaks each time that so many bytes of videos went over it. */
  breakEvery: number
  /** The answer of a refresh is lost so often. */
  loseRefreshes: number
  tokenLifeMs: number
  refreshLifeMs: number
  /** The status does not say how many bytes there are. */
  hideBytes: boolean
}

const MANNER: Manner = {
  slowly: 0,
  hideIds: 0,
  failWith: '',
  refuseLater: '',
  refuseInit: '',
  breakEvery: Infinity,
  loseRefreshes: 0,
  tokenLifeMs: 2 * 3600_000,
  refreshLifeMs: 180 * 24 * 3600_000,
  hideBytes: false,
}

const PUBLIC_LEVELS = ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY']

export interface SignInCode {
  readonly userId: string
  readonly scopes: readonly string[]
  readonly challenge: string
  readonly redirectUri: string
  readonly endsAt: number
}

/** What TikTok knows. */
export class TikTokState {
  readonly complaints: string[] = []
  readonly posts: TikTokPost[] = []
  readonly publications = new Map<string, TikTokPublication>()
  readonly access = new Map<string, TikTokAccess>()
  readonly refresh = new Map<
    string,
    { readonly userId: string; readonly scopes: readonly string[]; readonly endsAt: number }
  >()
  readonly refused = new Set<string>()
  readonly revoked: string[] = []
  readonly codes = new Map<string, SignInCode>()
  readonly creators = new Map<string, Creator>()
  readonly manner: Manner = { ...MANNER }
  refreshes = 0
  /** Bytes of videos that went over the line since it broke last. */
  onTheLine = 0
  readonly now: () => number
  readonly #asked = new Map<string, number[]>()
  #ids = 7_512_345_678_901_234_567n

  constructor(now: () => number) {
    this.now = now
  }

  creator(userId: string): Creator {
    const known = this.creators.get(userId)
    if (known) return known
    const creator = {
      username: 'bakery.main',
      privacyLevels: [...PUBLIC_LEVELS],
      commentDisabled: false,
      duetDisabled: false,
      stitchDisabled: false,
      maxSeconds: 600,
    }
    this.creators.set(userId, creator)
    return creator
  }

  grant(userId: string, scopes: readonly string[]): { readonly accessToken: string; readonly refreshToken: string } {
    const accessToken = `act.${randomBytes(16).toString('base64url')}`
    const refreshToken = `rft.${randomBytes(16).toString('base64url')}`
    this.access.set(accessToken, { userId, scopes, endsAt: this.now() + this.manner.tokenLifeMs })
    this.refresh.set(refreshToken, { userId, scopes, endsAt: this.now() + this.manner.refreshLifeMs })
    return { accessToken, refreshToken }
  }

  nextId(): string {
    this.#ids += 1n
    return String(this.#ids)
  }

  /** Whether a user may ask once more within a minute. */
  mayAsk(userId: string, what: string, most: number): boolean {
    const key = `${userId} ${what}`
    const recent = (this.#asked.get(key) ?? []).filter((at) => at > this.now() - 60_000)
    this.#asked.set(key, recent)
    if (recent.length >= most) return false
    recent.push(this.now())
    return true
  }

  complain(complaint: string): TikTokReply {
    this.complaints.push(complaint)
    return apiError(400, 'invalid_params', complaint)
  }

  /** Everything is well again, and nothing was posted. */
  repair(): void {
    Object.assign(this.manner, MANNER)
    this.posts.length = 0
    this.publications.clear()
    this.refused.clear()
    this.creators.clear()
    this.#asked.clear()
    this.onTheLine = 0
  }
}

export function apiError(status: number, code: string, message = 'Something is wrong.'): TikTokReply {
  return { status, body: { error: { code, message, log_id: '20261130184800' } } }
}

export function good(data: unknown): TikTokReply {
  return { status: 200, body: { data, error: { code: 'ok', message: '', log_id: '20261130184800' } } }
}
