/** Transfer functions of high dynamic range: ITU-R BT.2100. */
export type HdrTransfer = 'pq' | 'hlg'

interface FrameShape {
  /** Pixels of the longer side: a larger frame is made smaller. */
  readonly largestSide: number
  /** Undefined: the picture is of standard range. */
  readonly hdr: HdrTransfer | undefined
  /** Degrees clockwise that are still to be turned. */
  readonly rotation: 0 | 90 | 180 | 270
}

/** FFmpeg's filters that make a frame what a person sees of it: square pixels, upright, colours of the web. */
export function frameFilter({ largestSide, hdr, rotation }: FrameShape): string {
  const shrink = `min(1,${largestSide}/max(iw*sar,ih))`
  // Tones are mapped in pairs of pixels: an odd side fails.
  const round = hdr ? (side: string) => `2*max(1,round(${side}/2))` : (side: string) => `max(2,round(${side}))`
  const scale = `scale=w='${round(`iw*sar*${shrink}`)}':h='${round(`ih*${shrink}`)}'`
  return [
    scale,
    'setsar=1',
    ...(hdr ? toneMap(hdr) : []),
    ...TURNS[rotation],
    'scale=out_range=full',
    'format=yuvj420p',
  ].join(',')
}

const TURNS = { 0: [], 90: ['transpose=clock'], 180: ['hflip', 'vflip'], 270: ['transpose=cclock'] } as const

/** To linear light, into the smaller range of colours and of brightness, and back to how screens want it. */
export function toneMap(hdr: HdrTransfer): string[] {
  const transfer = hdr === 'pq' ? 'smpte2084' : 'arib-std-b67'
  return [
    `zscale=tin=${transfer}:pin=bt2020:min=bt2020nc:t=linear:npl=203`,
    'format=gbrpf32le',
    'zscale=p=bt709',
    'tonemap=tonemap=hable:desat=0',
    'zscale=t=bt709:m=bt709:r=tv',
    'format=yuv420p',
  ]
}
