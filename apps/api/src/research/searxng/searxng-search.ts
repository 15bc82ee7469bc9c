import { OutboundError } from '#outbound/index.ts'
import type { GuardedFetch, OutboundAnswer } from '#outbound/index.ts'
import { z } from 'zod'
import { SearchError } from '../port.ts'
import type { Search } from '../web/search.ts'

interface SearxngSearchOptions {
  /** Where SearXNG stands, with or without its `/search`; user info in it is sent as basic authentication. */
  readonly url: string
  /** May go to private addresses: it is the operator's own server. */
  readonly fetch: GuardedFetch
}

const JSON_MEND = 'add json to search.formats in its settings.yml'

/** Of an answer only what we use, and of its results only those that have it. */
const answerSchema = z.object({ results: z.array(z.unknown()) })
const resultSchema = z.object({
  url: z.string().max(8192),
  title: z.string().nullish(),
  content: z.string().nullish(),
})

/** Searches by SearXNG's JSON (https://docs.searxng.org/dev/search_api.html). */
export function createSearxngSearch({ url, fetch }: SearxngSearchOptions): Search {
  const { endpoint, headers } = readAddress(url)
  return async (question, { signal }) => {
    const target = new URL(endpoint)
    target.searchParams.set('q', question.text)
    target.searchParams.set('format', 'json')
    target.searchParams.set('categories', question.category)
    target.searchParams.set('safesearch', '1')
    if (question.recent === true) target.searchParams.set('time_range', 'year')
    const answer = await fetch(target.href, { signal, redirect: 'fail', accept: 'application/json', headers }).catch(
      (error: unknown) => {
        signal.throwIfAborted()
        throw explainOutbound(error)
      },
    )
    if (answer.status !== 200) throw explainStatus(answer.status)
    return readResults(answer)
  }
}

function readAddress(configured: string): { readonly endpoint: string; readonly headers: Record<string, string> } {
  const url = new URL(configured)
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  url.username = ''
  url.password = ''
  url.search = ''
  url.hash = ''
  url.pathname = `${url.pathname.replace(/\/?(search)?\/?$/, '')}/search`
  if (credentials === ':') return { endpoint: url.href, headers: {} }
  return { endpoint: url.href, headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` } }
}

function readResults(answer: OutboundAnswer) {
  const parsed = answerSchema.safeParse(parseJson(answer))
  if (!parsed.success) throw new SearchError('unusable', 'the search server answered with JSON that holds no results')
  return parsed.data.results.flatMap((result) => {
    const hit = resultSchema.safeParse(result)
    if (!hit.success) return []
    return [{ url: hit.data.url, title: hit.data.title ?? '', snippet: hit.data.content ?? '' }]
  })
}

function parseJson(answer: OutboundAnswer): unknown {
  if (/\bhtml\b/i.test(answer.contentType ?? '')) {
    const message = `the search server answered with a page: POWERPOST_SEARCH_URL is not SearXNG's, or ${JSON_MEND}`
    throw new SearchError('misconfigured', message)
  }
  try {
    return JSON.parse(new TextDecoder().decode(answer.body))
  } catch (cause) {
    throw new SearchError('unusable', 'the search server answered with broken JSON', { cause })
  }
}

function explainStatus(status: number): SearchError {
  if (status === 403)
    return new SearchError('misconfigured', `the search server refuses to answer in JSON: ${JSON_MEND}`)
  if (status === 401) return new SearchError('misconfigured', 'the search server wants a user name and password')
  if (status === 404) return new SearchError('misconfigured', 'there is no SearXNG at POWERPOST_SEARCH_URL')
  if (status === 429) return new SearchError('busy', 'the search server was asked too often')
  return new SearchError('down', `the search server answered with status ${status}`)
}

function explainOutbound(cause: unknown): SearchError {
  if (!(cause instanceof OutboundError)) return new SearchError('down', 'the search server cannot be asked', { cause })
  switch (cause.kind) {
    case 'timeout':
      return new SearchError('down', 'the search server took too long', { cause })
    case 'unreachable':
      return new SearchError('down', 'the search server cannot be reached', { cause })
    case 'too_large':
      return new SearchError('unusable', 'the search server answered with too much', { cause })
    case 'too_many_redirects':
      return new SearchError('misconfigured', 'the search server redirects: give its last address', { cause })
    case 'bad_url':
    case 'address_refused':
      return new SearchError('misconfigured', `POWERPOST_SEARCH_URL ${cause.message}`, { cause })
  }
}
