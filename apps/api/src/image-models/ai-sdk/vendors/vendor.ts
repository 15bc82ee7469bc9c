import type { ImageSize } from '#image-models/port.ts'
import type { generateImage } from 'ai'

type GenerateOptions = Parameters<typeof generateImage>[0]

/** What a vendor's package needs to speak to it. */
export interface ImageVendorAccess {
  /** As the vendor names it. */
  readonly model: string
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly apiKey: string
  readonly fetch: typeof fetch
}

/** What of a picture is asked for in each vendor's own way. */
export interface ImageRequest {
  readonly size: ImageSize
  readonly seed: number
  /** Whether style images go with it. */
  readonly hasStyle: boolean
}

/** How a vendor gets the shape, the seed and the rest of its parameters. */
export type ImageCallOptions = Pick<GenerateOptions, 'size' | 'aspectRatio' | 'seed' | 'providerOptions'>

/** How one vendor is spoken to. */
export interface ImageVendorAdapter {
  /** The variable that the vendor's own tools read its key from. */
  readonly keyVariable: string
  readonly defaultBaseUrl: string
  optionsFor(request: ImageRequest): ImageCallOptions
  /** Loads the vendor's package, which is why it is asynchronous, and calls nobody. */
  open(access: ImageVendorAccess): Promise<Exclude<GenerateOptions['model'], string>>
}
