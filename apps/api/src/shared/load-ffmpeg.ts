import type * as nodeAv from 'node-av'

/** FFmpeg's libraries, as `node-av` ships them. */
export type Ffmpeg = typeof nodeAv

/**
 * FFmpeg's libraries; undefined where `node-av` has no build for this system, or was not installed. Only for a process that may be
 * killed: a hostile file can stall or end it.
 */
export async function loadFfmpeg(): Promise<Ffmpeg | undefined> {
  try {
    const ffmpeg = await import('node-av')
    ffmpeg.Log.setLevel(ffmpeg.AV_LOG_QUIET)
    return ffmpeg
  } catch {
    return undefined
  }
}
