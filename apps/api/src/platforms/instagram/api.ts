import type { GraphApi } from '../meta/index.ts'
import type { StepOptions } from '../port.ts'
import { PublishError } from '../port.ts'

/** The ways to an account: by its own sign-in, or by that of a Facebook page that it is connected to. */
export interface InstagramApis {
  /** `graph.instagram.com`. Absent: the operator has no app for Instagram Login. */
  readonly login: GraphApi | undefined
  /** `graph.facebook.com`, with tokens of pages. Absent: the operator has no app for Facebook Login. */
  readonly pages: GraphApi | undefined
}

/** The way to one account. */
export interface AccountApi {
  readonly api: GraphApi
  /** The account in paths. */
  readonly account: string
  /** Whether videos can be sent: https://developers.facebook.com/documentation/instagram-platform/content-publishing/resumable-uploads */
  readonly takesUploads: boolean
}

/** @throws PublishError when the operator's app for the sign-in is gone */
export function apiOf({ login, pages }: InstagramApis, { connection }: Pick<StepOptions, 'connection'>): AccountApi {
  const isOfPage = connection.signInPlatform === 'facebook'
  const api = isOfPage ? pages : login
  if (!api) {
    const name = isOfPage ? 'Facebook' : 'Instagram'
    throw new PublishError(
      'never',
      `This server is no longer configured for the sign-in at ${name}. Tell its operator.`,
    )
  }
  // With Instagram's tokens `me` is the account: the documentation does not agree on which of its two ids a path takes. With a page's, it is the page.
  return { api, account: isOfPage ? connection.platformAccountId : 'me', takesUploads: isOfPage }
}
