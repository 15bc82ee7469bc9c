import type { FileRules } from '@powerpost/contract'

interface Size {
  readonly width: number
  readonly height: number
}

/** What a side that was rounded to whole pixels may do to a ratio. */
const SLACK = 0.005

/** The width by height that a file of another shape should get: the nearest that a platform takes and shows whole. Undefined: its own. */
export function findWantedRatio({ ratio, bestRatio }: FileRules, { width, height }: Size): number | undefined {
  const min = Math.max(ratio?.min ?? 0, bestRatio?.min ?? 0)
  const max = Math.min(ratio?.max ?? Infinity, bestRatio?.max ?? Infinity)
  const own = width / height
  if (own >= min * (1 - SLACK) && own <= max * (1 + SLACK)) return undefined
  return readSaid(bestRatio?.said ?? ratio?.said) ?? (own < min ? min : max)
}

/** `9:16`. */
function readSaid(said: string | undefined): number | undefined {
  const [, width, height] = /^(\d+):(\d+)$/.exec(said ?? '') ?? []
  return width === undefined ? undefined : Number(width) / Number(height)
}
