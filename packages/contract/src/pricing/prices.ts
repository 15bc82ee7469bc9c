import type { Platform } from '../platforms/index.ts'

/** What a person asks for, as far as the price depends on it. */
export type ResearchMode = 'regular' | 'deep'

/** How generations are priced, in credits. */
export interface GenerationPrices {
  /** The first platform, by research mode. */
  readonly base: Readonly<Record<ResearchMode, number>>
  /** Each further unique platform. */
  readonly perFurtherPlatform: number
  /** Each unique image. */
  readonly perImage: number
  /** Each started minute of video. */
  readonly perVideoMinute: number
  /** Each unique source URL. */
  readonly perSourceUrl: number
}

/** The price table, in one place. */
export const PRICES = {
  generation: {
    base: { regular: 6, deep: 8 },
    perFurtherPlatform: 2,
    perImage: 1,
    perVideoMinute: 6,
    perSourceUrl: 1,
  },
} as const satisfies { readonly generation: GenerationPrices }

/** What is priced of a generation. */
export interface PricedGeneration {
  readonly researchMode: ResearchMode
  /** Unique platforms. */
  readonly platforms: readonly Platform[]
  /** Unique images. */
  readonly imageCount: number
  /** Length of the video, in seconds; absent when there is none. */
  readonly videoSeconds?: number
  /** Unique source URLs. @default 0 */
  readonly sourceUrlCount?: number
}

/** The price of a generation, in credits: three platforms, regular, from a text are 6 + 2 + 2 = 10. */
export function priceGeneration(generation: PricedGeneration, prices: GenerationPrices = PRICES.generation): number {
  const { researchMode, platforms, imageCount, videoSeconds, sourceUrlCount = 0 } = generation
  const videoMinutes = videoSeconds === undefined ? 0 : Math.max(1, Math.ceil(videoSeconds / 60))
  return (
    prices.base[researchMode] +
    prices.perFurtherPlatform * Math.max(0, platforms.length - 1) +
    prices.perImage * imageCount +
    prices.perVideoMinute * videoMinutes +
    prices.perSourceUrl * sourceUrlCount
  )
}
