import type { GuardedFetch, OutboundAnswer } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { z } from 'zod'
import type { StepOptions } from '../port.ts'
import { toFailure } from './errors.ts'
import { readJson } from './read-json.ts'

export interface ApiRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly json?: object
  readonly multipart?: { readonly contentType: string; readonly body: Uint8Array }
}

/** X's API, asked for an account. */
export interface XApi {
  /** Any answer but 401, which is asked again once with a new token. */
  send(request: ApiRequest, options: StepOptions): Promise<OutboundAnswer>
  /**
   * An answer that is good, read.
   *
   * @throws PlatformError for any other
   */
  ask<T>(schema: z.ZodType<T>, request: ApiRequest, options: StepOptions): Promise<T>
  /** The same, of an answer that has nothing to read. */
  tell(request: ApiRequest, options: StepOptions): Promise<void>
}

interface XApiOptions {
  readonly fetch: GuardedFetch
  readonly baseUrl: string
  readonly clock: Clock
}

export function createXApi({ fetch, baseUrl, clock }: XApiOptions): XApi {
  const api: XApi = {
    async send(request, { connection, signal }) {
      const token = await connection.accessToken(signal)
      const answer = await sendWith(request, token, signal)
      if (answer.status !== 401) return answer
      return sendWith(request, await connection.replaceToken(token, signal), signal)
    },
    async ask(schema, request, options) {
      const answer = await api.send(request, options)
      if (!isGood(answer)) throw toFailure(answer, clock)
      return schema.parse(readJson(answer))
    },
    async tell(request, options) {
      const answer = await api.send(request, options)
      if (!isGood(answer)) throw toFailure(answer, clock)
    },
  }
  return api

  function sendWith(request: ApiRequest, token: string, signal: AbortSignal): Promise<OutboundAnswer> {
    const { method, path, query, json, multipart } = request
    const search = query === undefined ? '' : `?${new URLSearchParams(query)}`
    const contentType = json === undefined ? multipart?.contentType : 'application/json'
    const body = json === undefined ? multipart?.body : JSON.stringify(json)
    return fetch(`${baseUrl}${path}${search}`, {
      method,
      signal,
      redirect: 'fail',
      accept: 'application/json',
      headers: {
        authorization: `Bearer ${token}`,
        ...(contentType !== undefined && { 'content-type': contentType }),
      },
      ...(body !== undefined && { body }),
    })
  }
}

export function isGood({ status }: OutboundAnswer): boolean {
  return status >= 200 && status < 300
}
