import type { GraphErrorRule } from '../meta/index.ts'
import { rulesFrom } from '../meta/index.ts'

/** Named by third parties alone, in November 2026: Facebook publishes no list of these. */
const THIRD_PARTIES = 'third parties'

/** Offsets of a part that Facebook does not take: its answer says which it does. */
export const WRONG_OFFSET = 1363037

/** The account posted the same a short while ago. */
export const DUPLICATE_CODE = '506'

const UNAVAILABLE = 'Facebook does not take posts for this page for a while.'
const CHECK = 'Facebook wants a person to confirm the account or the page at its own page before it can post.'

/** What errors mean on Facebook alone. */
export const FACEBOOK_ERROR_RULES: readonly GraphErrorRule[] = rulesFrom(THIRD_PARTIES, [
  { subcode: 1366046, failure: 'never', message: 'The photo is larger than Facebook accepts, or in another format.' },
  { subcode: 1366051, failure: 'never', message: 'Facebook has this photo already in a post.' },
  { subcode: 1390008, failure: 'retry', scope: 'account', message: 'The page posts faster than Facebook allows.' },
  { subcode: 1346003, failure: 'never', message: 'Facebook rejects the post because it breaks a policy.' },
  { subcode: 1404102, failure: 'never', message: 'Facebook rejects the post because it breaks a policy.' },
  { subcode: 1404006, failure: 'never', message: CHECK },
  { subcode: 1404112, failure: 'never', message: CHECK },
  { subcode: 4854002, failure: 'never', message: CHECK },
  {
    subcode: 1404078,
    failure: 'never',
    message: 'The page has to complete the Page Publishing Authorization of Facebook before it can post.',
  },
  { subcode: 1609008, failure: 'never', message: 'Facebook takes no links to Facebook in this place.' },
  { subcode: 2061006, failure: 'never', message: 'Facebook could not read the page that the link leads to.' },
  { subcode: 1363047, failure: 'unknown', message: UNAVAILABLE },
  { subcode: 1609010, failure: 'unknown', message: UNAVAILABLE },
  { subcode: 2069019, failure: 'never', message: 'Facebook rejects the file as it is.' },
  { subcode: 490, failure: 'reconnect', message: 'Facebook no longer accepts the access of this server.' },
])
