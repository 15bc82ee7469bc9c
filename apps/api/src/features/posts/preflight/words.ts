import type { LengthUnit, MediaType, MimeType, PostType } from '@powerpost/contract'

/** What each post type is called, at the beginning of a sentence. */
export const SUBJECTS: Readonly<Record<PostType, string>> = {
  'instagram-feed': 'An Instagram feed post',
  'instagram-reel': 'An Instagram reel',
  'instagram-story': 'An Instagram story',
  'tiktok-video': 'TikTok',
  'tiktok-photos': 'A TikTok photo post',
  'youtube-video': 'YouTube',
  'youtube-short': 'A YouTube Short',
  'x-post': 'A post on X',
  'facebook-post': 'A Facebook post',
  'facebook-reel': 'A Facebook reel',
  'facebook-story': 'A Facebook story',
  'linkedin-post': 'A LinkedIn post',
}

/** What a length is counted in. */
export const LENGTH_WORDS: Readonly<Record<LengthUnit, string>> = {
  utf16: 'characters',
  utf8_bytes: 'bytes',
  x_weighted: 'characters, as X counts them,',
}

const FORMATS: Readonly<Record<MimeType, string>> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'video/mp4': 'MP4',
  'video/quicktime': 'MOV',
  'video/webm': 'WebM',
  'application/pdf': 'PDF',
}

/** `JPEG or PNG`. */
export function sayFormats(mimeTypes: readonly MimeType[]): string {
  const names = mimeTypes.map((mimeType) => FORMATS[mimeType])
  const last = names.at(-1) ?? ''
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last
}

export const KINDS = {
  image: ['picture', 'pictures'],
  video: ['video', 'videos'],
  document: ['document', 'documents'],
} as const

/** `1 picture`, `3 videos`. */
export function sayCount(count: number, type: MediaType): string {
  return `${count} ${KINDS[type][count === 1 ? 0 : 1]}`
}

/** Rounds a figure to hundredths: `ceil` and `floor` keep one that is beyond a bound from being said to be the bound. */
export type Round = (value: number) => number

const KIBIBYTE = 1024

/** `75 KB`, `8 MB`, `1.5 GB`. */
export function sayBytes(bytes: number, round: Round): string {
  const [unit, size] =
    bytes >= KIBIBYTE ** 3 ? ['GB', KIBIBYTE ** 3] : bytes >= KIBIBYTE ** 2 ? ['MB', KIBIBYTE ** 2] : ['KB', KIBIBYTE]
  return `${toHundredths(bytes / size, round)} ${unit}`
}

/** `0.5 s`, `60 s`, `3 min`, `12 h`. */
export function saySeconds(seconds: number, round: Round): string {
  if (seconds >= 7200 && seconds % 3600 === 0) return `${seconds / 3600} h`
  if (seconds >= 120 && seconds % 60 === 0) return `${seconds / 60} min`
  return `${toHundredths(seconds, round)} s`
}

export function sayPixels(pixels: number): string {
  return `${pixels} pixels`
}

/** What a side that was rounded to whole pixels may do to a ratio. */
export const RATIO_SLACK = 0.005

const PLAIN_RATIOS = [
  [1, 1],
  [9, 16],
  [16, 9],
  [4, 5],
  [5, 4],
  [3, 4],
  [4, 3],
  [2, 3],
  [3, 2],
  [1, 2],
  [1, 3],
  [1, 10],
] as const

/** Width by height: `9:16`, `1.91:1`. */
export function sayRatio(ratio: number, round: Round): string {
  const plain = PLAIN_RATIOS.find(([width, height]) => Math.abs(width / height / ratio - 1) <= RATIO_SLACK)
  return plain ? plain.join(':') : `${toHundredths(ratio, round)}:1`
}

const CODECS: Readonly<Record<string, string>> = {
  h264: 'H.264',
  hevc: 'H.265',
  av1: 'AV1',
  mpeg1video: 'MPEG-1',
  mpeg2video: 'MPEG-2',
  mpeg4: 'MPEG-4',
  prores: 'ProRes',
  dnxhd: 'DNxHR',
  cfhd: 'CineForm',
  theora: 'Theora',
  vorbis: 'Vorbis',
  opus: 'Opus',
}

/** `H.264`, `AAC`. */
export function sayCodec(name: string): string {
  return CODECS[name] ?? name.toUpperCase()
}

/** `H.264 or H.265`. */
export function sayCodecs(names: readonly string[]): string {
  const said = names.map(sayCodec)
  const last = said.at(-1) ?? ''
  return said.length > 1 ? `${said.slice(0, -1).join(', ')} or ${last}` : last
}

/** `23 frames a second`. */
export function sayFrameRate(rate: number, round: Round): string {
  return `${toHundredths(rate, round)} frames a second`
}

/** `48 kHz`. */
export function sayHertz(hertz: number, round: Round): string {
  return `${toHundredths(hertz / 1000, round)} kHz`
}

export function sayChannels(channels: number): string {
  return `${channels} channels`
}

/** Rounded as it is said. */
export function toHundredths(value: number, round: Round): number {
  // 1.91 * 100 is a little less than 191: as near as that it is no figure beyond a bound.
  return round(Number((value * 100).toFixed(6))) / 100
}
