import type { ImageGeneration } from '@powerpost/client'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CliError } from '../errors/cli-error.ts'
import type { Progress } from '../output/progress.ts'

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
    await writeFile(file, await download(url, signal), { signal })
    files.push(file)
  }
  return files
}

async function download(url: string, signal: AbortSignal): Promise<Uint8Array> {
  try {
    // The link says by itself that it may be read: the key stays here.
    const response = await fetch(url, { signal })
    if (response.ok) return new Uint8Array(await response.arrayBuffer())
    throw notSaved(`The server returned ${response.status} for an image.`)
  } catch (error) {
    if (error instanceof CliError) throw error
    throw notSaved(`An image could not be read from ${new URL(url).host}.`)
  }
}

function notSaved(message: string): CliError {
  return new CliError({
    code: 'NOT_SAVED',
    outcome: 'unavailable',
    message,
    hint: 'The images are on the server: run `powerpost images show` with --out.',
  })
}
