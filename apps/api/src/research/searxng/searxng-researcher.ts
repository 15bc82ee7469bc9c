import type { GuardedFetch } from '#outbound/index.ts'
import type { Researcher } from '../port.ts'
import type { WebResearcherOptions } from '../web/web-researcher.ts'
import { createWebResearcher } from '../web/web-researcher.ts'
import { createSearxngSearch } from './searxng-search.ts'

export interface SearxngResearcherOptions extends Omit<WebResearcherOptions, 'search'> {
  /** POWERPOST_SEARCH_URL: an http or https address. */
  readonly searchUrl: string
  /** Asks the search server and nobody else, so that it may go to private addresses. */
  readonly searchFetch: GuardedFetch
}

/** Researches by the operator's SearXNG. */
export function createSearxngResearcher({ searchUrl, searchFetch, ...rest }: SearxngResearcherOptions): Researcher {
  return createWebResearcher({ ...rest, search: createSearxngSearch({ url: searchUrl, fetch: searchFetch }) })
}
