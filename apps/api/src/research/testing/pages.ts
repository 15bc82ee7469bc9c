import { createGuardedFetch } from '#outbound/index.ts'
import type { GuardedFetchOptions } from '#outbound/index.ts'
import { createPageReader } from '../read-page.ts'
import type { PageReaderOptions } from '../read-page.ts'

/** Long enough that only the bound under test can end it. */
export const NEVER_MS = 50_000

/** A guarded fetch that may go to the test's own servers. */
export function createLocalFetch(options: Partial<GuardedFetchOptions> = {}) {
  return createGuardedFetch({
    allowPrivate: true,
    timeoutMs: NEVER_MS,
    idleTimeoutMs: NEVER_MS,
    maxBytes: 2_500_000,
    maxRedirects: 3,
    userAgent: 'PowerPost tests',
    ...options,
  })
}

export function createLocalReader(options: Partial<PageReaderOptions> = {}) {
  return createPageReader({ fetch: createLocalFetch(), timeoutMs: NEVER_MS, ...options })
}

export function htmlPage(body: string, head = '<title>The title</title>'): string {
  return `<!doctype html><html><head>${head}</head><body>${body}</body></html>`
}
