import type { OutboundAnswer } from '#outbound/index.ts'
import type { PostMedium, StepOptions } from '../port.ts'
import { PlatformError, PublishError } from '../port.ts'
import type { ApiRequest, YouTubeApi } from './api.ts'
import { isGood } from './api.ts'
import { LIMITS } from './limits.ts'
import { readJson } from './read-json.ts'
import type { Video } from './wire.ts'
import { videoSchema } from './wire.ts'

/** How an upload's session stands. */
export type SessionState =
  /** It has so many bytes, and waits for more. */
  | { readonly status: 'open'; readonly has: number }
  /** It has all of them: this is the video. */
  | { readonly status: 'done'; readonly video: Video }
  /** It is gone: it has ended, and nobody can send anything to it. */
  | { readonly status: 'gone' }

/** Where the last part of a file begins: what goes before it is whole grains, and it is at least one byte. */
export function startOfLastPart(size: number): number {
  return Math.floor((Math.max(size, 1) - 1) / LIMITS.chunkGrain) * LIMITS.chunkGrain
}

interface Part {
  readonly session: string
  readonly medium: PostMedium
  /** Exclusive at its end. */
  readonly range: { readonly start: number; readonly end: number }
}

/**
 * Sends a part of a file: https://developers.google.com/youtube/data/guides/using_resumable_upload_protocol
 *
 * @throws PublishError when the file cannot be read
 */
export async function sendPart(
  api: YouTubeApi,
  { session, medium, range }: Part,
  options: StepOptions,
): Promise<OutboundAnswer> {
  const { start, end } = range
  let unreadable: PublishError | undefined
  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      yield* medium.read(range, options.signal)
    } catch (error) {
      if (error instanceof PublishError) unreadable = error
      throw error
    }
  }
  const request: ApiRequest = {
    method: 'PUT',
    to: { session },
    headers: { 'content-type': medium.mimeType, 'content-range': `bytes ${start}-${end - 1}/${medium.size}` },
    body: { size: end - start, open: read },
  }
  try {
    return await api.send(request, options)
  } catch (error) {
    throw unreadable ?? error
  }
}

/**
 * Asks a session how far it is.
 *
 * @throws PlatformError when YouTube does not say
 */
export async function askSession(
  api: YouTubeApi,
  { session, medium }: Omit<Part, 'range'>,
  options: StepOptions,
): Promise<SessionState> {
  const headers = { 'content-range': `bytes */${medium.size}` }
  const answer = await api.send({ method: 'PUT', to: { session }, headers }, options)
  const state = readSession(answer)
  if (!state) throw api.toFailure(answer)
  return state
}

/** What an answer of a session says about it. Undefined: nothing. */
export function readSession(answer: OutboundAnswer): SessionState | undefined {
  if (isGood(answer)) return { status: 'done', video: videoSchema.parse(readJson(answer)) }
  if (answer.status === 404 || answer.status === 410) return { status: 'gone' }
  return answer.status === 308 ? { status: 'open', has: readRange(answer) } : undefined
}

/** `bytes=0-524287`. Without it, nothing is there. */
function readRange({ headers }: OutboundAnswer): number {
  const last = /^(?:bytes=)?0-(\d{1,15})$/.exec(headers['range'] ?? '')?.[1]
  return last === undefined ? 0 : Number(last) + 1
}

/** The session that a file is sent to next, of the address that YouTube gave. */
export function readSessionAddress({ headers }: OutboundAnswer, uploadUrl: string): string {
  const given = headers['location'] ?? ''
  const address = URL.canParse(given) ? new URL(given) : undefined
  const isOwn = address?.origin === new URL(uploadUrl).origin
  const isGoogles = address?.protocol === 'https:' && address.hostname.endsWith('.googleapis.com')
  // Tokens are sent there.
  if (!address || (!isOwn && !isGoogles)) throw new PlatformError('retry', 'YouTube gave no address for the upload.')
  return address.href
}
