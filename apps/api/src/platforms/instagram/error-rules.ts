import type { GraphErrorRule } from '../meta/index.ts'
import { rulesFrom } from '../meta/index.ts'

const OWN = 'https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/error-codes'
const THIRD = 'third parties'

const EXPIRED = '$name no longer has the media.'
const NOT_FETCHED =
  '$name could not fetch the media from this server: its address must be public, with HTTPS, and not forbidden by a robots.txt.'
const NOT_UPLOADED = '$name could not take the media over.'
const TAGS = '$name rejects a tag of the post.'

/** Blocked as spam. After the final call the post may be live all the same: `publisher.ts` looks first. */
export const BLOCKED: GraphErrorRule = {
  code: 4,
  subcode: 2207051,
  failure: 'never',
  message: '$name takes the post, or what the account does, for spam and blocks it. Wait some hours, and change it.',
}

/** What an error means on Instagram alone, by code and subcode; read in November 2026. */
export const INSTAGRAM_ERROR_RULES: readonly GraphErrorRule[] = [
  ...rulesFrom(OWN, [
    { subcode: 2207001, failure: 'unknown', message: '$name has an internal error.' },
    { subcode: 2207003, failure: 'restart', message: NOT_FETCHED },
    { subcode: 2207004, failure: 'never', message: 'The picture is larger than the 8 MiB that $name accepts.' },
    { subcode: 2207020, failure: 'restart', message: EXPIRED },
    { subcode: 2207032, failure: 'unknown', message: '$name has an internal error.' },
    BLOCKED,
    { subcode: 2207052, failure: 'restart', message: NOT_FETCHED },
    { subcode: 2207053, failure: 'restart', message: NOT_UPLOADED },
    { subcode: 2207057, failure: 'never', message: 'The moment of the cover is after the end of the video.' },
  ]),
  ...rulesFrom(THIRD, [
    { subcode: 2207005, failure: 'never', message: '$name takes pictures as JPEG alone.' },
    { subcode: 2207006, failure: 'restart', message: EXPIRED },
    { subcode: 2207008, failure: 'restart', message: EXPIRED },
    // A container that is gone: https://developers.facebook.com/docs/graph-api/guides/error-handling
    { code: 100, subcode: 33, failure: 'restart', message: EXPIRED },
    { subcode: 2207009, failure: 'never', message: '$name does not take the picture or video in this ratio.' },
    { code: 36003, failure: 'never', message: '$name does not take the picture or video in this ratio.' },
    { subcode: 2207010, failure: 'never', message: 'The text is longer than $name accepts.' },
    { subcode: 2207023, failure: 'never', message: '$name does not take this kind of media.' },
    { subcode: 2207026, failure: 'never', message: '$name does not take the video in this format.' },
    { subcode: 2207027, failure: 'retry', message: '$name is not done with the media.' },
    { subcode: 2207028, failure: 'never', message: '$name does not take these media as one carousel.' },
    { subcode: 2207035, failure: 'never', message: TAGS },
    { subcode: 2207036, failure: 'never', message: TAGS },
    { subcode: 2207037, failure: 'never', message: TAGS },
    { subcode: 2207040, failure: 'never', message: TAGS },
    {
      subcode: 2207042,
      failure: 'retry',
      scope: 'account',
      message: 'The account has used up its posts at $name for today.',
    },
    {
      subcode: 2207050,
      failure: 'never',
      message: '$name has restricted the account: its owner has to sign in to the app and follow what it says.',
    },
    { subcode: 2207077, failure: 'restart', message: NOT_FETCHED },
    { subcode: 2207081, failure: 'never', message: '$name gives this account no trial reels.' },
    { subcode: 2207082, failure: 'restart', message: NOT_UPLOADED },
  ]),
]
