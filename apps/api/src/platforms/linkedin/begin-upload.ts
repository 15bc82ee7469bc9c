import type { Clock } from '#shared/clock.ts'
import type { PostMedium, StepOptions } from '../port.ts'
import type { LinkedInApi } from './api.ts'
import { authorOf } from './author.ts'
import type { Asset, UploadPart } from './checkpoint.ts'
import { kindOf } from './content.ts'
import { PATHS } from './endpoints.ts'
import { DEFAULT_UPLOAD_LIFE_MS } from './limits.ts'
import { documentUploadSchema, imageUploadSchema, videoUploadSchema } from './wire.ts'

export interface UploadDependencies {
  readonly api: LinkedInApi
  readonly clock: Clock
  /** The version of the API. */
  readonly version: string
}

interface BeginStep {
  readonly medium: PostMedium
  readonly options: StepOptions
}

/**
 * Registers a file at LinkedIn, which names the addresses that its bytes go to. One that is registered twice leaves the first behind,
 * which nobody sees.
 */
export async function beginUpload(dependencies: UploadDependencies, { medium, options }: BeginStep): Promise<Asset> {
  const { api, clock } = dependencies
  const kind = kindOf(medium)
  const owner = authorOf(options.connection)
  const begin = (request: object) =>
    ({
      method: 'POST',
      path: PATHS.assets[kind],
      query: 'action=initializeUpload',
      json: { initializeUploadRequest: { owner, ...request } },
    }) as const
  const whole = (url: string): UploadPart[] => [{ url, start: 0, end: medium.size }]
  const toAsset = (urn: string, parts: UploadPart[], endsAt: number | undefined, token = ''): Asset => {
    const expires_at = new Date(endsAt ?? clock.now().getTime() + DEFAULT_UPLOAD_LIFE_MS).toISOString()
    return { urn, state: 'sending', parts, token, expires_at }
  }
  switch (kind) {
    case 'image': {
      const { value } = await api.ask(imageUploadSchema, begin({}), options)
      return toAsset(value.image, whole(value.uploadUrl), value.uploadUrlExpiresAt)
    }
    case 'document': {
      const { value } = await api.ask(documentUploadSchema, begin({}), options)
      return toAsset(value.document, whole(value.uploadUrl), value.uploadUrlExpiresAt)
    }
    case 'video': {
      const request = begin({ fileSizeBytes: medium.size, uploadCaptions: false, uploadThumbnail: false })
      const { value } = await api.ask(videoUploadSchema, request, options)
      const parts = value.uploadInstructions.map(({ uploadUrl: url, firstByte, lastByte }) => {
        return { url, start: firstByte, end: Math.min(lastByte + 1, medium.size) }
      })
      return toAsset(value.video, refuseGaps(parts, medium.size), value.uploadUrlsExpireAt, value.uploadToken)
    }
  }
}

/** Parts that do not make the whole file would make another video. */
function refuseGaps(parts: UploadPart[], size: number): UploadPart[] {
  const ends = [0, ...parts.map(({ end }) => end)]
  if (parts.every(({ start, end }, at) => start === ends[at] && end > start) && ends.at(-1) === size) return parts
  throw new Error('LinkedIn named parts of a video that are not the whole of it')
}
