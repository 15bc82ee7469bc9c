import { toneMap } from '../ffmpeg/frame-filter.ts'
import type { HdrTransfer } from '../ffmpeg/frame-filter.ts'
import type { Rotation } from '../inspect/media-facts.ts'
import type { EncodedVideo } from './recipe.ts'

interface Source {
  /** Degrees clockwise that the pictures are still to be turned. */
  readonly rotation: Rotation
  /** Undefined: they are of standard range. */
  readonly hdr: HdrTransfer | undefined
}

const TURNS = { 0: [], 90: ['transpose=clock'], 180: ['hflip', 'vflip'], 270: ['transpose=cclock'] } as const

/** FFmpeg's filters that make the pictures of a video those of its rendition: upright, square pixels, 8 bits of 4:2:0. */
export function videoFilter(
  { crop, canvas, width, height, frameRate, toneMap: isMapped }: EncodedVideo,
  source: Source,
): string {
  const cropped = crop ? [`crop=${crop.width}:${crop.height}:${crop.left}:${crop.top}`] : []
  const bars = canvas ? [`pad=${canvas.width}:${canvas.height}:(ow-iw)/2:(oh-ih)/2:black`] : []
  return [
    ...(frameRate === undefined ? [] : [`fps=${frameRate}`]),
    "scale=w='max(2,round(iw*sar))':h=ih",
    'setsar=1',
    ...TURNS[source.rotation],
    ...cropped,
    `scale=${width}:${height}`,
    ...(isMapped && source.hdr ? toneMap(source.hdr) : []),
    'scale=out_range=tv',
    'format=yuv420p',
    ...bars,
    'setsar=1',
  ].join(',')
}
