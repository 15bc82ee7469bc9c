import type { ImageModel } from '#image-models/port.ts'
import type { Clock } from '#shared/clock.ts'
import { systemClock } from '#shared/clock.ts'
import { checkVendorKey } from '#shared/served-models.ts'
import type { ImageEngine } from './call-vendor.ts'
import type { ImageVendor } from './spec.ts'
import { ImageModelSpecError } from './spec.ts'
import { IMAGE_VENDORS } from './vendors/index.ts'

export interface AiSdkImageModelOptions {
  readonly vendor: ImageVendor
  /** As the vendor names it. */
  readonly model: string
  readonly apiKey: string | undefined
  /** @default the vendor's own address */
  readonly baseUrl?: string | undefined
  /** @default the system's */
  readonly clock?: Clock
  /**
   * How long one picture may take, in milliseconds, polling included.
   *
   * @default 150_000
   */
  readonly timeoutMs?: number
  /**
   * How much of one answer is read, a picture's download too.
   *
   * @default 32 MiB
   */
  readonly maxAnswerBytes?: number
}

/** Vendors mean one to two minutes at the worst. */
const TIMEOUT_MS = 150_000
/** A picture of four megapixels as PNG, in base64. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024

/**
 * A vendor's model behind the AI SDK. Nothing of the SDK is loaded, and nobody is called, before the first `draw`.
 *
 * @throws ImageModelSpecError when the key cannot be used.
 */
export function createAiSdkImageModel(options: AiSdkImageModelOptions): ImageModel {
  const { vendor, model, clock = systemClock, timeoutMs = TIMEOUT_MS, maxAnswerBytes = MAX_ANSWER_BYTES } = options
  const adapter = IMAGE_VENDORS[vendor]
  const { keyVariable, defaultBaseUrl } = adapter
  const name = `${vendor}:${model}`
  const fail = (message: string) => new ImageModelSpecError(message)
  const apiKey = checkVendorKey(options.apiKey, { vendor, variable: keyVariable, fail })
  const open = async (): Promise<ImageEngine> => {
    const { openImageEngine } = await import('./call-vendor.ts')
    const errorContext = {
      name,
      task: 'draw this',
      nameSetting: 'POWERPOST_IMAGE_MODELS',
      keySetting: keyVariable,
      addressSetting: 'POWERPOST_IMAGE_BASE_URLS',
      apiKey,
    }
    const access = { model, apiKey, baseUrl: options.baseUrl ?? defaultBaseUrl }
    return openImageEngine({ adapter, access, errorContext, clock, timeoutMs, maxAnswerBytes })
  }
  let engine: Promise<ImageEngine> | undefined
  return {
    name,
    builtIn: false,
    async draw(brief, drawOptions) {
      drawOptions.signal.throwIfAborted()
      const { callVendor } = await import('./call-vendor.ts')
      engine ??= open().catch((error: unknown) => {
        engine = undefined
        throw error
      })
      return callVendor(await engine, brief, drawOptions)
    },
  }
}
