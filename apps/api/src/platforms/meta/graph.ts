import { createHmac } from 'node:crypto'
import type { GuardedFetch, OutboundAnswer } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { z } from 'zod'
import type { StepOptions } from '../port.ts'
import type { GraphErrorRule } from './error-rules.ts'
import type { GraphErrors } from './errors.ts'
import { createGraphErrors } from './errors.ts'
import type { FormFile } from './multipart.ts'
import { toMultipart } from './multipart.ts'
import { readJson } from './read-json.ts'
import { findUsedUp, readUsage } from './usage.ts'

export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Without host and version, e.g. `/me/accounts`. */
  readonly path: string
  /** `video`: the host that takes the bytes of videos. @default 'api' */
  readonly host?: 'api' | 'video'
  readonly query?: Readonly<Record<string, string>>
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string>>
  /** Sent with the form, as multipart. */
  readonly file?: FormFile
}

/** Bytes for the upload host, or for an address that Meta named itself. */
export interface UploadRequest {
  /** Without host: it has its version in it. Or a whole address below the upload host. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Bytes in hand, or a stream of so many: it is made again where the token was refused. */
  readonly body: Uint8Array | { readonly size: number; readonly open: () => AsyncIterable<Uint8Array> }
}

/** The Graph API of one platform, asked for an account. */
export interface GraphApi {
  readonly errors: GraphErrors
  /** The version that is asked for, e.g. `v26.0`. */
  readonly version: string
  /** Any answer but a refused token, which is asked again once with a new one. Reports quotas that are used up. */
  send(request: GraphRequest, options: StepOptions): Promise<OutboundAnswer>
  /**
   * An answer that is good, read.
   *
   * @throws PlatformError for any other
   */
  ask<T>(schema: z.ZodType<T>, request: GraphRequest, options: StepOptions): Promise<T>
  /** The same with a token at hand, or with none: a sign-in has no connection yet. */
  askWith<T>(
    schema: z.ZodType<T>,
    request: GraphRequest,
    with_: { readonly token?: string; readonly signal: AbortSignal },
  ): Promise<T>
  /** Sends bytes to the upload host, with the account's token. Any answer but a refused token. */
  upload(request: UploadRequest, options: StepOptions): Promise<OutboundAnswer>
}

export interface GraphOptions {
  readonly fetch: GuardedFetch
  readonly clock: Clock
  /** As people know the platform: `Instagram`, `Facebook`. */
  readonly name: string
  /** Of the host, without a version and without a slash at its end. */
  readonly apiUrl: string
  /** The same of the host that takes videos. @default that of the API */
  readonly videoUrl?: string
  /** The same of the upload host. Absent: the platform's tokens are not taken there. */
  readonly uploadUrl?: string
  /** E.g. `v26.0`. */
  readonly version: string
  /**
   * Of the app: every request with a token proves that it comes from the app that the token is for. Absent: no proof is sent.
   * https://developers.facebook.com/docs/graph-api/guides/secure-requests
   */
  readonly appSecret?: string
  /** What an error means on this platform alone. */
  readonly rules?: readonly GraphErrorRule[]
  /** Hears once of each warning about the version that is asked for. */
  readonly onVersionWarning?: (warning: string) => void
}

export function createGraphApi(options: GraphOptions): GraphApi {
  const { fetch, clock, name, apiUrl, videoUrl = apiUrl, uploadUrl, version, appSecret, onVersionWarning } = options
  const errors = createGraphErrors({ name, clock, ...(options.rules && { rules: options.rules }) })
  const warned = new Set<string>()
  const api: GraphApi = {
    errors,
    version,
    send: (request, step) => withToken(step, (token) => sendWith(request, token, step.signal)),
    async ask(schema, request, step) {
      const answer = await api.send(request, step)
      if (!isGood(answer)) throw errors.toFailure(answer)
      return schema.parse(readJson(answer))
    },
    async askWith(schema, request, { token, signal }) {
      const answer = await sendWith(request, token, signal)
      if (!isGood(answer)) throw errors.toFailure(answer)
      return schema.parse(readJson(answer))
    },
    upload(request, step) {
      if (uploadUrl === undefined) throw new Error(`${name} takes no uploads with these tokens`)
      const { path, headers, body } = request
      const isInHand = body instanceof Uint8Array
      return withToken(step, (token) =>
        fetch(addressOf(uploadUrl, path), {
          method: 'POST',
          signal: step.signal,
          redirect: 'fail',
          accept: 'application/json',
          headers: {
            ...headers,
            ...(!isInHand && { 'content-length': String(body.size) }),
            authorization: `OAuth ${token}`,
          },
          body: isInHand ? body : body.open(),
        }),
      )
    },
  }
  return api

  /** Once more with a new token where the first was refused. */
  async function withToken(
    { connection, signal, reportQuota, reportUsage }: StepOptions,
    work: (token: string) => Promise<OutboundAnswer>,
  ): Promise<OutboundAnswer> {
    const token = await connection.accessToken(signal)
    let answer = await work(token)
    if (!isGood(answer) && errors.isTokenRefused(answer)) {
      answer = await work(await connection.replaceToken(token, signal))
    }
    const used = isGood(answer) ? findUsedUp(answer, name, clock) : undefined
    if (used) reportQuota?.(used)
    if (reportUsage) readUsage(answer).forEach(reportUsage)
    return answer
  }

  async function sendWith(
    { method, path, host = 'api', query, form, file }: GraphRequest,
    token: string | undefined,
    signal: AbortSignal,
  ): Promise<OutboundAnswer> {
    const search = new URLSearchParams({ ...query, ...toProof(token) })
    const multipart = file && toMultipart(form ?? {}, file)
    const contentType = multipart?.contentType ?? (form && 'application/x-www-form-urlencoded')
    const body = multipart?.body ?? (form && new URLSearchParams(form).toString())
    const base = host === 'video' ? videoUrl : apiUrl
    const answer = await fetch(`${base}/${version}${path}${search.size > 0 ? `?${search}` : ''}`, {
      method,
      signal,
      redirect: 'fail',
      accept: 'application/json',
      headers: {
        // Tokens stand in headers alone: addresses end up in logs.
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(contentType !== undefined && { 'content-type': contentType }),
      },
      ...(body !== undefined && { body }),
    })
    warnOnce(answer)
    return answer
  }

  function toProof(token: string | undefined): Record<string, string> {
    if (token === undefined || appSecret === undefined) return {}
    return { appsecret_proof: createHmac('sha256', appSecret).update(token).digest('hex') }
  }

  /** A version that has ended is not refused: another one answers, and headers alone tell. */
  function warnOnce({ headers }: OutboundAnswer): void {
    const warning = headers['x-ad-api-version-warning']
    const answered = headers['facebook-api-version']
    const upgraded = answered !== undefined && answered !== version ? `${answered} answered for ${version}` : undefined
    for (const one of [warning, upgraded]) {
      if (one === undefined || warned.has(one) || warned.size > 20) continue
      warned.add(one)
      onVersionWarning?.(one.slice(0, 300))
    }
  }
}

/** A path below a base, or a whole address below it. */
function addressOf(base: string, path: string): string {
  return path.startsWith('/') ? `${base}${path}` : `${base}${new URL(path).pathname}${new URL(path).search}`
}

export function isGood({ status }: OutboundAnswer): boolean {
  return status >= 200 && status < 300
}
