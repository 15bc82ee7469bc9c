import type { GuardedFetch, OutboundAnswer } from '#outbound/index.ts'
import type { PostMedium } from '../port.ts'
import { UPLOAD_DOMAIN } from './endpoints.ts'

interface UploaderOptions {
  readonly fetch: GuardedFetch
  /** Of the operator, in place of TikTok's hosts, without a slash at its end. */
  readonly uploadUrl: string | undefined
}

interface Chunk {
  /** As TikTok gave it. */
  readonly url: string
  readonly medium: PostMedium
  readonly start: number
  /** Not one of its bytes. */
  readonly end: number
}

/** Sends chunks of a video to the address that TikTok gave for it. */
export interface Uploader {
  /** Any answer: no token is asked for, since the address has one. */
  send(chunk: Chunk, signal: AbortSignal): Promise<OutboundAnswer>
}

/** https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide */
export function createUploader({ fetch, uploadUrl }: UploaderOptions): Uploader {
  return {
    send({ url, medium, start, end }, signal) {
      return fetch(addressOf(url, uploadUrl), {
        method: 'PUT',
        signal,
        redirect: 'fail',
        headers: {
          'content-type': medium.mimeType,
          'content-length': String(end - start),
          'content-range': `bytes ${start}-${end - 1}/${medium.size}`,
        },
        // As it is read from the storage: a chunk is never in memory as a whole.
        body: medium.read({ start, end }, signal),
      })
    },
  }
}

/** An address that TikTok named. Files go nowhere else than to TikTok, or to the host that the operator set. */
function addressOf(url: string, uploadUrl: string | undefined): string {
  const { protocol, hostname, pathname, search } = new URL(url)
  if (uploadUrl !== undefined) return `${uploadUrl}${pathname}${search}`
  if (protocol !== 'https:' || !hostname.endsWith(`.${UPLOAD_DOMAIN}`)) {
    throw new Error('TikTok named an upload address that is not one of its own')
  }
  return url
}

/** How many bytes TikTok says that it has, from the answer to a chunk: `bytes 0-{bytes}/{size}`. */
export function readProgress({ headers }: Pick<OutboundAnswer, 'headers'>): number | undefined {
  const [, bytes] = /^bytes 0-(\d{1,15})\/\d+$/.exec(headers['content-range'] ?? '') ?? []
  return bytes === undefined ? undefined : Number(bytes)
}
