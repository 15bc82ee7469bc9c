import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '#shared/clock.ts'
import type { Keyring } from '#shared/keyring.ts'
import { API_BASE_PATH } from '@powerpost/contract'

/** What a link shows of a medium: the file as it is, or a small picture of it. */
export type MediaVariant = 'content' | 'thumbnail'

/** As answers have them. */
export interface LinksOfMedium {
  readonly url: string
  readonly thumbnail_url: string
}

/** What a link says: to be believed only once its signature was checked. */
export interface SignedLink {
  readonly mediaId: string
  readonly variant: MediaVariant
  /** Seconds since 1970. */
  readonly expires: string
  readonly signature: string
}

/** Makes and checks links by which a medium is read without a key. Anyone who has one can use it until it expires. */
export interface MediaLinks {
  /** The links of a medium, good for seven days at least and eight at the most. The same until midnight UTC. */
  of(mediaId: string): LinksOfMedium
  /** The same for a platform that fetches the file: at the address that the operator has for that. */
  forPlatforms(mediaId: string): string
  /** Seconds that a link is still good for; 0 for one that has expired or that we never made. */
  check(link: SignedLink): number
}

interface LinkDependencies {
  readonly keyring: Keyring
  /** The server's own address, without a slash at its end. Known once it listens. */
  readonly publicUrl: () => string
  /** Where platforms fetch files, without a slash at its end. @default `publicUrl` */
  readonly publicMediaUrl?: (() => string) | undefined
  readonly clock: Clock
}

const DAY_SECONDS = 24 * 3600
const LIFETIME_DAYS = 7

export function createMediaLinks({
  keyring,
  publicUrl,
  publicMediaUrl = publicUrl,
  clock,
}: LinkDependencies): MediaLinks {
  const key = keyring.derive('media links')
  const nowSeconds = () => clock.now().getTime() / 1000
  const sign = (mediaId: string, variant: MediaVariant, expires: string) =>
    createHmac('sha256', key).update(`${mediaId}\n${variant}\n${expires}`).digest('base64url')
  const linkTo = (mediaId: string, variant: MediaVariant, base = publicUrl()) => {
    // Whole days, so that caches know a link again, and an answer asked for twice is the same.
    const expires = String((Math.ceil(nowSeconds() / DAY_SECONDS) + LIFETIME_DAYS) * DAY_SECONDS)
    const query = new URLSearchParams({ expires, signature: sign(mediaId, variant, expires) })
    return `${base}${API_BASE_PATH}/media/${mediaId}/${variant}?${query.toString()}`
  }
  return {
    of: (mediaId) => ({ url: linkTo(mediaId, 'content'), thumbnail_url: linkTo(mediaId, 'thumbnail') }),
    forPlatforms: (mediaId) => linkTo(mediaId, 'content', publicMediaUrl()),
    check({ mediaId, variant, expires, signature }) {
      // The texts are compared, not the bytes: base64url has several spellings of the same ones.
      const ours = Buffer.from(sign(mediaId, variant, expires))
      const given = Buffer.from(signature)
      if (ours.length !== given.length || !timingSafeEqual(ours, given)) return 0
      return Math.max(0, Math.floor(Number(expires) - nowSeconds()))
    },
  }
}
