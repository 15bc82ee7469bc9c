import type { GuardedFetch, OutboundAnswer } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { z } from 'zod'
import type { StepOptions } from '../port.ts'
import { PlatformError } from '../port.ts'
import { refuseEnded } from './refuse-ended.ts'
import { UPLOAD_HOST } from './endpoints.ts'
import { toFailure } from './errors.ts'
import { isGood, readJson } from './read-json.ts'

export interface ApiRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** As it stands in the address: LinkedIn's lists keep their brackets and commas. */
  readonly query?: string
  readonly json?: object
  /** What kind of question it is, where LinkedIn wants to know. */
  readonly restMethod?: 'FINDER' | 'BATCH_GET'
}

interface ApiUpload {
  /** As LinkedIn named it. */
  readonly url: string
  /** `size` in bytes. Opened again where it is sent again. */
  readonly body: { readonly size: number; open(): AsyncIterable<Uint8Array> }
  /** Whether the address alone is not enough: that of pictures and documents. */
  readonly withToken: boolean
}

/** LinkedIn's API, asked for an account. */
export interface LinkedInApi {
  /**
   * Any answer but 401, which is asked again once with a new token.
   *
   * @throws ApiVersionEndedError before anything is sent
   */
  send(request: ApiRequest, options: StepOptions): Promise<OutboundAnswer>
  /** The same with a token that no connection has yet. */
  sendWith(request: ApiRequest, token: string, signal: AbortSignal): Promise<OutboundAnswer>
  /**
   * An answer that is good, read.
   *
   * @throws PlatformError for any other
   */
  ask<T>(schema: z.ZodType<T>, request: ApiRequest, options: StepOptions): Promise<T>
  /** Sends the bytes of a file, or of a part of it. */
  upload(upload: ApiUpload, options: StepOptions): Promise<OutboundAnswer>
}

export interface ApiOptions {
  readonly fetch: GuardedFetch
  readonly clock: Clock
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly version: string
}

export function createLinkedInApi({ fetch, clock, baseUrl, version }: ApiOptions): LinkedInApi {
  const api: LinkedInApi = {
    async send(request, options) {
      refuseEnded(version, clock)
      return withToken(options, (token) => api.sendWith(request, token, options.signal))
    },
    sendWith({ method, path, query, json, restMethod }, token, signal) {
      refuseEnded(version, clock)
      return fetch(`${baseUrl}${path}${query === undefined ? '' : `?${query}`}`, {
        method,
        signal,
        redirect: 'fail',
        accept: 'application/json',
        headers: {
          authorization: `Bearer ${token}`,
          // What is no part of the versioned API ignores both.
          'linkedin-version': version,
          'x-restli-protocol-version': '2.0.0',
          ...(restMethod && { 'x-restli-method': restMethod }),
          ...(json && { 'content-type': 'application/json' }),
        },
        ...(json && { body: JSON.stringify(json) }),
      })
    },
    async ask(schema, request, options) {
      const answer = await api.send(request, options)
      if (!isGood(answer)) throw toFailure(answer, { clock, version })
      return schema.parse(readJson(answer))
    },
    async upload({ url, body, withToken: needsToken }, options) {
      refuseForeign(url)
      const put = (token?: string) =>
        fetch(url, {
          method: 'PUT',
          signal: options.signal,
          redirect: 'fail',
          headers: {
            'content-type': 'application/octet-stream',
            'content-length': String(body.size),
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
          },
          body: body.open(),
        })
      return needsToken ? withToken(options, put) : put()
    },
  }
  return api

  /** An answer names the address that files, and a token, are sent to. */
  function refuseForeign(address: string): void {
    const { protocol, hostname, origin } = new URL(address)
    if (origin === new URL(baseUrl).origin || (protocol === 'https:' && UPLOAD_HOST.test(hostname))) return
    throw new PlatformError('never', 'LinkedIn named an address for the upload that is not its own.')
  }
}

async function withToken(
  { connection, signal }: StepOptions,
  send: (token: string) => Promise<OutboundAnswer>,
): Promise<OutboundAnswer> {
  const token = await connection.accessToken(signal)
  const answer = await send(token)
  if (answer.status !== 401) return answer
  return send(await connection.replaceToken(token, signal))
}
