import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrandLogo } from '#image-models/port.ts'
import type { Picture } from '#models/port.ts'
import { LARGEST_SIDE } from './picture-size.ts'
import { runIsolated } from './run-isolated.ts'

const SHRINK = fileURLToPath(new URL('./shrink-child.ts', import.meta.url))
/** What a process that handles a hostile picture may do. */
export const NODE_ARGUMENTS = ['--max-old-space-size=256', '--permission', '--allow-addons', '--allow-fs-read=*']

/**
 * A picture made small enough to look at, as a JPEG.
 *
 * @param largestSide pixels of the longer side: a larger picture is made smaller
 */
export async function shrinkPicture(path: string, signal: AbortSignal, largestSide = LARGEST_SIDE): Promise<Picture> {
  const args = [...NODE_ARGUMENTS, SHRINK, path, String(largestSide)]
  return { mimeType: 'image/jpeg', bytes: await runIsolated({ command: process.execPath, arguments: args, signal }) }
}

/** Pixels of the longer side of a logo: more than a card has room for. */
const LOGO_SIDE = 512

/** A logo made small, as a PNG: what is transparent of it stays so. */
export async function shrinkLogo(path: string, signal: AbortSignal): Promise<BrandLogo> {
  const args = [...NODE_ARGUMENTS, SHRINK, path, String(LOGO_SIDE), 'png']
  return { mimeType: 'image/png', bytes: await runIsolated({ command: process.execPath, arguments: args, signal }) }
}

/** The system's ffmpeg; undefined where there is none. */
export async function findFfmpeg(searchPath: string): Promise<string | undefined> {
  for (const directory of searchPath.split(delimiter)) {
    const candidate = join(directory, 'ffmpeg')
    if (await isExecutable(candidate)) return candidate
  }
  return undefined
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
