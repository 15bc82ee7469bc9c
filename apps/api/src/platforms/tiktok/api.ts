import type { GuardedFetch, OutboundAnswer } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { z } from 'zod'
import type { StepOptions } from '../port.ts'
import { readCode, toFailure } from './errors.ts'
import { readJson } from './read-json.ts'

/** TikTok's API, asked for an account. */
export interface TikTokApi {
  /** Any answer but a refused token, which is asked again once with a new one. */
  send(path: string, json: object, options: StepOptions): Promise<OutboundAnswer>
  /**
   * An answer that is good, read.
   *
   * @throws PlatformError for any other
   */
  ask<T>(
    schema: z.ZodType<T>,
    request: { readonly path: string; readonly json: object },
    options: StepOptions,
  ): Promise<T>
}

interface ApiOptions {
  readonly fetch: GuardedFetch
  readonly baseUrl: string
  readonly clock: Clock
}

export function createTikTokApi({ fetch, baseUrl, clock }: ApiOptions): TikTokApi {
  const api: TikTokApi = {
    async send(path, json, { connection, signal }) {
      const token = await connection.accessToken(signal)
      const answer = await sendJson(path, { json, token, signal })
      if (!isTokenRefused(answer)) return answer
      return sendJson(path, { json, token: await connection.replaceToken(token, signal), signal })
    },
    async ask(schema, { path, json }, options) {
      const answer = await api.send(path, json, options)
      if (!isGood(answer)) throw toFailure(answer, clock)
      return schema.parse(readJson(answer))
    },
  }
  return api

  interface SendOptions {
    readonly json: object
    readonly token: string
    readonly signal: AbortSignal
  }

  function sendJson(path: string, { json, token, signal }: SendOptions): Promise<OutboundAnswer> {
    return fetch(`${baseUrl}${path}`, {
      method: 'POST',
      signal,
      redirect: 'fail',
      accept: 'application/json',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=UTF-8' },
      body: JSON.stringify(json),
    })
  }
}

/** TikTok answers 200 to some refusals: the code decides. An answer of 2xx without a code that can be read is taken for good: its schema decides. */
export function isGood(answer: OutboundAnswer): boolean {
  const code = readCode(answer)
  return answer.status >= 200 && answer.status < 300 && (code === undefined || code === 'ok')
}

/** A 401 for a permission that the person did not give is not about the token. */
function isTokenRefused(answer: OutboundAnswer): boolean {
  return answer.status === 401 && readCode(answer) !== 'scope_not_authorized'
}
