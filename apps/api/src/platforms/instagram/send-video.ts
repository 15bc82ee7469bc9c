import { isGood } from '../meta/index.ts'
import type { PostMedium, StepOptions } from '../port.ts'
import { PlatformError } from '../port.ts'
import type { AccountApi } from './api.ts'
import type { Container } from './checkpoint.ts'
import { askContainer } from './containers.ts'

interface SentVideo {
  readonly container: Container
  readonly medium: PostMedium
}

/** Shorter than a step may take: what a slow line has not sent by then goes on in the next one. */
const SEND_MS = 90_000

/**
 * Sends a video, from where the last try broke off: Instagram is asked how far it has it.
 * https://developers.facebook.com/documentation/instagram-platform/content-publishing/resumable-uploads
 *
 * @throws PlatformError
 */
export async function sendVideo(
  accountApi: AccountApi,
  { container, medium }: SentVideo,
  options: StepOptions,
): Promise<Container> {
  const { api } = accountApi
  const { status } = await askContainer(accountApi, container.id, options, 'status_code,status,video_status')
  const sent: Container = { ...container, state: 'processing' }
  const offset = status.video_status?.uploading_phase?.bytes_transferred ?? 0
  // Polling says what became of it.
  if (status.status_code !== 'IN_PROGRESS' || offset >= medium.size) return sent
  const time = AbortSignal.timeout(SEND_MS)
  const signal = AbortSignal.any([options.signal, time])
  const upload = {
    path: `/ig-api-upload/${api.version}/${container.id}`,
    headers: {
      offset: String(offset),
      file_size: String(medium.size),
      'content-type': 'application/octet-stream',
    },
    body: { size: medium.size - offset, open: () => medium.read({ start: offset, end: medium.size }, signal) },
  }
  try {
    const answer = await api.upload(upload, { ...options, signal })
    if (isGood(answer)) return sent
    if (answer.status >= 500 || answer.status === 429 || api.errors.isTokenRefused(answer)) {
      throw api.errors.toFailure(answer)
    }
    const platformError = `upload ${answer.status}`
    throw new PlatformError('restart', 'Instagram could not take the video over.', { platformError })
  } catch (error) {
    options.signal.throwIfAborted()
    if (time.aborted) return container
    throw error
  }
}
