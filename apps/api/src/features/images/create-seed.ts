import { MAX_IMAGE_QUANTITY } from '@powerpost/contract'

interface SeedOptions {
  readonly livemode: boolean
  readonly position: number
  /** How many runs the image generation had before. */
  readonly runs: number
}

/** Seeds are whole numbers below this: what every vendor takes. */
const SEEDS = 2 ** 31

/** A seed for one image. In the sandbox the same request gives the same images, and a regeneration gives others. */
export function createSeed(
  { random }: { readonly random: () => number },
  { livemode, position, runs }: SeedOptions,
): number {
  return livemode ? Math.floor(random() * SEEDS) : runs * MAX_IMAGE_QUANTITY + position
}
