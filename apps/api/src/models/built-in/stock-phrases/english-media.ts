import type { Platform } from '@powerpost/contract'
import type { Choices } from './stock-phrases.ts'

type ByPlatform = Readonly<Record<Platform, Choices>>

/** What is known of media without a prompt, and so what can be said of them. */
export type MediaScene =
  | 'namedPicture'
  | 'namedPlainPicture'
  | 'namedPictures'
  | 'namedVideo'
  | 'picture'
  | 'plainPicture'
  | 'pictures'
  | 'plainPictures'
  | 'video'

/**
 * What can be said of media without having seen them, English. `{count}`, `{all}`, `{colours}`, `{duration}` and
 * `{shape}` are measured; `{name}` is what the file was called.
 */
export const ENGLISH_MEDIA: Readonly<Record<MediaScene, ByPlatform>> = {
  namedPicture: {
    instagram: ['{Name}.'],
    tiktok: ['{Name}'],
    youtube: ['{Name}'],
    x: ['{Name}.'],
    facebook: ['{Name}, in {colours}.'],
    linkedin: ['{Name}.'],
  },
  namedPlainPicture: {
    instagram: ['{Name}.'],
    tiktok: ['{Name}'],
    youtube: ['{Name}'],
    x: ['{Name}.'],
    facebook: ['{Name}.'],
    linkedin: ['{Name}.'],
  },
  namedPictures: {
    instagram: ['{Name}.'],
    tiktok: ['{Name}.'],
    youtube: ['{Name}'],
    x: ['{Name}.'],
    facebook: ['{Name}, in {count} pictures.'],
    linkedin: ['{Name}: {count} pictures.'],
  },
  namedVideo: {
    instagram: ['{Name}.'],
    tiktok: ['{Name}'],
    youtube: ['{Name}'],
    x: ['{Name}.'],
    facebook: ['{Name}, in {duration}.'],
    linkedin: ['{Name}.'],
  },
  picture: {
    instagram: ['In {colours}.'],
    tiktok: ['{Colours}'],
    youtube: ['A picture in {colours}'],
    x: ['A picture in {colours}.'],
    facebook: ['Sharing a picture in {colours} with you.'],
    linkedin: ['One {shape} picture, in {colours}.'],
  },
  plainPicture: {
    instagram: ['One picture.'],
    tiktok: ['One picture'],
    youtube: ['A {shape} picture'],
    x: ['One picture.'],
    facebook: ['Sharing a picture with you.'],
    linkedin: ['Sharing a {shape} picture.'],
  },
  pictures: {
    instagram: ['Swipe through {all}.'],
    tiktok: ['Swipe through {all}'],
    youtube: ['{count} pictures in {colours}'],
    x: ['{count} pictures in {colours}.'],
    facebook: ['Sharing {count} pictures with you.'],
    linkedin: ['{count} pictures, mostly in {colours}.'],
  },
  plainPictures: {
    instagram: ['Swipe through {all}.'],
    tiktok: ['Swipe through {all}'],
    youtube: ['{count} pictures'],
    x: ['{count} pictures.'],
    facebook: ['Sharing {count} pictures with you.'],
    linkedin: ['Sharing {count} pictures.'],
  },
  video: {
    instagram: ['{Duration}. Press play.'],
    tiktok: ['{Duration}, press play'],
    youtube: ['A {shape} video, {duration}'],
    x: ['A new video: {duration}.'],
    facebook: ['A new video for you, {duration} long.'],
    linkedin: ['Sharing a new video: {duration}.'],
  },
}

/** Added lines, where they are natural. */
export const ENGLISH_MEDIA_LINES = {
  swipe: 'Swipe through {all}.',
  all: 'all {count}',
  both: 'both',
  colours: 'In {colours}.',
  duration: 'A {shape} video, {duration}.',
  onePicture: 'A {shape} picture in {colours}.',
  onePlainPicture: 'A {shape} picture.',
  manyPictures: '{count} pictures in {colours}.',
  manyPlainPictures: '{count} pictures.',
  seconds: ['second', 'seconds'],
  minutes: ['minute', 'minutes'],
  and: 'and',
  // Not `portrait`: that would say what a picture shows.
  shapes: { portrait: 'vertical', landscape: 'horizontal', square: 'square' },
} as const
