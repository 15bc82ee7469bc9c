import type { Trx } from '#db/types.ts'
import type { MediumToPost } from '#features/media/index.ts'
import { holdMediaToPost } from '#features/media/index.ts'
import { invalidField } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { PostItemInput, PostMediumInput } from '@powerpost/contract'
import { PLATFORM_OF_POST_TYPE } from '@powerpost/contract'
import type { MediumCover, PlacedMedium } from './placed-medium.ts'

/** The media of an item, and of what follows in its thread. */
export interface PlannedMedia {
  readonly media: readonly PlacedMedium[]
  /** One list for each part. */
  readonly thread: readonly (readonly PlacedMedium[])[]
}

/**
 * The media of each item, in their order, with what is said about them. Until the transaction ends none of them can be deleted.
 * Throws VALIDATION_ERROR for what is not a file of this workspace, and for two descriptions that differ.
 */
export async function planMedia(
  trx: Trx,
  principal: WorkspacePrincipal,
  items: readonly PostItemInput[],
): Promise<PlannedMedia[]> {
  const given = items.map((item, index) => ({
    own: readMedia(item, `items[${index}]`),
    thread: (item.thread ?? []).map((part, place) => readMedia(part, `items[${index}].thread[${place}]`)),
  }))
  const named = given
    .flatMap(({ own, thread }) => [own, ...thread].flat())
    .flatMap(({ input: { media_id, cover } }) => [media_id, cover?.media_id ?? []].flat())
  const found = await holdMediaToPost(trx, principal, [...new Set(named.map((id) => id.toLowerCase()))])
  const place = (media: readonly GivenMedium[]) => media.map((medium) => placeMedium(medium, found))
  return given.map(({ own, thread }, index) => ({
    media: describeFirst(place(own), items[index], index),
    thread: thread.map(place),
  }))
}

/** A medium of a request, with where it stands there. */
interface GivenMedium {
  readonly input: PostMediumInput
  /** Of its id. */
  readonly path: string
}

/** Either form of the media of an item or of a part of its thread: the contract has checked that both say the same. */
function readMedia({ media, media_ids = [] }: Pick<PostItemInput, 'media' | 'media_ids'>, at: string): GivenMedium[] {
  if (media === undefined) {
    return media_ids.map((media_id, place) => ({ input: { media_id }, path: `${at}.media_ids[${place}]` }))
  }
  return media.map((input, place) => ({ input, path: `${at}.media[${place}].media_id` }))
}

const UNKNOWN = 'is not a file of this workspace'

function placeMedium({ input, path }: GivenMedium, found: ReadonlyMap<string, MediumToPost>): PlacedMedium {
  const { media_id, alt_text: altText = '', focus } = input
  const medium = found.get(media_id.toLowerCase())
  if (!medium) throw invalidField(path, UNKNOWN)
  const cover = findCover({ input, path }, medium, found)
  return { ...medium, ...(altText !== '' && { altText }), ...(focus && { focus }), ...(cover && { cover }) }
}

function findCover(
  { input: { cover }, path }: GivenMedium,
  { type }: MediumToPost,
  found: ReadonlyMap<string, MediumToPost>,
): MediumCover | undefined {
  if (!cover) return undefined
  const field = path.replace(/media_id$/, 'cover')
  if (type !== 'video')
    throw invalidField(field, `is for videos only, and this is ${type === 'image' ? 'a picture' : 'a document'}`)
  if (cover.media_id === undefined) return { seconds: cover.at_seconds ?? 0 }
  const picture = found.get(cover.media_id.toLowerCase())
  if (!picture) throw invalidField(`${field}.media_id`, UNKNOWN)
  if (picture.type !== 'image')
    throw invalidField(`${field}.media_id`, `must be a picture, and this is a ${picture.type}`)
  return { picture }
}

/** `options.alt_text` of Instagram is another place for the description of the first picture. */
function describeFirst(media: PlacedMedium[], item: PostItemInput | undefined, index: number): PlacedMedium[] {
  const text = item?.options?.alt_text ?? ''
  if (!item || text === '' || PLATFORM_OF_POST_TYPE[item.post_type] !== 'instagram') return media
  const first = media.findIndex(({ type }) => type === 'image')
  return media.map((medium, place) => {
    if (place !== first) return medium
    if (medium.altText !== undefined && medium.altText !== text) {
      throw invalidField(`items[${index}].options.alt_text`, `must be the same as media[${place}].alt_text`)
    }
    return { ...medium, altText: text }
  })
}
