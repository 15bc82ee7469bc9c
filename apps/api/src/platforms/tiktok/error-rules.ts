import type { FailureScope, PublishFailure } from '../port.ts'
import { DAY_QUOTA_RETRY_MS, RATE_WINDOW_MS } from './limits.ts'

/** What a code of TikTok's means. */
export interface ErrorRule {
  readonly failure: PublishFailure
  /** A sentence that says how to fix it: callers see it. */
  readonly message: string
  /** Of a quota that is used up. @default 'item' */
  readonly scope?: FailureScope
  /** After how long a quota is tried again. Milliseconds. */
  readonly waitMs?: number
}

const APP_NOT_AUDITED =
  'TikTok has not audited the app of this server: it posts only to private accounts, with privacy_level SELF_ONLY. Make the account private, or use the mode inbox.'
const TOO_MANY_POSTS =
  'The account has used up the posts of a day that TikTok takes from apps. Wait, or post it in the TikTok app.'
const FORMAT =
  'TikTok does not take the file: it may be damaged, or in a format that it does not accept. Convert it, and upload the new file.'

/**
 * Codes of refused requests. `error.code` of
 * https://developers.tiktok.com/doc/content-posting-api-reference-direct-post, `-upload-video`, `-photo-post`, `-query-creator-info`,
 * `-get-video-status` and https://developers.tiktok.com/doc/tiktok-api-v2-error-handling (November 2026).
 */
export const REQUEST_RULES: Readonly<Record<string, ErrorRule>> = {
  access_token_invalid: {
    failure: 'reconnect',
    message: 'TikTok no longer accepts the access of this server. Connect the account again.',
  },
  scope_not_authorized: {
    failure: 'reconnect',
    message:
      'The account did not give this server the permission that it needs. Connect it again, and leave every permission switched on.',
  },
  scope_permission_missed: {
    failure: 'never',
    message: 'The app of this server has no permission at TikTok to do that: its operator must add the scope to it.',
  },
  rate_limit_exceeded: {
    failure: 'retry',
    message: 'TikTok accepts no more requests of the account for a minute.',
    scope: 'account',
    waitMs: RATE_WINDOW_MS,
  },
  spam_risk_too_many_posts: { failure: 'retry', message: TOO_MANY_POSTS, scope: 'account', waitMs: DAY_QUOTA_RETRY_MS },
  spam_risk_too_many_pending_share: {
    failure: 'retry',
    message:
      'The account has five uploads of the last day that nobody finished, the most that TikTok takes. Finish or discard some in the inbox of the TikTok app.',
    scope: 'account',
    waitMs: DAY_QUOTA_RETRY_MS,
  },
  spam_risk_user_banned_from_posting: { failure: 'never', message: 'TikTok has banned the account from posting.' },
  reached_active_user_cap: {
    failure: 'retry',
    message:
      'The app of this server has reached the number of accounts that may post with it in a day: its operator can ask TikTok for more.',
    scope: 'app',
    waitMs: DAY_QUOTA_RETRY_MS,
  },
  unaudited_client_can_only_post_to_private_accounts: { failure: 'never', message: APP_NOT_AUDITED },
  url_ownership_unverified: {
    failure: 'never',
    message:
      'TikTok fetches photos only from a domain or an address that is verified for the app of this server: its operator must verify the one of POWERPOST_PUBLIC_MEDIA_URL at TikTok.',
  },
  privacy_level_option_mismatch: {
    failure: 'never',
    message:
      'The account may not choose this privacy_level. GET /connections/{id}/capabilities shows those that it may.',
  },
  app_version_check_failed: {
    failure: 'never',
    message: 'The TikTok app of the account is too old for this: it needs version 31.8 or newer.',
  },
  invalid_publish_id: { failure: 'restart', message: 'TikTok no longer has the upload.' },
  token_not_authorized_for_specified_publish_id: {
    failure: 'restart',
    message: 'TikTok no longer has the upload of this account.',
  },
  invalid_file_upload: { failure: 'never', message: FORMAT },
  invalid_param: { failure: 'never', message: 'TikTok rejects the post as it is.' },
  invalid_params: { failure: 'never', message: 'TikTok rejects the post as it is.' },
}

/**
 * Why a post that TikTok took came to nothing: `fail_reason` of
 * https://developers.tiktok.com/doc/content-posting-api-reference-get-video-status#fail_reasons (November 2026). Nothing of it is posted.
 */
export const FAIL_RULES: Readonly<Record<string, ErrorRule>> = {
  file_format_check_failed: { failure: 'never', message: FORMAT },
  duration_check_failed: {
    failure: 'never',
    message: 'TikTok does not take a video of this length from the account. Cut it, and upload the new file.',
  },
  frame_rate_check_failed: {
    failure: 'never',
    message:
      'TikTok does not take a video of this frame rate: it takes 23 to 60 frames a second. Convert it, and upload the new file.',
  },
  picture_size_check_failed: {
    failure: 'never',
    message: 'TikTok does not take media of this width and height. Convert them, and upload the new files.',
  },
  internal: { failure: 'restart', message: 'TikTok has an internal error.' },
  internal_error: { failure: 'restart', message: 'TikTok has an internal error.' },
  video_pull_failed: { failure: 'restart', message: 'TikTok could not fetch the video.' },
  photo_pull_failed: {
    failure: 'restart',
    message:
      'TikTok could not fetch the photos from this server: its operator must check that POWERPOST_PUBLIC_MEDIA_URL is reachable from the internet.',
  },
  publish_cancelled: { failure: 'never', message: 'The upload was cancelled at TikTok.' },
  // The next request says that the account has to be connected again.
  auth_removed: {
    failure: 'restart',
    message: 'The account took the access of this server away while it posted. Connect it again.',
  },
  spam_risk_too_many_posts: {
    failure: 'restart',
    message: TOO_MANY_POSTS,
    scope: 'account',
    waitMs: DAY_QUOTA_RETRY_MS,
  },
  spam_risk_user_banned_from_posting: { failure: 'never', message: 'TikTok has banned the account from posting.' },
  spam_risk_text: { failure: 'never', message: 'TikTok takes the text for spam. Change it.' },
  spam_risk: { failure: 'never', message: 'TikTok takes the post for spam, and says that it must not be sent again.' },
}
