import { randomBytes } from 'node:crypto'
import type { Hash } from 'node:crypto'

/** A video as YouTube has it. */
export interface YouTubeVideo {
  readonly id: string
  readonly channelId: string
  readonly title: string
  readonly description: string
  readonly fields: VideoFields
  readonly publishedAt: string
  /** Who can see it. */
  readonly privacy: string
  readonly size: number
  readonly sha256: string
  readonly notifySubscribers: boolean
  /** How often it will still say that it is at work. */
  looksLeft: number
  thumbnail?: { readonly mimeType: string; readonly size: number }
  readonly comments: string[]
}

/** What is said about a video before it is sent. */
export interface VideoFields {
  readonly snippet: Readonly<Record<string, unknown>>
  readonly status: Readonly<Record<string, unknown>>
}

export interface YouTubeSession {
  readonly id: string
  readonly channelId: string
  readonly fields: VideoFields
  readonly size: number
  readonly mimeType: string
  readonly notifySubscribers: boolean
  readonly hash: Hash
  /** Bytes that are kept: whole grains, until it is done. */
  has: number
  video?: YouTubeVideo
}

export interface YouTubeAccess {
  readonly channelId: string
  readonly scopes: readonly string[]
  readonly endsAt: number
}

export interface YouTubeCode {
  readonly channelId: string
  readonly scopes: readonly string[]
  readonly challenge: string
  readonly redirectUri: string
  readonly endsAt: number
}

/** What a test makes YouTube do. */
export interface YouTubeManner {
  /** How often a new video says that it is at work. */
  processLooks: number
  /** What becomes of a video that was processed, with its reason. Null: all is well. */
  processedInVain: { readonly status: 'failed' | 'rejected'; readonly reason: string } | null
  /** Uploads are refused for this reason, before they begin. */
  refuseUploads: { readonly status: number; readonly reason: string } | null
  /** The app was not audited: each video is private. */
  unaudited: boolean
  /** Bytes after which the line breaks, and after as many again. */
  breakEveryBytes: number
  /** The lists of videos show nothing, so often that they are asked for. */
  lateBy: number
  /** Sessions are forgotten once they have their video. */
  forgetSessions: boolean
  /** Of access tokens, in ms. */
  tokenLifeMs: number
  /** Refreshes that are answered 503. */
  failRefreshes: number
  /** Google gives no refresh token with a code. */
  noRefreshToken: boolean
  /** Of refresh tokens, in seconds: an app in testing. Null: they do not end. */
  refreshLifeSeconds: number | null
  longUploadsStatus: string
  /** Where sessions are said to be. Null: here. */
  sessionHost: string | null
}

const GOOD_MANNERS: YouTubeManner = {
  processLooks: 0,
  processedInVain: null,
  refuseUploads: null,
  unaudited: false,
  breakEveryBytes: Infinity,
  lateBy: 0,
  forgetSessions: false,
  tokenLifeMs: 3600_000,
  failRefreshes: 0,
  noRefreshToken: false,
  refreshLifeSeconds: null,
  longUploadsStatus: 'allowed',
  sessionHost: null,
}

export interface YouTubeReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Absent: an empty body. */
  readonly body?: unknown
}

/** What a fake YouTube has. */
export class YouTubeState {
  readonly channels = new Map<string, { title: string }>()
  readonly playlists = new Map<
    string,
    { readonly channelId: string; readonly title: string; readonly videoIds: string[] }
  >()
  readonly videos: YouTubeVideo[] = []
  readonly sessions = new Map<string, YouTubeSession>()
  readonly access = new Map<string, YouTubeAccess>()
  readonly refresh = new Map<string, Pick<YouTubeAccess, 'channelId' | 'scopes'>>()
  readonly codes = new Map<string, YouTubeCode>()
  readonly refused = new Set<string>()
  readonly revoked: string[] = []
  /** What the adapter did that the documentation does not allow. */
  readonly complaints: string[] = []
  readonly manner: YouTubeManner = { ...GOOD_MANNERS }
  refreshes = 0
  /** Bytes of videos that came in, those too that were not kept. */
  received = 0

  readonly now: () => number

  constructor(now: () => number) {
    this.now = now
    this.repair()
  }

  /** All goes well from now on, and nothing is there. */
  repair(): void {
    Object.assign(this.manner, GOOD_MANNERS)
    this.videos.length = 0
    this.sessions.clear()
    this.refused.clear()
    this.revoked.length = 0
    this.received = 0
    this.channels.clear()
    this.channels.set('UC4711', { title: 'PowerPost' })
    this.playlists.clear()
    this.playlists.set('PL1', { channelId: 'UC4711', title: 'News', videoIds: [] })
  }

  grant(channelId: string, scopes: readonly string[]): { accessToken: string; refreshToken: string } {
    const accessToken = `yt-access-${randomBytes(12).toString('base64url')}`
    const refreshToken = `yt-refresh-${randomBytes(12).toString('base64url')}`
    this.access.set(accessToken, { channelId, scopes, endsAt: this.now() + this.manner.tokenLifeMs })
    this.refresh.set(refreshToken, { channelId, scopes })
    return { accessToken, refreshToken }
  }

  complain(complaint: string): YouTubeReply {
    this.complaints.push(complaint)
    return youTubeError(400, 'badRequest', complaint)
  }
}

/** As https://developers.google.com/youtube/data/reference/rest/v3/errors has it. */
export function youTubeError(status: number, reason: string, message = reason): YouTubeReply {
  return { status, body: { error: { code: status, message, errors: [{ message, domain: 'youtube', reason }] } } }
}
