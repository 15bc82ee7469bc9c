import type { PictureTrack } from './open-picture-track.ts'

/** Frames decoded at one place: enough for one without errors, few enough to be done at once. */
const FRAMES = 3
/** Seconds: a last picture that was not written to its end is nothing that anyone sees. */
const END_SLACK = 1
/** A video with one key frame in a minute: its end would take too long to decode. */
const MOST_FRAMES_TO_END = 600

/**
 * Whether the pictures of a video can be decoded, by some at its start, its middle and its end. As forgiving as players are: a packet
 * that is broken is skipped.
 *
 * @param lastPictureSeconds where the last picture begins, from the first on; undefined where nobody knows
 */
export async function decodesWell(track: PictureTrack, lastPictureSeconds: number | undefined): Promise<boolean> {
  const isClean = (await hasCleanFrame(track, 0)) || (await hasCleanFrame(track, (lastPictureSeconds ?? 0) / 2))
  return isClean && (lastPictureSeconds === undefined || (await decodesUntil(track, lastPictureSeconds)))
}

async function hasCleanFrame(track: PictureTrack, seconds: number): Promise<boolean> {
  let count = 0
  for await (const frame of track.framesFrom(seconds)) {
    using decoded = frame
    if (decoded.decodeErrorFlags === 0) return true
    count += 1
    if (count === FRAMES) return false
  }
  return false
}

async function decodesUntil(track: PictureTrack, seconds: number): Promise<boolean> {
  let count = 0
  for await (const frame of track.framesFrom(seconds)) {
    using decoded = frame
    if (track.secondsAt(decoded.bestEffortTimestamp) >= seconds - END_SLACK) return true
    count += 1
    if (count === MOST_FRAMES_TO_END) return true
  }
  return false
}
