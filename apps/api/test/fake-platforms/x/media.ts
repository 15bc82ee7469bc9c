import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { XReply, XState, XUpload } from './state.ts'
import { INVALID, problem } from './state.ts'

const DAY_SECONDS = 86_400
/** X's: https://docs.x.com/x-api/media/quickstart/media-upload-chunked */
const LARGEST_SEGMENT = 5_000_000
const LAST_SEGMENT = 999

const initializeSchema = z.strictObject({
  media_type: z.enum([
    'image/jpeg',
    'image/png',
    'image/webp',
    'image/gif',
    'video/mp4',
    'video/quicktime',
    'video/webm',
  ]),
  total_bytes: z.int().positive(),
  media_category: z.enum(['tweet_image', 'tweet_gif', 'tweet_video']),
})

/** `POST /2/media/upload/initialize`. */
export function serveInitialize(state: XState, userId: string, json: unknown): XReply {
  const parsed = initializeSchema.safeParse(json)
  if (!parsed.success) return complain(state, `initialize: ${z.prettifyError(parsed.error)}`)
  const { media_type, total_bytes, media_category } = parsed.data
  const isVideo = media_type.startsWith('video/')
  if (isVideo !== (media_category === 'tweet_video')) return complain(state, `${media_type} as ${media_category}`)
  if (!isVideo && total_bytes > 5_000_000) return problem(400, 'File size exceeds 5242880 bytes.', INVALID)
  const id = state.makeId()
  state.uploads.set(id, {
    id,
    userId,
    mediaType: media_type,
    totalBytes: total_bytes,
    category: media_category,
    endsAt: state.now() + DAY_SECONDS * 1000,
    segments: new Map(),
    state: 'sending',
    left: state.manner.slowly,
  })
  return { status: 200, body: { data: { id, media_key: `3_${id}`, expires_after_secs: DAY_SECONDS } } }
}

/** `POST /2/media/upload/{id}/append`: a segment may come again, never out of its order. */
export async function serveAppend(
  state: XState,
  upload: XUpload,
  request: IncomingMessage,
  body: Buffer,
): Promise<XReply> {
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data; boundary=')) return complain(state, `append: ${type}`)
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const names = [...form.keys()].toSorted().join()
  if (names !== 'media,segment_index') return complain(state, `append: fields ${names}`)
  const [index, media] = [Number(form.get('segment_index')), form.get('media')]
  if (!(media instanceof Blob) || media.size === 0) return complain(state, 'append: media is no file')
  if (media.size > LARGEST_SEGMENT) return complain(state, 'append: the segment is too large')
  if (!Number.isInteger(index) || index < 0 || index > LAST_SEGMENT) return complain(state, 'append: segment_index')
  if (upload.state !== 'sending') return complain(state, 'append: it was finalized')
  if (index > upload.segments.size) return complain(state, `append: segment ${index} before ${upload.segments.size}`)
  upload.segments.set(index, Buffer.from(await media.arrayBuffer()))
  return { status: 200, body: { data: { expires_at: Math.floor(upload.endsAt / 1000) } } }
}

/** `POST /2/media/upload/{id}/finalize`. */
export function serveFinalize(state: XState, upload: XUpload): XReply {
  if (upload.state !== 'sending') return problem(400, 'The media was finalized already.', INVALID)
  const size = [...upload.segments.values()].reduce((sum, { length }) => sum + length, 0)
  if (size !== upload.totalBytes) return complain(state, `finalize: ${size} of ${upload.totalBytes} bytes`)
  const isProcessed = upload.category !== 'tweet_image'
  upload.state = isProcessed ? 'processing' : 'succeeded'
  const processing_info = { state: 'pending', check_after_secs: 1 }
  const data = { id: upload.id, media_key: `3_${upload.id}`, size, expires_after_secs: DAY_SECONDS }
  return { status: 200, body: { data: { ...data, ...(isProcessed && { processing_info }) } } }
}

/** What of the metadata an adapter of ours has to do with. X describes pictures, not videos. */
const metadataSchema = z.strictObject({
  id: z.string().regex(/^[0-9]{1,19}$/),
  metadata: z.strictObject({ alt_text: z.strictObject({ text: z.string().min(1).max(1000) }) }),
})

/** `POST /2/media/metadata`. */
export function serveMetadata(state: XState, userId: string, json: unknown): XReply {
  const parsed = metadataSchema.safeParse(json)
  if (!parsed.success) return complain(state, `metadata: ${z.prettifyError(parsed.error)}`)
  const { id, metadata } = parsed.data
  const upload = state.uploads.get(id)
  if (upload?.userId !== userId || upload.endsAt < state.now()) return problem(404, 'Media not found.')
  if (upload.state !== 'succeeded') return complain(state, 'metadata: the media is not finished')
  if (upload.category === 'tweet_video') return complain(state, 'metadata: an alt text of a video')
  upload.altText = metadata.alt_text.text
  return { status: 200, body: { data: { id, associated_metadata: metadata } } }
}

/** `GET /2/media/upload?command=STATUS&media_id=`. */
export function serveStatus(state: XState, upload: XUpload): XReply {
  if (upload.state === 'sending') return problem(400, 'The media was not finalized.', INVALID)
  const { id } = upload
  if (upload.category === 'tweet_image') return { status: 200, body: { data: { id } } }
  if (upload.left > 0) {
    upload.left -= 1
    return processing(id, { state: 'in_progress', check_after_secs: 1, progress_percent: 40 })
  }
  upload.state = state.manner.inVain ? 'failed' : 'succeeded'
  if (upload.state === 'succeeded') return processing(id, { state: 'succeeded', progress_percent: 100 })
  return processing(id, { state: 'failed', error: { code: 1, name: 'InvalidMedia', message: 'Unsupported codec' } })
}

function processing(id: string, processing_info: object): XReply {
  return { status: 200, body: { data: { id, media_key: `13_${id}`, processing_info } } }
}

function complain(state: XState, complaint: string): XReply {
  state.complaints.push(complaint)
  return problem(400, complaint, INVALID)
}
