import type { FailureScope, PublishFailure } from '../port.ts'

/** What some of YouTube's errors mean. */
export interface ErrorRule {
  /** YouTube's own codes, of `errors[].reason`. */
  readonly reasons: readonly string[]
  readonly failure: PublishFailure
  /** A sentence for the caller: what happened, and how to fix it. */
  readonly message: string
  /** Of a quota. @default 'item' */
  readonly scope?: FailureScope
}

/** Where a person gives what a connection lacks. */
const CONNECT_AGAIN = 'Connect the channel again, and leave every box ticked on the page of Google.'

/**
 * The errors of https://developers.google.com/youtube/data/reference/rest/v3/errors and of the pages of `videos.insert`, `thumbnails.set`,
 * `playlistItems.insert` and `commentThreads.insert`, with those that all of Google's APIs have. Read in November 2026.
 */
export const ERROR_RULES: readonly ErrorRule[] = [
  {
    reasons: ['quotaExceeded', 'dailyLimitExceeded', 'dailyLimitExceededUnreg'],
    failure: 'retry',
    scope: 'app',
    message: "This server's app has used up its quota at YouTube for today. It is reset at midnight Pacific Time.",
  },
  {
    reasons: ['uploadLimitExceeded'],
    failure: 'retry',
    scope: 'account',
    message: 'The channel has uploaded as many videos as YouTube takes of it in 24 hours.',
  },
  {
    reasons: ['rateLimitExceeded', 'userRateLimitExceeded', 'uploadRateLimitExceeded', 'RATE_LIMIT_EXCEEDED'],
    failure: 'retry',
    message: 'YouTube accepts no more requests for a while.',
  },
  {
    reasons: ['backendError', 'internalError', 'processingFailure', 'SERVICE_UNAVAILABLE'],
    failure: 'retry',
    message: 'YouTube has an internal error. Try again later.',
  },
  {
    reasons: ['authError', 'invalidCredentials', 'expired', 'ACCESS_TOKEN_EXPIRED', 'CREDENTIALS_MISSING'],
    failure: 'reconnect',
    message: 'YouTube no longer accepts the access of this server. Connect the channel again.',
  },
  {
    reasons: ['insufficientPermissions', 'insufficientScopes', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'],
    failure: 'never',
    message: `The connection lacks a permission that this needs. ${CONNECT_AGAIN}`,
  },
  {
    reasons: ['youtubeSignupRequired'],
    failure: 'never',
    message: 'The Google account has no YouTube channel. Create one at youtube.com, and connect it again.',
  },
  {
    reasons: ['accountDelegationForbidden', 'delegationForbidden'],
    failure: 'never',
    message: 'The person who connected the channel may not act for it any more. Let its owner connect it.',
  },
  {
    reasons: ['authenticatedUserAccountClosed', 'channelClosed', 'accountClosed'],
    failure: 'never',
    message: 'The YouTube channel is closed.',
  },
  {
    reasons: [
      'authenticatedUserAccountSuspended',
      'authenticatedUserNotChannel',
      'channelSuspended',
      'accountTerminated',
    ],
    failure: 'never',
    message: 'YouTube has suspended the channel. Its owner finds the reason in YouTube Studio.',
  },
  {
    reasons: ['accessNotConfigured', 'SERVICE_DISABLED', 'accountDisabled', 'API_KEY_SERVICE_BLOCKED'],
    failure: 'never',
    message:
      "The YouTube Data API is not enabled for this server's app: its operator must enable it in the Google Cloud console.",
  },
  {
    reasons: ['invalidTitle'],
    failure: 'never',
    message:
      'YouTube does not take the title: it has more than 100 characters, or < or >, or is empty. Change the title.',
  },
  {
    reasons: ['invalidDescription'],
    failure: 'never',
    message: 'YouTube does not take the description: it has more than 5,000 bytes, or < or >. Change the content.',
  },
  {
    reasons: ['invalidTags'],
    failure: 'never',
    message: 'YouTube does not take the tags. Leave some out, or write them without < and >.',
  },
  {
    reasons: ['invalidCategoryId'],
    failure: 'never',
    message: 'YouTube has no such category for uploads. Choose one of GET /connections/{id}/choices/categories.',
  },
  {
    reasons: ['invalidPublishAt'],
    failure: 'never',
    message: 'YouTube does not take publish_at: it needs a time in the future, and privacy_status private.',
  },
  {
    reasons: ['forbiddenPrivacySetting'],
    failure: 'never',
    message: 'YouTube does not let this channel choose that privacy_status.',
  },
  {
    reasons: ['forbiddenLicenseSetting'],
    failure: 'never',
    message: 'YouTube does not let this channel choose that license.',
  },
  {
    reasons: [
      'defaultLanguageNotSet',
      'invalidVideoMetadata',
      'invalidVideoGameRating',
      'invalidRecordingDetails',
      'invalidFilename',
    ],
    failure: 'never',
    message: 'YouTube does not take what is said about the video. Check its title, description, tags and options.',
  },
  {
    reasons: ['mediaBodyRequired'],
    failure: 'restart',
    message: 'YouTube got no file.',
  },
  {
    reasons: ['invalidImage'],
    failure: 'never',
    message: 'YouTube cannot read the picture: it takes JPEG and PNG of up to 2 MB.',
  },
  {
    reasons: ['playlistNotFound'],
    failure: 'never',
    message: 'The channel has no such playlist.',
  },
  {
    reasons: ['playlistContainsMaximumNumberOfVideos'],
    failure: 'never',
    message: 'The playlist has as many videos as YouTube takes.',
  },
  {
    reasons: ['playlistItemsNotAccessible', 'playlistOperationUnsupported', 'channelNotFound'],
    failure: 'never',
    message: 'The channel may not change that playlist.',
  },
  {
    reasons: ['videoNotFound'],
    failure: 'never',
    message: 'YouTube does not have the video any more.',
  },
  {
    reasons: [
      'commentsDisabled',
      'ineligibleAccount',
      'commentTextRequired',
      'commentTextTooLong',
      'invalidCommentThreadMetadata',
    ],
    failure: 'never',
    message:
      'YouTube takes no such comment from the channel below this video: comments are off there, or it is too long.',
  },
]

/** Why YouTube did not take a video, of `status.failureReason` and `status.rejectionReason`. */
export const PROCESSING_REASONS: Readonly<Record<string, string>> = {
  codec: 'YouTube does not know how the video is encoded. Convert it to MP4 with H.264 and AAC.',
  conversion: 'YouTube could not convert the video. Convert it to MP4 with H.264 and AAC.',
  emptyFile: 'YouTube says that the file is empty.',
  invalidFile: 'YouTube says that the file is no video.',
  tooSmall: 'YouTube says that the video is too small.',
  uploadAborted: 'YouTube says that the upload was broken off. Try again.',
  claim: 'YouTube rejected the video because of a claim by another owner of its content.',
  copyright: 'YouTube rejected the video because of copyright.',
  duplicate: 'YouTube rejected the video: the channel has it already.',
  inappropriate: 'YouTube rejected the video as inappropriate.',
  legal: 'YouTube rejected the video for legal reasons.',
  length:
    'YouTube rejected the video: it is longer than the channel may upload. The owner can confirm a phone number at youtube.com/verify.',
  termsOfUse: 'YouTube rejected the video because of its terms of use.',
  trademark: 'YouTube rejected the video because of a trademark.',
  uploaderAccountClosed: 'YouTube rejected the video: the channel is closed.',
  uploaderAccountSuspended: 'YouTube rejected the video: the channel is suspended.',
}
