import type { Clock } from '#shared/clock.ts'
import type { PostMedium, StepOptions } from '../port.ts'
import { PlatformError } from '../port.ts'
import type { XApi } from './api.ts'
import { isGood } from './api.ts'
import type { Upload } from './checkpoint.ts'
import { PATHS } from './endpoints.ts'
import { toFailure } from './errors.ts'
import { DEFAULT_WAIT_SECONDS, UPLOAD_MARGIN_MS } from './limits.ts'
import { toMultipart } from './multipart.ts'
import { readJson } from './read-json.ts'
import type { Processing } from './wire.ts'
import { uploadSchema } from './wire.ts'

interface UploadDependencies {
  readonly api: XApi
  readonly clock: Clock
  readonly segmentBytes: number
}

interface UploadStep {
  readonly medium: PostMedium
  /** Absent: it has not begun. */
  readonly upload: Upload | undefined
  readonly options: StepOptions
}

/** How far an upload is after a step, and after how many seconds the next one is due. */
export interface Uploaded {
  readonly upload: Upload
  readonly waitSeconds?: number
}

/** X keeps an upload for a day and more; where it does not say so, less. Seconds. */
const DEFAULT_LIFE_SECONDS = 3600

/**
 * One step of an upload: it is begun, one segment is sent, it is ended, X is asked whether it is done with it, or it is
 * described. Each may be done again from the same place: an upload begun twice leaves one behind that nobody sees, and a segment may be sent twice
 * (https://docs.x.com/x-api/media/quickstart/media-upload-chunked: "Failed chunks can be retried individually").
 *
 * @throws PlatformError
 */
export async function uploadStep(dependencies: UploadDependencies, step: UploadStep): Promise<Uploaded> {
  const { clock, segmentBytes } = dependencies
  const { medium, upload } = step
  if (!upload) return initialize(dependencies, step)
  if (Date.parse(upload.expires_at) - clock.now().getTime() < UPLOAD_MARGIN_MS) {
    throw new PlatformError('restart', 'The upload to X has expired.')
  }
  if (upload.state === 'done') return describe(dependencies, { ...step, upload })
  if (upload.state === 'processing') return askState(dependencies, { ...step, upload })
  if (upload.segment * segmentBytes < medium.size) return append(dependencies, { ...step, upload })
  return finalize(dependencies, { ...step, upload })
}

async function initialize({ api, clock }: UploadDependencies, { medium, options }: UploadStep): Promise<Uploaded> {
  const json = { media_type: medium.mimeType, total_bytes: medium.size, media_category: categoryOf(medium) }
  const { data } = await api.ask(uploadSchema, { method: 'POST', path: PATHS.initializeUpload, json }, options)
  const lifeSeconds = data.expires_after_secs ?? DEFAULT_LIFE_SECONDS
  const expires_at = new Date(clock.now().getTime() + lifeSeconds * 1000).toISOString()
  return { upload: { id: data.id, expires_at, segment: 0, state: 'sending', described: false } }
}

interface BegunStep extends UploadStep {
  readonly upload: Upload
}

async function append(
  { api, segmentBytes }: UploadDependencies,
  { medium, upload, options }: BegunStep,
): Promise<Uploaded> {
  const start = upload.segment * segmentBytes
  const range = { start, end: Math.min(start + segmentBytes, medium.size) }
  const bytes: Uint8Array[] = []
  for await (const part of medium.read(range, options.signal)) bytes.push(part)
  const multipart = toMultipart([
    { name: 'segment_index', value: String(upload.segment) },
    { name: 'media', value: Buffer.concat(bytes) },
  ])
  await api.tell({ method: 'POST', path: PATHS.appendUpload(upload.id), multipart }, options)
  return { upload: { ...upload, segment: upload.segment + 1 } }
}

async function finalize(dependencies: UploadDependencies, step: BegunStep): Promise<Uploaded> {
  const { api, clock } = dependencies
  const { upload, options } = step
  const answer = await api.send({ method: 'POST', path: PATHS.finalizeUpload(upload.id) }, options)
  // A step that was cut off has ended it already, perhaps: its state tells.
  if (answer.status === 400) return askState(dependencies, step)
  if (!isGood(answer)) throw toFailure(answer, clock)
  return follow(upload, uploadSchema.parse(readJson(answer)).data.processing_info)
}

async function askState({ api, clock }: UploadDependencies, { upload, options }: BegunStep): Promise<Uploaded> {
  const query = { command: 'STATUS', media_id: upload.id }
  const answer = await api.send({ method: 'GET', path: PATHS.uploadStatus, query }, options)
  if (answer.status === 400 || answer.status === 404) {
    throw new PlatformError('restart', 'X no longer has the uploaded media.', {
      platformError: `${answer.status} media`,
    })
  }
  if (!isGood(answer)) throw toFailure(answer, clock)
  return follow(upload, uploadSchema.parse(readJson(answer)).data.processing_info)
}

/** What X's state of processing means for the upload. None: there was nothing to process. */
function follow(upload: Upload, processing: Processing | undefined): Uploaded {
  if (processing === undefined || processing.state === 'succeeded') return { upload: { ...upload, state: 'done' } }
  if (processing.state === 'failed') {
    const { name = 'failed' } = processing.error ?? {}
    const isTheirs = /internal/i.test(name)
    throw new PlatformError(
      isTheirs ? 'restart' : 'never',
      'X could not process the file: it may be damaged, or in a format that X does not accept.',
      { platformError: `media ${name.replaceAll(/[^\w-]/g, '').slice(0, 50)}` },
    )
  }
  const waitSeconds = Math.max(1, processing.check_after_secs ?? DEFAULT_WAIT_SECONDS.processing)
  return { upload: { ...upload, state: 'processing' }, waitSeconds }
}

/** Whether nothing is left to do for a medium before the final call. */
export function isReady({ type, altText }: PostMedium, upload: Upload | undefined): boolean {
  // X takes no alt texts of videos: preflight says so.
  return upload?.state === 'done' && (upload.described || altText === undefined || type !== 'image')
}

/** Tells X the alt text of a picture. The same may be told again: https://docs.x.com/x-api/media/create-media-metadata */
async function describe({ api }: UploadDependencies, { medium, upload, options }: BegunStep): Promise<Uploaded> {
  const json = { id: upload.id, metadata: { alt_text: { text: medium.altText } } }
  await api.tell({ method: 'POST', path: PATHS.describeMedia, json }, options)
  return { upload: { ...upload, described: true } }
}

function categoryOf({ type, mimeType }: PostMedium): string {
  if (type === 'video') return 'tweet_video'
  return mimeType === 'image/gif' ? 'tweet_gif' : 'tweet_image'
}
