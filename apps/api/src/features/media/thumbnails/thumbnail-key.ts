import { makeStorageKey } from '#storage/key.ts'

/** Where the small picture of a medium is kept, once it was asked for. */
export function thumbnailKeyOf(mediaId: string): string {
  return makeStorageKey('thumbnails', mediaId)
}
