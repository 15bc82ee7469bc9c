/** From 0 to 1, quick at first: how something arrives. */
export function arrive(progress: number): number {
  return 1 - (1 - clamp(progress)) ** 3
}

/** From 0 to 1, slow at both ends: how a camera moves. */
export function glide(progress: number): number {
  return (1 - Math.cos(Math.PI * clamp(progress))) / 2
}

export function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}
