import type { PostMedium, StepOptions } from '../port.ts'
import { PlatformError } from '../port.ts'
import { isOrganization } from './author.ts'
import type { UploadDependencies } from './begin-upload.ts'
import { beginUpload } from './begin-upload.ts'
import type { Asset, UploadPart } from './checkpoint.ts'
import { kindOf } from './content.ts'
import { PATHS } from './endpoints.ts'
import { toFailure } from './errors.ts'
import { GRACE_SECONDS, PROCESSING_SECONDS, UPLOAD_MARGIN_MS } from './limits.ts'
import { isGood } from './read-json.ts'
import { assetSchema } from './wire.ts'

interface UploadStep {
  readonly medium: PostMedium
  /** Absent: it has not begun. */
  readonly asset: Asset | undefined
  readonly options: StepOptions
}

/** How far an upload is after a step, and after how many seconds the next one is due. */
export interface Uploaded {
  readonly asset: Asset
  readonly waitSeconds?: number
}

/**
 * One step of an upload: it is registered, its bytes or one part of them are sent, the parts are put together, or LinkedIn is asked
 * whether it is done with it. Each may be done again from the same place.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/videos-api, and images-api and documents-api next to it
 *
 * @throws PublishError
 */
export async function uploadStep(dependencies: UploadDependencies, step: UploadStep): Promise<Uploaded> {
  const { medium, asset, options } = step
  if (!asset) return { asset: await beginUpload(dependencies, { medium, options }) }
  if (asset.state !== 'sending') return askState(dependencies, { ...step, asset })
  if (Date.parse(asset.expires_at) - dependencies.clock.now().getTime() < UPLOAD_MARGIN_MS) throw gone()
  const at = asset.parts.findIndex(({ etag }) => etag === undefined)
  const part = asset.parts[at]
  if (!part) return finalize(dependencies, { ...step, asset })
  const etag = await sendPart(dependencies, part, step)
  const sent = { ...asset, parts: asset.parts.with(at, { ...part, etag }) }
  return kindOf(medium) === 'video' ? { asset: sent } : processing(sent, step)
}

interface BegunStep extends UploadStep {
  readonly asset: Asset
}

/** Returns what LinkedIn calls the part that it has now. */
async function sendPart(
  { api, clock, version }: UploadDependencies,
  { url, start, end }: UploadPart,
  { medium, options }: UploadStep,
): Promise<string> {
  const isVideo = kindOf(medium) === 'video'
  // As it is read from the storage: a document is one part, and is never in memory as a whole.
  const body = { size: end - start, open: () => medium.read({ start, end }, options.signal) }
  const answer = await api.upload({ url, body, withToken: !isVideo }, options)
  if (!isGood(answer)) {
    // The address was good for one upload, or for a time.
    if ([400, 403, 404, 409, 410, 412].includes(answer.status)) throw gone(String(answer.status))
    throw toFailure(answer, { clock, version })
  }
  const etag = answer.headers['etag'] ?? ''
  if (isVideo && etag === '') throw new Error('LinkedIn did not name a part of a video that it was sent')
  return etag
}

/** A video is put together once: where an answer was lost, its state tells. */
async function finalize(dependencies: UploadDependencies, step: BegunStep): Promise<Uploaded> {
  const { api, clock, version } = dependencies
  const { asset, options } = step
  const { urn: video, token: uploadToken, parts } = asset
  const uploadedPartIds = parts.map(({ etag = '' }) => etag)
  const json = { finalizeUploadRequest: { video, uploadToken, uploadedPartIds } }
  const request = { method: 'POST', path: PATHS.assets.video, query: 'action=finalizeUpload', json } as const
  const answer = await api.send(request, options)
  if (answer.status === 400 || answer.status === 409) return askState(dependencies, step)
  if (!isGood(answer)) throw toFailure(answer, { clock, version })
  return processing(asset, step)
}

/** LinkedIn has all of it. What it cannot be asked for is given some time. */
function processing(asset: Asset, { medium, options }: UploadStep): Uploaded {
  const kind = kindOf(medium)
  // Addresses are of no more use, and long.
  const kept = { ...asset, parts: [], token: '' }
  return canAsk(medium, options)
    ? { asset: { ...kept, state: 'processing' }, waitSeconds: PROCESSING_SECONDS[kind] }
    : { asset: { ...kept, state: 'done' }, waitSeconds: GRACE_SECONDS[kind] }
}

/** Pictures and documents of a member are write-only. */
function canAsk(medium: PostMedium, { connection }: StepOptions): boolean {
  return isOrganization(connection) || kindOf(medium) === 'video'
}

async function askState(dependencies: UploadDependencies, step: BegunStep): Promise<Uploaded> {
  const { api } = dependencies
  const { medium, asset, options } = step
  const kind = kindOf(medium)
  const { status } = await api.ask(assetSchema, { method: 'GET', path: PATHS.asset(kind, asset.urn) }, options)
  switch (status) {
    case 'AVAILABLE':
      return { asset: { ...asset, parts: [], token: '', state: 'done' } }
    case 'PROCESSING_FAILED':
      throw new PlatformError(
        'never',
        'LinkedIn could not process the file: it may be damaged, or in a format that LinkedIn does not accept.',
        { platformError: status },
      )
    case 'WAITING_UPLOAD':
      throw gone(status)
    default:
      return processing(asset, step)
  }
}

function gone(platformError?: string): PlatformError {
  const said = platformError === undefined ? {} : { platformError: `upload ${platformError}` }
  return new PlatformError('restart', 'The upload to LinkedIn has expired, or LinkedIn no longer has it.', said)
}
