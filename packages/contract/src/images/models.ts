import { PRICES } from '../pricing/index.ts'

/** The shapes of pictures, and how each is written as a ratio. */
export const IMAGE_SIZE_RATIOS = { square: '1:1', feed: '4:5', portrait: '9:16', landscape: '16:9' } as const

export type ImageSize = keyof typeof IMAGE_SIZE_RATIOS

export const IMAGE_SIZES = Object.keys(IMAGE_SIZE_RATIOS) as [ImageSize, ...ImageSize[]]

/** The models that draw, by the names that callers use. */
export type ImageModelName = keyof typeof PRICES.images

/** What callers need to know of a model. */
export interface ImageModelRules {
  /** As its maker writes it. */
  readonly title: string
  readonly sizes: readonly ImageSize[]
  /** The most style images it takes. */
  readonly maxStyleImages: number
  /** Credits for one picture. */
  readonly credits: number
}

/** The most style images of one request, whatever the model. */
export const MAX_STYLE_IMAGES = 4

/** The most pictures of one request. */
export const MAX_IMAGE_QUANTITY = 4

/** Every model that draws: a new one is a line here and a price. */
export const IMAGE_MODELS = {
  'flux2-flex': {
    title: 'FLUX.2 [flex]',
    sizes: IMAGE_SIZES,
    maxStyleImages: MAX_STYLE_IMAGES,
    credits: PRICES.images['flux2-flex'],
  },
  'ideogram-3': {
    title: 'Ideogram 3.0',
    sizes: IMAGE_SIZES,
    maxStyleImages: MAX_STYLE_IMAGES,
    credits: PRICES.images['ideogram-3'],
  },
  'nano-banana-2': {
    title: 'Nano Banana 2',
    sizes: IMAGE_SIZES,
    maxStyleImages: MAX_STYLE_IMAGES,
    credits: PRICES.images['nano-banana-2'],
  },
  'gpt-image-1.5': {
    title: 'GPT Image 1.5',
    // Its widest and tallest pictures are 3:2 and 2:3; 4:5 is not one of what it is documented to draw.
    sizes: ['square', 'portrait', 'landscape'],
    maxStyleImages: MAX_STYLE_IMAGES,
    credits: PRICES.images['gpt-image-1.5'],
  },
} as const satisfies Record<ImageModelName, ImageModelRules>

export const IMAGE_MODEL_NAMES = Object.keys(IMAGE_MODELS) as [ImageModelName, ...ImageModelName[]]
