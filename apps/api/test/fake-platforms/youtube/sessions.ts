import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { VideoFields, YouTubeReply, YouTubeSession, YouTubeState, YouTubeVideo } from './state.ts'
import { youTubeError } from './state.ts'
import { findFieldFault } from './video-fields.ts'
import { toVideoResource } from './resources.ts'

const GRAIN = 256 * 1024

interface Begin {
  readonly request: IncomingMessage
  readonly url: URL
  readonly body: Buffer
  readonly channelId: string
  /** Where sessions are. */
  readonly base: string
}

/** `POST /upload/youtube/v3/videos?uploadType=resumable`: begins a session. */
export function serveBegin(state: YouTubeState, { request, url, body, channelId, base }: Begin): YouTubeReply {
  const query = url.searchParams
  const known = ['uploadType', 'part', 'notifySubscribers']
  const unknown = [...query.keys()].find((name) => !known.includes(name))
  if (unknown !== undefined) return state.complain(`begin: unknown parameter ${unknown}`)
  if (query.get('uploadType') !== 'resumable') return state.complain('begin: uploadType')
  if (request.headers['content-type'] !== 'application/json; charset=UTF-8') return state.complain('begin: no JSON')
  const mimeType = request.headers['x-upload-content-type']
  const size = Number(request.headers['x-upload-content-length'])
  if (typeof mimeType !== 'string' || !/^(video\/.+|application\/octet-stream)$/.test(mimeType)) {
    return state.complain('begin: x-upload-content-type')
  }
  if (!Number.isSafeInteger(size) || size <= 0) return state.complain('begin: x-upload-content-length')
  const fields = JSON.parse(body.toString()) as VideoFields
  if (query.get('part') !== Object.keys(fields).join(',')) return state.complain('begin: part')
  const { refuseUploads } = state.manner
  if (refuseUploads) return youTubeError(refuseUploads.status, refuseUploads.reason)
  const fault = findFieldFault(fields)
  if (fault?.startsWith('unknown')) return state.complain(`begin: ${fault}`)
  if (fault !== undefined) return youTubeError(400, fault)
  const id = randomBytes(16).toString('base64url')
  const notifySubscribers = query.get('notifySubscribers') !== 'false'
  const hash = createHash('sha256')
  state.sessions.set(id, { id, channelId, fields, size, mimeType, notifySubscribers, hash, has: 0 })
  return {
    status: 200,
    headers: {
      location: `${state.manner.sessionHost ?? base}/upload/youtube/v3/videos?uploadType=resumable&upload_id=${id}`,
    },
  }
}

interface Put extends Pick<Begin, 'request' | 'url' | 'channelId'> {
  /** Of its body. */
  readonly source: AsyncIterable<Buffer> | Iterable<Buffer>
}

/** What a request to a session is: `ask`, `part`, or `last`, which holds the last byte. */
export function kindOfPut({ headers }: IncomingMessage): 'ask' | 'part' | 'last' {
  const range = headers['content-range'] ?? ''
  if (range.startsWith('bytes */')) return 'ask'
  const [, end, size] = /^bytes \d+-(\d+)\/(\d+)$/.exec(range) ?? []
  return Number(end) + 1 === Number(size) ? 'last' : 'part'
}

/**
 * `PUT` to a session. What comes in is hashed as it comes, and kept in grains of 256 KiB.
 *
 * @param cut breaks the line
 */
export async function servePut(
  state: YouTubeState,
  { request, url, channelId, source }: Put,
  cut: () => void,
): Promise<YouTubeReply> {
  const session = state.sessions.get(url.searchParams.get('upload_id') ?? '')
  if (session?.channelId !== channelId) return drained(source, youTubeError(404, 'notFound', 'Upload not found'))
  const range = request.headers['content-range'] ?? ''
  const asked = /^bytes \*\/(\d+)$/.exec(range)
  if (asked) {
    if (Number(asked[1]) !== session.size) return drained(source, state.complain('ask: size'))
    if (request.headers['content-length'] !== '0') return drained(source, state.complain('ask: a body'))
    return drained(source, answerOf(session))
  }
  const [, start = NaN, end = NaN, size = NaN] = (/^bytes (\d+)-(\d+)\/(\d+)$/.exec(range) ?? []).map(Number)
  const length = end - start + 1
  const isLast = end + 1 === session.size
  const fault = [
    size === session.size || 'size',
    length === Number(request.headers['content-length']) || 'content-length',
    isLast || length % GRAIN === 0 || 'a chunk that is no multiple of 256 KiB',
    end < session.size || 'beyond its end',
    request.headers['content-type'] === session.mimeType || 'content-type',
  ].find((one) => one !== true)
  if (fault !== undefined) return drained(source, state.complain(`put: ${String(fault)}`))
  if (session.video) return drained(source, answerOf(session))
  // Behind what is kept, and beyond it: as Google answers both.
  if (start !== session.has) {
    return drained(source, {
      status: start > session.has ? 503 : 400,
      body: 'Invalid request. Failed to parse Content-Range header.',
    })
  }
  const isWhole = await receive(state, session, source, cut)
  if (!isWhole) return { status: 499 }
  if (isLast) session.video = finish(state, session)
  return answerOf(session)
}

async function receive(
  state: YouTubeState,
  session: YouTubeSession,
  source: Put['source'],
  cut: () => void,
): Promise<boolean> {
  const { breakEveryBytes } = state.manner
  let pending = Buffer.alloc(0)
  const keep = (bytes: Buffer) => {
    session.hash.update(bytes)
    session.has += bytes.length
  }
  try {
    for await (const bytes of source) {
      const before = Math.floor(state.received / breakEveryBytes)
      state.received += bytes.length
      pending = Buffer.concat([pending, bytes])
      const whole = pending.length - (pending.length % GRAIN)
      if (whole > 0) {
        keep(pending.subarray(0, whole))
        pending = Buffer.from(pending.subarray(whole))
      }
      if (Math.floor(state.received / breakEveryBytes) > before) {
        cut()
        return false
      }
    }
  } catch {
    return false
  }
  keep(pending)
  return true
}

function finish(state: YouTubeState, session: YouTubeSession): YouTubeVideo {
  const { channelId, fields, size, notifySubscribers } = session
  const video: YouTubeVideo = {
    id: randomBytes(8).toString('base64url'),
    channelId,
    title: String(fields.snippet['title']),
    description: String(fields.snippet['description'] ?? ''),
    fields,
    publishedAt: `${new Date(state.now()).toISOString().slice(0, 19)}Z`,
    privacy: state.manner.unaudited ? 'private' : String(fields.status['privacyStatus'] ?? 'public'),
    size,
    sha256: session.hash.digest('hex'),
    notifySubscribers,
    looksLeft: state.manner.processLooks,
    comments: [],
  }
  state.videos.push(video)
  if (state.manner.forgetSessions) state.sessions.delete(session.id)
  return video
}

function answerOf({ has, video, fields }: YouTubeSession): YouTubeReply {
  if (video) return { status: 200, body: toVideoResource(video, Object.keys(fields), 'uploaded') }
  return { status: 308, ...(has > 0 && { headers: { range: `bytes=0-${has - 1}` } }) }
}

async function drained(source: Put['source'], reply: YouTubeReply): Promise<YouTubeReply> {
  for await (const bytes of source) void bytes
  return reply
}
