import type { Platform } from '../platforms/index.ts'

/** What a person asks for, as far as the price depends on it. */
export type ResearchMode = 'regular' | 'deep'

/** How generations are priced, in credits. */
export interface GenerationPrices {
  /** The first platform, by research mode. */
  readonly base: Readonly<Record<ResearchMode, number>>
  /** Each further unique platform. */
  readonly perFurtherPlatform: number
  /** Each further variant of each platform's caption. */
  readonly perFurtherVariant: number
  /** Each unique image. */
  readonly perImage: number
  /** Each started minute of video. */
  readonly perVideoMinute: number
  /** Each unique source URL. */
  readonly perSourceUrl: number
}

/** How publishing is priced, in credits. */
export interface PublishingPrices {
  /** A post of which anything is posted. */
  readonly perPost: number
  /** In addition when it is posted to X: the platform charges for it. */
  readonly forX: number
  /** Each further post on X: what follows in a thread, and a first comment. */
  readonly perFurtherXPost: number
}

/** What a video costs, in credits: without sound, and with sound where the model makes it. */
export interface VideoPrice {
  readonly silent: number
  readonly audio?: number
}

/** How videos are priced: by the model, the seconds and the sound. */
export type VideoPrices = Readonly<Record<string, Readonly<Record<number, VideoPrice>>>>

/**
 * The price table, in one place: generations by what they are written from and for, images by the model, each.
 *
 * Of videos PowerPost documents one price, 15 credits for the default: all others are ours.
 */
export const PRICES = {
  generation: {
    base: { regular: 6, deep: 8 },
    perFurtherPlatform: 2,
    perFurtherVariant: 1,
    perImage: 1,
    perVideoMinute: 6,
    perSourceUrl: 1,
  },
  images: { 'flux2-flex': 5, 'ideogram-3': 6, 'nano-banana-2': 6, 'gpt-image-1.5': 14 },
  videos: {
    'kling-3.0-pro': { 5: { silent: 15, audio: 22 }, 10: { silent: 30, audio: 44 } },
    'veo-3.1': { 4: { silent: 20, audio: 32 }, 8: { silent: 40, audio: 64 } },
    'runway-gen-4.5': { 5: { silent: 15 }, 10: { silent: 30 } },
  },
  publishing: { perPost: 1, forX: 3, perFurtherXPost: 3 },
} as const satisfies {
  readonly generation: GenerationPrices
  readonly images: Readonly<Record<string, number>>
  readonly videos: VideoPrices
  readonly publishing: PublishingPrices
}

/** What is priced of a generation. */
export interface PricedGeneration {
  readonly researchMode: ResearchMode
  /** Unique platforms. */
  readonly platforms: readonly Platform[]
  /** How many captions each platform gets. @default 1 */
  readonly variants?: number | undefined
  /** Unique images. */
  readonly imageCount: number
  /** Length of the video, in seconds; absent when there is none. */
  readonly videoSeconds?: number
  /** Unique source URLs. @default 0 */
  readonly sourceUrlCount?: number
}

/** What is counted of a generation, how many of it there are, and what one and all of them cost, in credits. */
export interface PriceItem {
  readonly item:
    | 'first_platform'
    | 'further_platforms'
    | 'further_variants'
    | 'images'
    | 'video_minutes'
    | 'source_urls'
  readonly quantity: number
  readonly credits_each: number
  readonly credits: number
}

/** What the price of a generation is made of; without what there is none of. */
export function itemizeGeneration(
  generation: PricedGeneration,
  prices: GenerationPrices = PRICES.generation,
): PriceItem[] {
  const { researchMode, platforms, variants = 1, imageCount, videoSeconds, sourceUrlCount = 0 } = generation
  const videoMinutes = videoSeconds === undefined ? 0 : Math.max(1, Math.ceil(videoSeconds / 60))
  const counted: [PriceItem['item'], number, number][] = [
    ['first_platform', 1, prices.base[researchMode]],
    ['further_platforms', Math.max(0, platforms.length - 1), prices.perFurtherPlatform],
    ['further_variants', (variants - 1) * platforms.length, prices.perFurtherVariant],
    ['images', imageCount, prices.perImage],
    ['video_minutes', videoMinutes, prices.perVideoMinute],
    ['source_urls', sourceUrlCount, prices.perSourceUrl],
  ]
  return counted
    .filter(([, quantity]) => quantity > 0)
    .map(([item, quantity, each]) => ({ item, quantity, credits_each: each, credits: quantity * each }))
}

/** The price of a generation, in credits: three platforms, regular, from a text are 6 + 2 + 2 = 10. */
export function priceGeneration(generation: PricedGeneration, prices: GenerationPrices = PRICES.generation): number {
  return itemizeGeneration(generation, prices).reduce((sum, { credits }) => sum + credits, 0)
}

/** What is priced of a post. */
export interface PricedPost {
  /** Those that something is posted to: none of them costs nothing. */
  readonly platforms: readonly Platform[]
  /** What follows in threads on X, and first comments there. @default 0 */
  readonly furtherXPosts?: number
}

/** What is counted of a post, how many of it there are, and what one and all of them cost, in credits. */
export interface PublishingPriceItem {
  readonly item: 'post' | 'x' | 'further_x_posts'
  readonly quantity: number
  readonly credits_each: number
  readonly credits: number
}

/** What the price of publishing a post is made of; without what there is none of. */
export function itemizePublishing(
  { platforms, furtherXPosts = 0 }: PricedPost,
  prices: PublishingPrices = PRICES.publishing,
): PublishingPriceItem[] {
  const counted: [PublishingPriceItem['item'], number, number][] = [
    ['post', platforms.length > 0 ? 1 : 0, prices.perPost],
    ['x', platforms.includes('x') ? 1 : 0, prices.forX],
    ['further_x_posts', furtherXPosts, prices.perFurtherXPost],
  ]
  return counted
    .filter(([, quantity]) => quantity > 0)
    .map(([item, quantity, each]) => ({ item, quantity, credits_each: each, credits: quantity * each }))
}

/** What publishing costs, in credits: a post on X with two more in its thread is 1 + 3 + 2 * 3 = 10. */
export function pricePublishing(post: PricedPost, prices: PublishingPrices = PRICES.publishing): number {
  return itemizePublishing(post, prices).reduce((sum, { credits }) => sum + credits, 0)
}

/** What is priced of a video. */
export interface PricedVideo {
  readonly model: keyof typeof PRICES.videos
  /** In seconds: one of the model's. */
  readonly duration: number
  readonly hasAudio: boolean
}

/**
 * What a video costs, in credits: the default, five seconds without sound, is 15.
 *
 * @throws RangeError for a length or a sound that the model does not make
 */
export function priceVideo({ model, duration, hasAudio }: PricedVideo, prices: VideoPrices = PRICES.videos): number {
  const price = prices[model]?.[duration]
  const credits = hasAudio ? price?.audio : price?.silent
  if (credits === undefined) throw new RangeError(`The model ${model} has no price for that video`)
  return credits
}
