import type { LengthUnit, MediaType, MimeType, PostType } from '@powerpost/contract'

/** What each post type is called, at the beginning of a sentence. */
export const SUBJECTS: Readonly<Record<PostType, string>> = {
  'instagram-feed': 'An Instagram feed post',
  'instagram-reel': 'An Instagram reel',
  'instagram-story': 'An Instagram story',
  'tiktok-video': 'A TikTok video',
  'tiktok-photos': 'A TikTok photo post',
  'youtube-video': 'A YouTube video',
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
}

/** `JPEG or PNG`. */
export function sayFormats(mimeTypes: readonly MimeType[]): string {
  const names = mimeTypes.map((mimeType) => FORMATS[mimeType])
  const last = names.at(-1) ?? ''
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last
}

const KINDS = { image: ['picture', 'pictures'], video: ['video', 'videos'] } as const

/** `1 picture`, `3 videos`. */
export function sayCount(count: number, type: MediaType): string {
  return `${count} ${KINDS[type][count === 1 ? 0 : 1]}`
}

const KIBIBYTE = 1024

/** `75 KB`, `8 MB`, `1.5 GB`. */
export function sayBytes(bytes: number): string {
  for (const [unit, size] of [
    ['GB', KIBIBYTE ** 3],
    ['MB', KIBIBYTE ** 2],
  ] as const) {
    if (bytes >= size) return `${round(bytes / size)} ${unit}`
  }
  return `${round(bytes / KIBIBYTE)} KB`
}

/** `0.5 s`, `60 s`, `3 min`. */
export function saySeconds(seconds: number): string {
  return seconds >= 120 && seconds % 60 === 0 ? `${seconds / 60} min` : `${round(seconds)} s`
}

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
  [21, 9],
] as const

/** Width by height: `9:16`, `1.91:1`. */
export function sayRatio(ratio: number): string {
  const plain = PLAIN_RATIOS.find(([width, height]) => Math.abs(width / height / ratio - 1) < 0.005)
  return plain ? plain.join(':') : `${round(ratio)}:1`
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100)
}
