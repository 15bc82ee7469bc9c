import type { Picture } from '#models/port.ts'
import { runChild } from '#shared/run-child.ts'
import { LARGEST_SIDE } from '../look/picture-size.ts'
import { IsolatedTimeoutError, runIsolated } from '../look/run-isolated.ts'
import type { HdrTransfer } from './frame-filter.ts'
import { frameFilter } from './frame-filter.ts'
import { framesMessageSchema } from './frames-message.ts'

interface FrameOptions {
  /** Where in the video, each from 0 to 1. */
  readonly places: readonly number[]
  readonly durationSeconds: number
  readonly hdr: HdrTransfer | undefined
  /** The system's ffmpeg program, which is preferred. Undefined: there is none. */
  readonly program: string | undefined
  /** Pixels of the longer side: a larger frame is made smaller. @default LARGEST_SIDE */
  readonly largestSide?: number
  readonly signal: AbortSignal
}

/**
 * Frames of a video as a person sees them, as JPEGs: by the system's ffmpeg, and by FFmpeg's libraries where there is none or it finds
 * nothing. None where there is neither, or nothing can be decoded.
 */
export async function extractFrames(path: string, options: FrameOptions): Promise<Picture[]> {
  const made = options.program === undefined ? [] : await runProgram(path, options.program, options).catch(noneOf)
  return made.length > 0 ? made : await runLibraries(path, options)
}

/** What its libraries can, an older program may not. */
function noneOf(error: unknown): Picture[] {
  if (error instanceof IsolatedTimeoutError || (error instanceof Error && error.name === 'AbortError')) throw error
  return []
}

async function runProgram(path: string, program: string, options: FrameOptions): Promise<Picture[]> {
  const { places, durationSeconds, signal } = options
  const frames: Picture[] = []
  for (const place of places) {
    const atSeconds = place * durationSeconds
    const bytes = await runIsolated({ command: program, arguments: argumentsFor(path, atSeconds, options), signal })
    if (bytes.length > 0) frames.push({ mimeType: 'image/jpeg', bytes, atSeconds })
  }
  return frames
}

/** It turns the frames itself. */
function argumentsFor(path: string, atSeconds: number, { hdr, largestSide = LARGEST_SIDE }: FrameOptions): string[] {
  const input = ['-protocol_whitelist', 'file,pipe', '-ss', atSeconds.toFixed(3), '-i', `file:${path}`]
  const filter = ['-vf', frameFilter({ largestSide, hdr, rotation: 0 })]
  const output = ['-frames:v', '1', '-an', '-sn', '-dn', ...filter, '-c:v', 'mjpeg', '-f', 'image2pipe', 'pipe:1']
  return ['-nostdin', '-v', 'error', '-threads', '1', ...input, ...output]
}

const PROGRAM = { entry: new URL('./frames-child.ts', import.meta.url), maxHeapMb: 256, loadsNativeCode: true }
const START_TIMEOUT_MS = 60_000
const TIMEOUT_MS = 60_000

async function runLibraries(path: string, { places, largestSide = LARGEST_SIDE, signal }: FrameOptions) {
  const limits = { startTimeoutMs: START_TIMEOUT_MS, timeoutMs: TIMEOUT_MS, signal }
  const args = [path, String(largestSide), ...places.map(String)]
  const message = framesMessageSchema.parse(await runChild({ ...PROGRAM, ...limits, arguments: args }))
  return message.frames.map(({ atSeconds, jpeg }): Picture => {
    return { mimeType: 'image/jpeg', bytes: Buffer.from(jpeg, 'base64'), atSeconds }
  })
}
