import { Option } from '@commander-js/extra-typings'
import { commaSeparated, repeated } from './options.ts'
import { PLATFORMS } from './post-types.ts'

// What a draft is said by, when it is created as when it is changed.

const PRIVACY_LEVELS = ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'FOLLOWER_OF_CREATOR', 'SELF_ONLY'] as const

export type PrivacyLevel = (typeof PRIVACY_LEVELS)[number]

export const to = new Option(
  '--to <platforms>',
  `${PLATFORMS.join(', ')}, or post types like instagram-reel`,
).argParser(commaSeparated)

export const title = new Option('--title <text>', 'a title: required on YouTube, optional for TikTok photos')

export const image = new Option(
  '--image <file>',
  'a JPEG, PNG or WebP to upload; can be repeated; - reads standard input',
).argParser(repeated)

export const video = new Option('--video <file>', 'an MP4, MOV or WebM to upload; - reads standard input')

export const media = new Option('--media <id>', 'an uploaded file; can be repeated').argParser(repeated)

export const alt = new Option(
  '--alt <text>',
  'the alt text of a file, in the order of --media, --image, --video; can be repeated',
).argParser(repeated)

export const thread = new Option('--thread <text>', 'what follows in the same thread, on X; can be repeated').argParser(
  repeated,
)

export const firstComment = new Option('--first-comment <text>', 'a comment of your own below the post')

const FITS = ['auto', 'none', 'pad', 'crop'] as const

export type Fit = (typeof FITS)[number]

export const fit = new Option(
  '--fit <fit>',
  'how files are made to fit the platform: auto, pad (bars), crop, or none',
).choices(FITS)

export const privacyLevel = new Option('--privacy-level <level>', 'who can see it on TikTok; required there').choices(
  PRIVACY_LEVELS,
)

export const aiGenerated = new Option('--ai-generated', 'mark the media as made by AI')
