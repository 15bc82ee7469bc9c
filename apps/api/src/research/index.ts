export { createSourcesResearcher } from './none/sources-researcher.ts'
export { PageError } from './page/errors.ts'
export type { PageFailure } from './page/errors.ts'
export { SearchError } from './port.ts'
export type {
  Research,
  Researcher,
  ResearchKind,
  ResearchMode,
  ResearchNote,
  ResearchRequest,
  SearchFailure,
  SkippedSource,
} from './port.ts'
export { createPageReader } from './read-page.ts'
export type { PageReaderOptions, ReadPage } from './read-page.ts'
export { createSearxngResearcher } from './searxng/searxng-researcher.ts'
export type { SearxngResearcherOptions } from './searxng/searxng-researcher.ts'
export { MODEL_SEARCH_LIMITS, WEB_LIMITS } from './web/limits.ts'
export type { WebLimits } from './web/limits.ts'
export type { Hit, Question, Search } from './web/search.ts'
export { createWebResearcher } from './web/web-researcher.ts'
