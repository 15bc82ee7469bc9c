import type { GuardedFetch, OutboundAnswer } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { z } from 'zod'
import type { StepOptions } from '../port.ts'
import { isTokenRefused, readReason, toFailure } from './errors.ts'
import type { Cost, Quotas } from './quotas.ts'
import { readJson } from './read-json.ts'

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Below the API, below the upload host, or a whole address of an upload's session. */
  readonly to: { readonly api: string } | { readonly upload: string } | { readonly session: string }
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: object
  /** Opened again where it is sent again. A `PUT` without one has an empty body. */
  readonly body?: { readonly size: number; open(): AsyncIterable<Uint8Array> }
  /** Absent: it costs nothing. */
  readonly cost?: Cost
}

/** YouTube's API, asked for a channel. */
export interface YouTubeApi {
  /** Any answer but a 401, which is asked again once with a new token. What it costs is counted before. */
  send(request: ApiRequest, options: StepOptions): Promise<OutboundAnswer>
  /**
   * An answer that is good, read.
   *
   * @throws PlatformError for any other
   */
  ask<T>(schema: z.ZodType<T>, request: ApiRequest, options: StepOptions): Promise<T>
  /** The same with a token in hand. */
  askWith<T>(schema: z.ZodType<T>, request: ApiRequest, of: { token: string; signal: AbortSignal }): Promise<T>
  toFailure(answer: OutboundAnswer): ReturnType<typeof toFailure>
}

interface YouTubeApiOptions {
  readonly fetch: GuardedFetch
  readonly clock: Clock
  readonly quotas: Quotas
  readonly apiUrl: string
  readonly uploadUrl: string
}

interface Sender {
  readonly token: string
  readonly signal: AbortSignal
  /** The account of this server. Absent: of a sign-in. */
  readonly accountId?: string
}

const QUOTA_REASONS = ['quotaExceeded', 'dailyLimitExceeded', 'dailyLimitExceededUnreg']

export function createYouTubeApi({ fetch, clock, quotas, apiUrl, uploadUrl }: YouTubeApiOptions): YouTubeApi {
  const api: YouTubeApi = {
    async send(request, { connection, signal }) {
      const { accountId } = connection
      const token = await connection.accessToken(signal)
      const answer = await sendWith(request, { token, signal, accountId })
      if (!isTokenRefused(answer)) return answer
      return sendWith(request, { token: await connection.replaceToken(token, signal), signal, accountId })
    },
    async ask(schema, request, options) {
      const answer = await api.send(request, options)
      if (!isGood(answer)) throw toFailure(answer, clock)
      return schema.parse(readJson(answer))
    },
    async askWith(schema, request, by) {
      const answer = await sendWith(request, by)
      if (!isGood(answer)) throw toFailure(answer, clock)
      return schema.parse(readJson(answer))
    },
    toFailure: (answer) => toFailure(answer, clock),
  }
  return api

  async function sendWith(request: ApiRequest, { token, signal, accountId }: Sender): Promise<OutboundAnswer> {
    const { method, query, headers, json, body, cost } = request
    if (cost) await quotas.spend(cost, accountId)
    const search = query === undefined ? '' : `?${new URLSearchParams(query)}`
    const answer = await fetch(`${addressOf(request.to)}${search}`, {
      method,
      signal,
      // 308 is how an upload says that it goes on: it leads nowhere.
      redirect: 'answer',
      accept: 'application/json',
      headers: {
        authorization: `Bearer ${token}`,
        ...(json !== undefined && { 'content-type': 'application/json; charset=UTF-8' }),
        ...(json === undefined && method !== 'GET' && { 'content-length': String(body?.size ?? 0) }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(body && { body: body.open() }),
    })
    if (cost && !isGood(answer) && QUOTA_REASONS.includes(readReason(answer) ?? '')) await quotas.exhaust(cost.quota)
    return answer
  }

  function addressOf(to: ApiRequest['to']): string {
    if ('api' in to) return `${apiUrl}${to.api}`
    return 'upload' in to ? `${uploadUrl}${to.upload}` : to.session
  }
}

export function isGood({ status }: Pick<OutboundAnswer, 'status'>): boolean {
  return status >= 200 && status < 300
}
