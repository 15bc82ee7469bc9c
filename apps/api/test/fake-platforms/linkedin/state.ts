import { randomBytes } from 'node:crypto'

/** A post as LinkedIn has it. */
export interface LinkedInPost {
  readonly id: string
  readonly author: string
  /** As it was sent. */
  readonly commentary: string
  /** As people see it. */
  readonly shown: string
  readonly mentions: readonly string[]
  readonly hashtags: readonly string[]
  readonly visibility: string
  readonly isReshareDisabled: boolean
  readonly content: LinkedInContent | undefined
  readonly createdAt: number
  readonly comments: { readonly actor: string; readonly text: string }[]
}

export interface LinkedInContent {
  readonly media?:
    | { readonly id: string; readonly altText?: string | undefined; readonly title?: string | undefined }
    | undefined
  readonly multiImage?:
    | { readonly images: readonly { readonly id: string; readonly altText?: string | undefined }[] }
    | undefined
  readonly article?:
    | {
        readonly source: string
        readonly title: string
        readonly description?: string | undefined
        readonly thumbnail?: string | undefined
      }
    | undefined
}

export interface LinkedInAsset {
  readonly urn: string
  readonly kind: 'image' | 'video' | 'document'
  readonly owner: string
  readonly size: number
  readonly token: string
  readonly expiresAt: number
  /** By the last part of their addresses. */
  readonly parts: Map<string, { readonly size: number; etag?: string }>
  state: 'WAITING_UPLOAD' | 'PROCESSING' | 'AVAILABLE' | 'PROCESSING_FAILED'
  /** How often it will still say that it is at work. */
  left: number
  bytes: Buffer
}

export interface LinkedInAccess {
  readonly memberId: string
  readonly scopes: readonly string[]
  readonly endsAt: number
}

/** What a test makes LinkedIn do. */
export interface LinkedInManner {
  /** Files: how often LinkedIn says that it is at work. */
  slowly: number
  inVain: boolean
  refuseContent: boolean
  /** The next answers to requests of the API, each once: status and body. */
  refusals: { readonly status: number; readonly body: object; readonly headers?: Readonly<Record<string, string>> }[]
  /** The lists show nothing, so often that they are asked for. */
  lateBy: number
  /** Of access tokens, in ms. */
  tokenLifeMs: number
  /** Whether the app is approved for refresh tokens. */
  givesRefreshTokens: boolean
  /** Whether the next answer to a refresh is cut off. */
  loseRefreshes: number
  /** Versions of the API that work. */
  versions: readonly string[]
}

const GOOD_MANNERS: LinkedInManner = {
  slowly: 0,
  inVain: false,
  refuseContent: false,
  refusals: [],
  lateBy: 0,
  tokenLifeMs: 60 * 86_400_000,
  givesRefreshTokens: true,
  loseRefreshes: 0,
  versions: ['202608', '202607', '202603', '202602', '202601'],
}

const YEAR_MS = 365 * 86_400_000

/** All that the fake LinkedIn knows. */
export class LinkedInState {
  /** LinkedIn's own clock, in ms. */
  readonly now: () => number
  readonly members = new Map<string, string>([['yrZCpj2Z12', 'Ada Example']])
  readonly organizations = new Map<string, string>([
    ['2414183', 'Example Inc'],
    ['5500', 'Second Example'],
    ['77', 'Only Looks'],
  ])
  readonly roles: { memberId: string; organizationId: string; role: string; state: string }[] = [
    { memberId: 'yrZCpj2Z12', organizationId: '2414183', role: 'ADMINISTRATOR', state: 'APPROVED' },
    { memberId: 'yrZCpj2Z12', organizationId: '5500', role: 'CONTENT_ADMIN', state: 'APPROVED' },
    { memberId: 'yrZCpj2Z12', organizationId: '77', role: 'ANALYST', state: 'APPROVED' },
    { memberId: 'yrZCpj2Z12', organizationId: '88', role: 'ADMINISTRATOR', state: 'REQUESTED' },
  ]
  readonly posts: LinkedInPost[] = []
  readonly assets = new Map<string, LinkedInAsset>()
  readonly access = new Map<string, LinkedInAccess>()
  /** They stay good until they end. */
  readonly refresh = new Map<string, Omit<LinkedInAccess, never>>()
  readonly codes = new Map<
    string,
    { memberId: string; scopes: readonly string[]; redirectUri: string; endsAt: number }
  >()
  /** Tokens that are good no more. */
  readonly refused = new Set<string>()
  refreshes = 0
  /** What came that LinkedIn does not take: a test that meant no fault looks here. */
  readonly complaints: string[] = []
  readonly manner: LinkedInManner = { ...GOOD_MANNERS, refusals: [] }
  #lastId = 7_431_329_065_766_260_000n

  constructor(now: () => number) {
    this.now = now
  }

  /** All is well from now on, and nothing was posted. */
  repair(): void {
    Object.assign(this.manner, GOOD_MANNERS, { refusals: [] })
    this.posts.length = 0
    this.refused.clear()
  }

  makeId(): string {
    this.#lastId += 1n
    return String(this.#lastId)
  }

  makeUrn(kind: LinkedInAsset['kind']): string {
    return `urn:li:${kind}:C4E${randomBytes(9).toString('base64url')}`
  }

  grant(memberId: string, scopes: readonly string[], refreshToken?: string) {
    const accessToken = `AQX${randomBytes(24).toString('base64url')}`
    this.access.set(accessToken, { memberId, scopes, endsAt: this.now() + this.manner.tokenLifeMs })
    if (refreshToken !== undefined || !this.manner.givesRefreshTokens) return { accessToken, refreshToken }
    const made = `AQW${randomBytes(24).toString('base64url')}`
    this.refresh.set(made, { memberId, scopes, endsAt: this.now() + YEAR_MS })
    return { accessToken, refreshToken: made }
  }
}

/** Somebody asks for what LinkedIn is at work on: it is nearer to its end the next time. */
export function work(asset: LinkedInAsset): void {
  asset.left -= 1
  if (asset.left <= 0 && asset.state === 'PROCESSING') asset.state = 'AVAILABLE'
}

/** An answer of LinkedIn's. */
export interface LinkedInReply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export function failed(status: number, code: string, message = code, details?: object): LinkedInReply {
  return { status, body: { status, code, message, serviceErrorCode: 100, ...details } }
}

export function complain(state: LinkedInState, complaint: string): LinkedInReply {
  state.complaints.push(complaint)
  return failed(400, 'ILLEGAL_ARGUMENT', complaint)
}
