import type { VideoFile } from '#models/port.ts'
import { limitParallel } from '#shared/limit-parallel.ts'
import type { FilePart } from 'ai'
import type { VendorAccess } from './vendor.ts'

/**
 * A video up to this size goes into the request itself. Gemini takes 20 MB there, as base64
 * (https://ai.google.dev/gemini-api/docs/video-understanding), but a request is held in memory some three times over for as
 * long as the model takes, and this process may run two dozen at a time.
 */
const MAX_INLINE_BYTES = 4 * 1024 * 1024

/**
 * A larger one is sent ahead, which the SDK does out of memory and not by a stream: as many at a time as memory is to be had
 * for. One that is larger than this is shown by its frames. Google takes 2 GB and deletes it after 48 hours.
 */
const MAX_UPLOAD_BYTES = 100 * 1024 * 1024
const MAX_UPLOADS = 2

/** Milliseconds between two looks at whether Google is done with it. */
const POLL_MS = 1000

const inTurn = limitParallel(MAX_UPLOADS)

export async function showVideo(
  video: VideoFile,
  { baseUrl, apiKey, fetch }: Omit<VendorAccess, 'name'>,
  signal: AbortSignal,
): Promise<FilePart | undefined> {
  const { mimeType, size } = video
  if (size <= MAX_INLINE_BYTES) return { type: 'file', data: await video.read(signal), mediaType: mimeType }
  if (size > MAX_UPLOAD_BYTES) return undefined
  const [{ createGoogle }, { uploadFile }] = await Promise.all([import('@ai-sdk/google'), import('ai')])
  const api = createGoogle({ baseURL: baseUrl, apiKey: apiKey ?? '', fetch })
  return inTurn(async () => {
    const { providerReference } = await uploadFile({
      api,
      data: await video.read(signal),
      mediaType: mimeType,
      abortSignal: signal,
      providerOptions: { google: { pollIntervalMs: POLL_MS } },
    })
    return { type: 'file', data: { type: 'reference', reference: providerReference }, mediaType: mimeType }
  }, signal)
}
