import { checkUrl } from './check-url.ts'
import type { UrlPolicy } from './check-url.ts'
import { OutboundError } from './errors.ts'

/** RFC 9110 15.4: those with a `Location` to go to at once. */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/**
 * Where an answer redirects to.
 *
 * @returns nothing when the answer is no redirect
 * @throws OutboundError when it leads where we may not go: the same rules as for the first address, so that a way from
 *   https to http ends here too
 */
export function findNextHop(
  answer: { readonly status: number; readonly location: string | undefined },
  from: URL,
  policy: UrlPolicy,
): URL | undefined {
  if (!REDIRECTS.has(answer.status) || answer.location === undefined) return undefined
  const url = URL.parse(answer.location, from)
  if (url === null) throw new OutboundError('bad_url', 'redirects to something that is no address')
  checkUrl(url, policy)
  return url
}
