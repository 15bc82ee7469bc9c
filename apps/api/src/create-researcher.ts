import type { Config } from '#config/index.ts'
import { createGuardedFetch } from '#outbound/index.ts'
import { createPageReader, createSearxngResearcher, createSourcesResearcher } from '#research/index.ts'
import type { Researcher } from '#research/index.ts'

const FETCH_BOUNDS = { timeoutMs: 20_000, maxBytes: 2_000_000, maxRedirects: 5 }
/** A search that hangs must leave time to read the caller's own sources. */
const SEARCH_TIMEOUT_MS = 8_000

/** What looks subjects up: the pages that callers name, and the operator's search server where there is one. */
export function createResearcher({ searchUrl, allowPrivateUrls, publicUrl }: Config): Researcher {
  // Where whoever runs a site finds who read it, as far as the operator has said.
  const userAgent = publicUrl === undefined ? 'PowerPost' : `PowerPost (+${publicUrl})`
  const fetch = createGuardedFetch({ ...FETCH_BOUNDS, allowPrivate: allowPrivateUrls, userAgent })
  const readPage = createPageReader({ fetch })
  if (searchUrl === undefined) return createSourcesResearcher({ readPage })
  // The operator's own server may stand in a private network; what it finds may not.
  const searchFetch = createGuardedFetch({
    ...FETCH_BOUNDS,
    timeoutMs: SEARCH_TIMEOUT_MS,
    allowPrivate: true,
    userAgent,
  })
  return createSearxngResearcher({ searchUrl, searchFetch, readPage })
}
