import type { ImageModel } from '#image-models/port.ts'
import type { Clock } from '#shared/clock.ts'
import type { ImageModelName } from '@powerpost/contract'
import { createAiSdkImageModel } from './image-model.ts'
import type { ImageVendor } from './spec.ts'
import { parseBaseUrls, parseImageModels } from './spec.ts'

export interface ImageModelSettings {
  /** `POWERPOST_IMAGE_MODELS`. */
  readonly models: string
  /** `POWERPOST_IMAGE_BASE_URLS`. */
  readonly baseUrls: string | undefined
  /** The vendors' own variables, as far as they are set. */
  readonly vendorKeys: Readonly<Record<ImageVendor, string | undefined>>
  readonly clock?: Clock
}

/**
 * The models that the settings name, by the names that callers use. A vendor whose key is set serves none that is not named.
 *
 * @throws ImageModelSpecError with one line that says what to set.
 */
export function createImageModelsFromSettings({
  models,
  baseUrls,
  vendorKeys,
  clock,
}: ImageModelSettings): Readonly<Partial<Record<ImageModelName, ImageModel>>> {
  const addresses = baseUrls === undefined ? {} : parseBaseUrls(baseUrls)
  const created = parseImageModels(models).map(({ name, vendor, model }): [ImageModelName, ImageModel] => {
    const access = { apiKey: vendorKeys[vendor], baseUrl: addresses[vendor] }
    return [name, createAiSdkImageModel({ vendor, model, ...access, ...(clock && { clock }) })]
  })
  return Object.fromEntries(created)
}
