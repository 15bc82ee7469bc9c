import type { ImageGeneration } from '@powerpost/client'
import { printableLine } from './printable.ts'

/** Where the images of a generation are: a line each. */
export function formatImages({ status, images, error }: ImageGeneration, files: readonly string[]): string {
  const lines = files.length > 0 ? files : images.map(({ url }) => url)
  const ending = error ? [`${status}: ${printableLine(error.message)}`] : images.length === 0 ? [status] : []
  return [...lines, ...ending].join('\n')
}
