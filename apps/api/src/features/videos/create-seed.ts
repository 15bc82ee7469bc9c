/** Seeds are whole numbers below this: what every vendor takes. */
const SEEDS = 2 ** 31

interface SeedOptions {
  readonly livemode: boolean
  /** How many runs the video generation had before. */
  readonly runs: number
}

/** A seed for a video. In the sandbox the same request gives the same video, and a regeneration another. */
export function createSeed({ random }: { readonly random: () => number }, { livemode, runs }: SeedOptions): number {
  return livemode ? Math.floor(random() * SEEDS) : runs
}
