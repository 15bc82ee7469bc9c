import { createHash, randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { VideoSource } from './fields.ts'
import { inboxVideoSchema, photoSchema, videoSchema } from './fields.ts'
import type { TikTokPublication, TikTokReply, TikTokState } from './state.ts'
import { apiError, good } from './state.ts'

/** How videos are cut. Tests make it smaller than TikTok does. */
export interface ChunkRules {
  readonly min: number
  readonly max: number
  readonly maxLast: number
}

export const REAL_CHUNKS: ChunkRules = { min: 5 * 1024 * 1024, max: 64_000_000, maxLast: 128_000_000 }

/** Fetches a photo. Answers whether it could be used. */
export type FetchPhoto = (address: string) => Promise<boolean>

export interface Publishing {
  readonly state: TikTokState
  readonly userId: string
  readonly json: unknown
  readonly chunks: ChunkRules
  /** The base of the addresses of uploads. */
  readonly uploadUrl: string
  readonly fetchPhoto: FetchPhoto
}

const UPLOAD_LIFE_MS = 3600_000
const MOST_PENDING = 5

/** `POST /v2/post/publish/video/init/`, and the same of the inbox. */
export function serveVideoInit(publishing: Publishing, mode: 'direct' | 'inbox'): TikTokReply {
  const { state, chunks, uploadUrl } = publishing
  const read = mode === 'direct' ? parse(videoSchema, publishing) : parse(inboxVideoSchema, publishing)
  if ('status' in read) return read
  const info: Readonly<Record<string, unknown>> = isDirect(read) ? read.post_info : {}
  const refusal = refuse(publishing, info) ?? refuseChunks(state, read.source_info, chunks)
  if (refusal) return refusal
  const { video_size: size, chunk_size: chunkSize, total_chunk_count: count } = read.source_info
  const [uploadId, token] = [state.nextId(), randomBytes(8).toString('hex')]
  const upload = { uploadId, token, size, chunkSize, count, endsAt: state.now() + UPLOAD_LIFE_MS, received: 0 }
  const { publishId } = begin(publishing, {
    mode,
    kind: 'video',
    info,
    photos: [],
    upload: { ...upload, hash: createHash('sha256') },
  })
  return good({ publish_id: publishId, upload_url: `${uploadUrl}/video/?upload_id=${uploadId}&upload_token=${token}` })
}

/** `POST /v2/post/publish/content/init/`: the photos are fetched, and posted. */
export async function servePhotoInit(publishing: Publishing): Promise<TikTokReply> {
  const { state, fetchPhoto } = publishing
  const read = parse(photoSchema, publishing)
  if ('status' in read) return read
  const { post_mode, post_info: info, source_info } = read
  const refusal = refuse(publishing, info)
  if (refusal) return refusal
  if (source_info.photo_cover_index >= source_info.photo_images.length) return state.complain('photo_cover_index')
  const photos = source_info.photo_images
  const mode = post_mode === 'DIRECT_POST' ? 'direct' : 'inbox'
  const publication = begin(publishing, { mode, kind: 'photo', info, photos })
  const fetched = await Promise.all(photos.map((address) => fetchPhoto(address)))
  if (fetched.every(Boolean)) complete(state, publication)
  else fail(publication, 'photo_pull_failed')
  return good({ publish_id: publication.publishId })
}

type DirectVideo = z.output<typeof videoSchema>

function isDirect(read: DirectVideo | z.output<typeof inboxVideoSchema>): read is DirectVideo {
  return 'post_info' in read
}

function parse<T>(schema: z.ZodType<T>, { state, json }: Publishing): T | TikTokReply {
  const read = schema.safeParse(json)
  return read.success
    ? read.data
    : state.complain(`init: ${read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join()}`)
}

function refuse({ state, userId }: Publishing, info: object): TikTokReply | undefined {
  const { refuseInit } = state.manner
  if (refuseInit !== '') return apiError(refuseInit.startsWith('invalid') ? 400 : 403, refuseInit)
  if (!state.mayAsk(userId, 'init', 6)) return apiError(429, 'rate_limit_exceeded')
  const since = state.now() - 24 * 3600_000
  const pending = [...state.publications.values()].filter((one) => {
    return one.userId === userId && one.status === 'PROCESSING_UPLOAD' && one.beganAt > since
  })
  if (pending.length >= MOST_PENDING) return apiError(403, 'spam_risk_too_many_pending_share')
  const level = 'privacy_level' in info ? info.privacy_level : undefined
  if (level !== undefined && !state.creator(userId).privacyLevels.includes(String(level))) {
    return apiError(403, 'privacy_level_option_mismatch')
  }
  const isBranded = 'brand_content_toggle' in info && info.brand_content_toggle === true
  return isBranded && level === 'SELF_ONLY' ? state.complain('branded content is private') : undefined
}

function refuseChunks(
  state: TikTokState,
  source: VideoSource,
  { min, max, maxLast }: ChunkRules,
): TikTokReply | undefined {
  const { video_size: size, chunk_size: chunk, total_chunk_count: count } = source
  const last = size - chunk * (count - 1)
  const isWhole = count === 1 && chunk === size
  const wrong = [
    count === Math.floor(size / chunk) || 'total_chunk_count',
    isWhole
      ? size <= max || 'too large to be sent whole'
      : (chunk >= min && chunk <= max) || 'The chunk size is invalid',
    count > 1 || isWhole || 'one chunk is the whole video',
    last <= maxLast || 'last chunk',
  ].find((one) => one !== true)
  return wrong === undefined ? undefined : state.complain(`init: ${wrong}`)
}

type Begun = Pick<TikTokPublication, 'mode' | 'kind' | 'info' | 'photos' | 'upload'>

function begin({ state, userId }: Publishing, begun: Begun): TikTokPublication {
  const { slowly: looksLeft, hideIds: hiddenFor } = state.manner
  const publishId = `${begun.kind === 'video' ? 'v_pub_file' : 'p_pub_url'}~v2-1.${state.nextId()}`
  const status = begun.kind === 'video' ? 'PROCESSING_UPLOAD' : 'PROCESSING_DOWNLOAD'
  const publication = {
    ...begun,
    publishId,
    userId,
    beganAt: state.now(),
    status,
    failReason: '',
    looksLeft,
    hiddenFor,
  } as const
  const kept: TikTokPublication = { ...publication }
  state.publications.set(publishId, kept)
  return kept
}

/** All of it is there: it is posted, or put into the inbox. */
export function complete(state: TikTokState, publication: TikTokPublication): void {
  const { publishId, userId, kind, mode, info, photos, upload } = publication
  if (state.manner.failWith !== '') return fail(publication, state.manner.failWith)
  publication.status = mode === 'inbox' ? 'SEND_TO_USER_INBOX' : 'PUBLISH_COMPLETE'
  if (mode === 'inbox') return undefined
  const id = state.nextId()
  publication.postId = id
  const text = String((kind === 'video' ? info['title'] : info['description']) ?? '')
  const sha256 = upload?.hash.copy().digest('hex')
  state.posts.push({ id, publishId, userId, kind, text, info, photos, ...(sha256 !== undefined && { sha256 }) })
  return undefined
}

function fail(publication: TikTokPublication, reason: string): void {
  publication.status = 'FAILED'
  publication.failReason = reason
}

/** `POST /v2/post/publish/status/fetch/` */
export function serveStatus({ state, userId, json }: Publishing): TikTokReply {
  const { publish_id: publishId = '', ...more } = (json ?? {}) as { readonly publish_id?: string }
  if (Object.keys(more).length > 0) return state.complain('status: unknown fields')
  if (!state.mayAsk(userId, 'status', 30)) return apiError(429, 'rate_limit_exceeded')
  const publication = state.publications.get(publishId)
  if (!publication) return apiError(400, 'invalid_publish_id')
  if (publication.userId !== userId) return apiError(400, 'token_not_authorized_for_specified_publish_id')
  const { upload, kind, status } = publication
  const isDone = status === 'PUBLISH_COMPLETE' || status === 'SEND_TO_USER_INBOX' || status === 'FAILED'
  const bytes = upload && !state.manner.hideBytes ? { uploaded_bytes: upload.received } : {}
  if (isDone && publication.looksLeft > 0) {
    publication.looksLeft -= 1
    return good({ status: kind === 'video' ? 'PROCESSING_UPLOAD' : 'PROCESSING_DOWNLOAD', ...bytes })
  }
  const { postId } = publication
  const isPublic = postId !== undefined && publication.info['privacy_level'] !== 'SELF_ONLY'
  if (isPublic && publication.hiddenFor > 0) publication.hiddenFor -= 1
  else if (isPublic && state.manner.refuseLater === '')
    return good({ status, ...bytes, publicaly_available_post_id: [`#${postId}`] })
  else if (state.manner.refuseLater !== '' && isDone)
    return good({ status: 'FAILED', fail_reason: state.manner.refuseLater })
  return good({ status, ...(publication.failReason !== '' && { fail_reason: publication.failReason }), ...bytes })
}
