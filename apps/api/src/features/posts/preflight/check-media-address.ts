import { checkUrlLiteral } from '#outbound/index.ts'
import type { Platform, PostType } from '@powerpost/contract'
import { PLATFORM_NAMES, PLATFORM_OF_POST_TYPE, PUBLISHING_RULES } from '@powerpost/contract'
import type { PlacedMedium } from '../placed-medium.ts'
import type { Finding } from './finding.ts'

/** Where platforms fetch media from this server. */
export interface MediaAddress {
  /** Without a slash at its end. Known once the server listens. */
  readonly url: () => string
  /** An address that no platform can reach is warned of: for local work. @default false: it is an error */
  readonly isLocalWork: boolean
}

interface ItemWithMedia {
  readonly postType: PostType
  readonly media: readonly Pick<PlacedMedium, 'type'>[]
}

/**
 * Whether a platform that fetches media can reach this server.
 *
 * @param signIn whose sign-in the tokens of the account are from: with some, files are sent instead
 */
export function checkMediaAddress(
  { postType, media }: ItemWithMedia,
  signIn: Platform,
  { url, isLocalWork }: MediaAddress,
): Finding[] {
  const { images, videos } = PUBLISHING_RULES[postType]
  const fetched = media
    .map(({ type }) => ({ image: images, video: videos, document: undefined })[type]?.fetched)
    .find((rule) => rule !== undefined && rule.unlessSignIn !== signIn)
  const address = url()
  if (!fetched) return []
  const name = PLATFORM_NAMES[PLATFORM_OF_POST_TYPE[postType]]
  if (isPublic(address)) return fetched.verified ? [sayVerified(name, address, fetched.source)] : []
  const message = `${name} fetches the media from this server and cannot reach ${new URL(address).origin}: that needs a public HTTPS address. The operator can set one as POWERPOST_PUBLIC_MEDIA_URL.`
  return [
    {
      severity: isLocalWork ? 'warning' : 'error',
      rule: 'media_address',
      field: 'media_ids',
      limit: 'a public HTTPS address',
      actual: new URL(address).origin,
      message,
    },
  ]
}

/** Whether it is verified cannot be asked: it is said each time. */
function sayVerified(name: string, address: string, source: string): Finding {
  const { origin } = new URL(address)
  const message = `${name} fetches the media from ${origin} only if the operator of this server has verified that domain, or the beginning of the address, for its app at ${name}. If not, the item fails with url_ownership_unverified.`
  const shared = { rule: 'media_ownership', field: 'media_ids', limit: 'a verified address', actual: origin, source }
  return { severity: 'warning', ...shared, message }
}

/** By its text alone: what a name resolves to here, is not what it resolves to for a platform. */
function isPublic(address: string): boolean {
  try {
    checkUrlLiteral(address, { allowPrivate: false })
    return true
  } catch {
    return false
  }
}
