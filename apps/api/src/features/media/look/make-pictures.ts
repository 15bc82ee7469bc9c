import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Picture } from '#models/port.ts'
import { LARGEST_SIDE } from './picture-size.ts'
import { runIsolated } from './run-isolated.ts'

const SHRINK = fileURLToPath(new URL('./shrink-child.ts', import.meta.url))
/** What a process that handles a hostile picture may do. */
export const NODE_ARGUMENTS = ['--max-old-space-size=256', '--permission', '--allow-addons', '--allow-fs-read=*']

/** How many frames of a video are looked at: enough to follow it, few enough to be paid for. */
const FRAMES = 6

/**
 * A picture made small enough to look at, as a JPEG.
 *
 * @param largestSide pixels of the longer side: a larger picture is made smaller
 */
export async function shrinkPicture(path: string, signal: AbortSignal, largestSide = LARGEST_SIDE): Promise<Picture> {
  const args = [...NODE_ARGUMENTS, SHRINK, path, String(largestSide)]
  return { mimeType: 'image/jpeg', bytes: await runIsolated({ command: process.execPath, arguments: args, signal }) }
}

interface FrameOptions {
  readonly durationSeconds: number
  readonly ffmpeg: string
  readonly signal: AbortSignal
}

/** Frames spread evenly over a video, none at its very ends, where many are black. */
export async function extractFrames(
  path: string,
  { durationSeconds, ffmpeg, signal }: FrameOptions,
): Promise<Picture[]> {
  const frames: Picture[] = []
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const atSeconds = (durationSeconds * (frame + 0.5)) / FRAMES
    const bytes = await extractFrame(path, { atSeconds, ffmpeg, signal })
    if (bytes.length > 0) frames.push({ mimeType: 'image/jpeg', bytes, atSeconds })
  }
  return frames
}

interface FrameAtOptions {
  readonly atSeconds: number
  readonly ffmpeg: string
  /** Pixels of the longer side: a larger frame is made smaller. @default LARGEST_SIDE */
  readonly largestSide?: number
  readonly signal: AbortSignal
}

/** One frame of a video, as a JPEG. Empty when there is none at that time. */
export function extractFrame(
  path: string,
  { atSeconds, ffmpeg, largestSide = LARGEST_SIDE, signal }: FrameAtOptions,
): Promise<Buffer> {
  return runIsolated({ command: ffmpeg, arguments: frameArguments(path, atSeconds, largestSide), signal })
}

function frameArguments(path: string, atSeconds: number, largestSide: number): string[] {
  const scale = `scale='min(${largestSide},iw)':'min(${largestSide},ih)':force_original_aspect_ratio=decrease`
  const input = ['-protocol_whitelist', 'file,pipe', '-ss', atSeconds.toFixed(3), '-i', `file:${path}`]
  const output = ['-frames:v', '1', '-an', '-sn', '-dn', '-vf', scale, '-c:v', 'mjpeg', '-f', 'image2pipe', 'pipe:1']
  return ['-nostdin', '-v', 'error', '-threads', '1', ...input, ...output]
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
