import type { Config } from '#config/index.ts'
import { createGuardedFetch } from '#outbound/index.ts'
import type { LocalModels } from '#models/ai-sdk/index.ts'
import { createWebSearchFromSettings } from '#models/ai-sdk/index.ts'
import type { ModelFailure, WebSearch } from '#models/port.ts'
import { ModelError } from '#models/port.ts'
import {
  createPageReader,
  createSearxngResearcher,
  createSourcesResearcher,
  createWebResearcher,
  MODEL_SEARCH_LIMITS,
  SearchError,
} from '#research/index.ts'
import type { Researcher, Search, SearchFailure } from '#research/index.ts'
import { userAgentOf } from './user-agent.ts'

const FETCH_BOUNDS = { timeoutMs: 20_000, maxBytes: 2_000_000, maxRedirects: 5 }
/** A search that hangs must leave time to read the caller's own sources. */
const SEARCH_TIMEOUT_MS = 8_000

/**
 * What looks subjects up: the pages that callers name, and the web, by the operator's search server, else by the vendor of
 * the text model where it has a search of its own.
 */
export function createResearcher(config: Config, localModels?: LocalModels): Researcher {
  const { search, textModel, allowPrivateUrls } = config
  const userAgent = userAgentOf(config)
  const fetch = createGuardedFetch({ ...FETCH_BOUNDS, allowPrivate: allowPrivateUrls, userAgent })
  const readPage = createPageReader({ fetch })
  if (typeof search === 'object') {
    // The operator's own server may stand in a private network; what it finds may not.
    const bounds = { ...FETCH_BOUNDS, timeoutMs: SEARCH_TIMEOUT_MS, allowPrivate: true, userAgent }
    return createSearxngResearcher({ searchUrl: search.url, searchFetch: createGuardedFetch(bounds), readPage })
  }
  const webSearch =
    search === 'by model' && textModel ? createWebSearchFromSettings({ ...textModel, localModels }) : undefined
  if (!webSearch) return createSourcesResearcher({ readPage })
  return createWebResearcher({ search: searchBy(webSearch), readPage, limits: MODEL_SEARCH_LIMITS })
}

const SEARCH_FAILURES: Record<ModelFailure, SearchFailure> = {
  busy: 'busy',
  down: 'down',
  silent: 'down',
  no_such_model: 'misconfigured',
  no_credit: 'misconfigured',
  misconfigured: 'misconfigured',
  too_long: 'unusable',
  refused: 'unusable',
  unusable: 'unusable',
}

function searchBy(webSearch: WebSearch): Search {
  return async ({ text }, options) => {
    try {
      const found = await webSearch.search(text, options)
      return found.map(({ url, title = '', text }) => ({ url, title, snippet: text }))
    } catch (cause) {
      if (!(cause instanceof ModelError)) throw cause
      throw new SearchError(SEARCH_FAILURES[cause.failure], `the web search of ${cause.message}`, { cause })
    }
  }
}
