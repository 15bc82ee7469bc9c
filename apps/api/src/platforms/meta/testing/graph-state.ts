import { randomBytes } from 'node:crypto'

/** A token that the fake Graph API gave out. */
export interface GraphToken {
  readonly kind: 'user' | 'page' | 'instagram'
  /** Of the user, the page or the account that it stands for. */
  readonly ownerId: string
  readonly scopes: readonly string[]
  /** In ms; `Infinity` for one that does not end. */
  readonly endsAt: number
  /** In ms, of when it was given out. */
  readonly since: number
}

/** An answer of the fake Graph API. */
export interface GraphReply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** What a test makes Meta do, on every platform of its own. */
export interface GraphManner {
  /** Headers that every answer has, such as usage and warnings. */
  headers: Readonly<Record<string, string>>
  /** What answers instead of serving a request, by the name of its route: each once, in their order. */
  instead: Map<string, GraphReply[]>
}

/** What every fake platform of Meta's knows: tokens, ids, complaints. */
export class GraphState {
  /** Meta's own clock, in ms. */
  readonly now: () => number
  readonly tokens = new Map<string, GraphToken>()
  /** Tokens that are good no more. */
  readonly refused = new Set<string>()
  /** What came that Meta does not take: a test that meant no fault looks here. */
  readonly complaints: string[] = []
  readonly manner: GraphManner = { headers: {}, instead: new Map() }
  #lastId = 122_100_000_000_000n

  constructor(now: () => number) {
    this.now = now
  }

  /** An id as Meta makes them: digits, too many for a JavaScript number. */
  makeId(): string {
    this.#lastId += 7n
    return String(this.#lastId)
  }

  /** Gives a token out. */
  grant(token: Omit<GraphToken, 'since'>): string {
    const value = `EAA${randomBytes(24).toString('base64url')}`
    this.tokens.set(value, { ...token, since: this.now() })
    return value
  }

  /** Answers the next request of a route so, instead of serving it. */
  answerInstead(route: string, ...replies: GraphReply[]): void {
    this.manner.instead.set(route, [...(this.manner.instead.get(route) ?? []), ...replies])
  }

  complain(complaint: string): GraphReply {
    this.complaints.push(complaint)
    return graphError(100, { message: `(#100) ${complaint}` })
  }
}

interface GraphErrorFields {
  readonly subcode?: number
  readonly message?: string
  readonly status?: number
  readonly transient?: boolean
}

/** An error in Meta's envelope: https://developers.facebook.com/docs/graph-api/guides/error-handling */
export function graphError(
  code: number,
  { subcode, message = 'An error', status = 400, transient }: GraphErrorFields = {},
): GraphReply {
  const error = {
    message,
    type: 'OAuthException',
    code,
    ...(subcode !== undefined && { error_subcode: subcode }),
    ...(transient !== undefined && { is_transient: transient }),
    fbtrace_id: 'AbCdEfGhIjKlMnOpQrS',
  }
  return { status, body: { error } }
}

export const TOKEN_REFUSED = graphError(190, {
  subcode: 467,
  message: 'Error validating access token: the session is invalid.',
})
