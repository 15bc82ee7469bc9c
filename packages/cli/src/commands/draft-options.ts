import { Option } from '@commander-js/extra-typings'
import { commaSeparated, repeated } from './options.ts'
import { PLATFORMS } from './post-types.ts'

// What a draft is said by, when it is created as when it is changed.

const PRIVACY_LEVELS = ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'FOLLOWER_OF_CREATOR', 'SELF_ONLY'] as const

export type PrivacyLevel = (typeof PRIVACY_LEVELS)[number]

export const to = new Option('--to <platforms>', `${PLATFORMS.join(', ')}, or post types as instagram-reel`).argParser(
  commaSeparated,
)

export const title = new Option('--title <text>', "a title: YouTube needs one, TikTok's photos may have one")

export const image = new Option('--image <file>', 'a JPEG, PNG or WebP to upload; several times for several').argParser(
  repeated,
)

export const video = new Option('--video <file>', 'an MP4, MOV or WebM to upload')

export const media = new Option('--media <id>', 'a file that was uploaded before; several times for several').argParser(
  repeated,
)

export const privacyLevel = new Option(
  '--privacy-level <level>',
  'who may see it on TikTok, which wants it said',
).choices(PRIVACY_LEVELS)

export const aiGenerated = new Option('--ai-generated', 'tell the platforms that the media were made by AI')
