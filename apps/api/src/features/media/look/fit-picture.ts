import { fileURLToPath } from 'node:url'
import { limitParallel } from '#shared/limit-parallel.ts'
import { NODE_ARGUMENTS } from './make-pictures.ts'
import { IsolatedTimeoutError, runIsolated } from './run-isolated.ts'

const FIT = fileURLToPath(new URL('./fit-child.ts', import.meta.url))

/** At the same time; the others wait. Each may take a few hundred MB. */
const inTurn = limitParallel(2)

/** The pixels that a picture is to have. */
export interface PictureShape {
  readonly width: number
  readonly height: number
}

/** It is no whole picture of a format we take, or one that too little would be left of. */
export class UnfitPictureError extends Error {
  override readonly name = 'UnfitPictureError'
}

/**
 * Makes a JPEG of exactly so many pixels out of a picture from wherever: cropped around its middle, never stretched.
 *
 * @throws UnfitPictureError, IsolatedTimeoutError, or the signal's reason
 */
export async function fitPicture(
  bytes: Uint8Array,
  { width, height }: PictureShape,
  signal: AbortSignal,
): Promise<Buffer> {
  try {
    const fitting = [FIT, String(width), String(height)]
    const program = { command: process.execPath, arguments: [...NODE_ARGUMENTS, ...fitting], input: bytes, signal }
    return await inTurn(() => runIsolated(program), signal)
  } catch (error) {
    signal.throwIfAborted()
    if (isOurs(error)) throw error
    throw new UnfitPictureError('The picture cannot be made to fit.', { cause: error })
  }
}

/** No process could be started, or it had no time: that is no fault of the picture's. */
function isOurs(error: unknown): boolean {
  return error instanceof IsolatedTimeoutError || (error instanceof Error && 'syscall' in error)
}
