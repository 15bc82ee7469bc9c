import type { Hit } from './search.ts'

/** Say who sent the reader, not what is read. */
const TRACKING = /^(utm_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid|ref|ref_src)$/i

/**
 * Picks results of several searches: the best of each, then the second of each, and so on; each page once, no page of
 * `without`, and nothing but web addresses.
 */
export function chooseHits(
  results: readonly (readonly Hit[])[],
  options: { readonly max: number; readonly maxPerHost: number; readonly without: readonly string[] },
): readonly Hit[] {
  const seen = new Set(options.without.map(canonicalUrl))
  const perHost = new Map<string, number>()
  const chosen: Hit[] = []
  const longest = Math.max(0, ...results.map((hits) => hits.length))
  for (let rank = 0; rank < longest; rank += 1) {
    for (const hit of results.map((hits) => hits[rank])) {
      const key = hit === undefined ? undefined : canonicalUrl(hit.url)
      if (hit === undefined || key === undefined || seen.has(key)) continue
      seen.add(key)
      const host = key.split('/', 1)[0] ?? ''
      const count = perHost.get(host) ?? 0
      if (count >= options.maxPerHost) continue
      perHost.set(host, count + 1)
      chosen.push(hit)
    }
  }
  return chosen.slice(0, options.max)
}

/** The same for all the ways in which results write one page's address; nothing for what is no web address. */
function canonicalUrl(text: string): string | undefined {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name))
  for (const name of tracking) url.searchParams.delete(name)
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}${url.search}`
}
