import { checkVendorKey } from '#shared/served-models.ts'
import type { VideoModel } from '#video-models/port.ts'
import type { VideoModelName } from '@powerpost/contract'
import { VIDEO_VENDORS } from './adapters/index.ts'
import type { VideoVendor } from './spec.ts'
import { parseVideoBaseUrls, parseVideoModels, VideoModelSpecError } from './spec.ts'
import { createVendorVideoModel } from './vendor-video-model.ts'

export interface VideoModelSettings {
  /** `POWERPOST_VIDEO_MODELS`. */
  readonly models: string
  /** `POWERPOST_VIDEO_BASE_URLS`. */
  readonly baseUrls: string | undefined
  /** The vendors' own variables, as far as they are set. */
  readonly vendorKeys: Readonly<Record<VideoVendor, string | undefined>>
}

/**
 * The models that the settings name, by the names that callers use. A vendor whose key is set serves none that is not named.
 *
 * @throws VideoModelSpecError with one line that says what to set.
 */
export function createVideoModelsFromSettings({
  models,
  baseUrls,
  vendorKeys,
}: VideoModelSettings): Readonly<Partial<Record<VideoModelName, VideoModel>>> {
  const addresses = baseUrls === undefined ? {} : parseVideoBaseUrls(baseUrls)
  const fail = (message: string) => new VideoModelSpecError(message)
  const created = parseVideoModels(models).map(({ name, vendor, model }): [VideoModelName, VideoModel] => {
    const { keyVariable: variable, defaultBaseUrl } = VIDEO_VENDORS[vendor]
    const apiKey = checkVendorKey(vendorKeys[vendor], { vendor, variable, fail })
    return [name, createVendorVideoModel({ name, vendor, model, apiKey, baseUrl: addresses[vendor] ?? defaultBaseUrl })]
  })
  return Object.fromEntries(created)
}
