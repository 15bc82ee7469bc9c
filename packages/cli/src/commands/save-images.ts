import type { ImageGeneration } from '@powerpost/client'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Progress } from '../output/progress.ts'
import { downloadGenerated } from './download-generated.ts'

interface SaveOptions {
  /** Made if it is not there. */
  readonly directory: string
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** Saves the images of a generation, and answers where: named by its id, so that a second time writes the same files. */
export async function saveImages(
  { image_generation_id, images }: Pick<ImageGeneration, 'image_generation_id' | 'images'>,
  { directory, progress, signal }: SaveOptions,
): Promise<string[]> {
  if (images.length > 0) await mkdir(directory, { recursive: true })
  const files: string[] = []
  for (const [index, { url }] of images.entries()) {
    const file = join(directory, `${image_generation_id}-${index + 1}.jpg`)
    progress.say(`Saving ${file}`)
    await writeFile(file, await downloadGenerated(url, { what: 'image', signal }), { signal })
    files.push(file)
  }
  return files
}
