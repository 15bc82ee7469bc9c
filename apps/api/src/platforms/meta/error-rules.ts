import type { FailureScope, PublishFailure } from '../port.ts'

/** What an error of the Graph API means. */
export interface GraphErrorRule {
  /** Absent: with any code, the subcode is enough. */
  readonly code?: number
  /** Absent: whatever the subcode. */
  readonly subcode?: number
  /**
   * `unknown`: it may work later, but where it answers a final call, nobody knows whether that had its effect.
   */
  readonly failure: PublishFailure | 'unknown'
  /** Of a `retry`. @default 'item' */
  readonly scope?: FailureScope
  /** A sentence for callers. `$name` stands for the platform. */
  readonly message: string
  /** Where it was read, in November 2026. */
  readonly source?: string
}

const SOURCES = {
  errors: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  limits: 'https://developers.facebook.com/docs/graph-api/overview/rate-limiting',
  tokens: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens/debugging',
} as const

const INTERNAL = '$name has an internal error.'
const APP_LIMIT = 'The app of this server has used up its requests at $name for a while.'
const ACCOUNT_LIMIT = 'The account has used up its requests at $name for a while.'
const NO_ACCESS = '$name no longer accepts the access of this server.'
const NOT_ALLOWED = '$name does not allow this account, or the app of this server, to do that.'

/** Rules that were read on one page. */
export const rulesFrom = (source: string, rules: readonly GraphErrorRule[]): readonly GraphErrorRule[] =>
  rules.map((rule) => ({ ...rule, source }))

/** What holds on every platform of Meta's, by code and subcode. */
const GRAPH_ERROR_RULES: readonly GraphErrorRule[] = [
  ...rulesFrom(SOURCES.errors, [
    { code: 1, failure: 'unknown', message: INTERNAL },
    { code: 2, failure: 'unknown', message: '$name is not available for a while.' },
    { code: 3, failure: 'never', message: NOT_ALLOWED },
    { code: 4, failure: 'retry', scope: 'app', message: APP_LIMIT },
    { code: 10, failure: 'never', message: NOT_ALLOWED },
    { code: 17, failure: 'retry', scope: 'account', message: ACCOUNT_LIMIT },
    { code: 102, failure: 'reconnect', message: NO_ACCESS },
    { code: 190, failure: 'reconnect', message: NO_ACCESS },
    { code: 341, failure: 'retry', scope: 'app', message: APP_LIMIT },
    {
      code: 368,
      failure: 'never',
      message: '$name has blocked the account, or what it posts, for a while because it breaks a policy.',
    },
    {
      code: 506,
      failure: 'never',
      message: 'The account posted the same a short while ago, and $name rejects duplicates. Change the text.',
    },
    { code: 1609005, failure: 'never', message: '$name could not read the page that the link leads to.' },
  ]),
  ...rulesFrom(SOURCES.limits, [
    { code: 32, failure: 'retry', scope: 'account', message: ACCOUNT_LIMIT },
    { code: 613, failure: 'retry', scope: 'account', message: ACCOUNT_LIMIT },
    // Pages, and Instagram.
    { code: 80001, failure: 'retry', scope: 'account', message: ACCOUNT_LIMIT },
    { code: 80002, failure: 'retry', scope: 'account', message: ACCOUNT_LIMIT },
    // A user of the app, within an hour.
    { code: 4, subcode: 1349193, failure: 'retry', scope: 'account', message: ACCOUNT_LIMIT },
  ]),
  ...rulesFrom(SOURCES.tokens, [
    {
      subcode: 458,
      failure: 'reconnect',
      message: 'The person who connected the account has removed the app of this server at $name.',
    },
    {
      subcode: 459,
      failure: 'reconnect',
      message: '$name wants the person who connected the account to sign in at its own page first.',
    },
    {
      subcode: 460,
      failure: 'reconnect',
      message: 'The person who connected the account has changed the password at $name, which ended the access.',
    },
    { subcode: 463, failure: 'reconnect', message: 'The access of this server at $name has ended.' },
    {
      subcode: 464,
      failure: 'reconnect',
      message: '$name wants the person who connected the account to confirm it at its own page first.',
    },
    { subcode: 467, failure: 'reconnect', message: NO_ACCESS },
    {
      subcode: 492,
      failure: 'reconnect',
      message: 'The person who connected the account has no role at the page any more that lets them post.',
    },
  ]),
]

/** Codes of a permission that is missing: https://developers.facebook.com/docs/graph-api/guides/error-handling */
export function isPermissionCode(code: number | undefined): boolean {
  return code !== undefined && (code === 10 || code === 3 || (code >= 200 && code <= 299))
}

/** What a code means that no rule names. */
export const ANY_PERMISSION: GraphErrorRule = { failure: 'never', message: NOT_ALLOWED }
export const ANY_OTHER: GraphErrorRule = { failure: 'never', message: '$name rejects the post as it is.' }

/** The rule of a code and subcode: the narrowest that fits; of a platform's own before the general ones. */
export function findRule(
  own: readonly GraphErrorRule[],
  { code, subcode }: { readonly code: number | undefined; readonly subcode: number | undefined },
): GraphErrorRule | undefined {
  const rules = [...own, ...GRAPH_ERROR_RULES]
  return (
    rules.find((rule) => rule.subcode !== undefined && rule.subcode === subcode && rule.code === code) ??
    rules.find((rule) => rule.subcode !== undefined && rule.subcode === subcode && rule.code === undefined) ??
    rules.find((rule) => rule.subcode === undefined && rule.code !== undefined && rule.code === code)
  )
}
