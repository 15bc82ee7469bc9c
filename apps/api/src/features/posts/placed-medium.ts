import type { MediumToPost, PostedRendition } from '#features/media/index.ts'
import type { PostMedium } from '@powerpost/contract'

/** What people see of a video before it plays. */
export type MediumCover = { readonly seconds: number } | { readonly picture: MediumToPost }

/** A file of an item, with what is said about it there. */
export interface PlacedMedium extends MediumToPost {
  /** A description for people who cannot see it. */
  readonly altText?: string
  /** The point that stays visible where it is cropped: shares of its sides, from the left and from the top. */
  readonly focus?: { readonly x: number; readonly y: number }
  readonly cover?: MediumCover
  /** What is posted in its place, from publishing on. */
  readonly rendition?: PostedRendition
}

/** As the API shows it. */
export function toPostMedium({ id, altText, focus, cover }: PlacedMedium): PostMedium {
  return {
    media_id: id,
    ...(altText !== undefined && { alt_text: altText }),
    ...(focus && { focus: { x: focus.x, y: focus.y } }),
    ...(cover && { cover: 'seconds' in cover ? { at_seconds: cover.seconds } : { media_id: cover.picture.id } }),
  }
}
