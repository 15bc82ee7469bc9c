import { OutboundError } from '#outbound/index.ts'
import type { Deadline } from '#shared/deadline.ts'
import { startDeadline } from '#shared/deadline.ts'
import { cleanLine, cleanText, cutAtSentence } from '../clean-text.ts'
import { SearchError } from '../port.ts'
import type { Researcher, ResearchMode, ResearchNote, ResearchRequest } from '../port.ts'
import type { ReadPage } from '../read-page.ts'
import { readAll, readSources } from '../read-sources.ts'
import { askQuestions } from './ask-questions.ts'
import { chooseHits } from './choose-hits.ts'
import type { WebLimits } from './limits.ts'
import { WEB_LIMITS } from './limits.ts'
import type { Hit, Question, Search } from './search.ts'

export interface WebResearcherOptions {
  readonly search: Search
  readonly readPage: ReadPage
  /** @default WEB_LIMITS */
  readonly limits?: Record<ResearchMode, WebLimits>
}

const MAX_TITLE_CHARS = 200
const MAX_SNIPPET_CHARS = 1000

/** Researches by any search: asks, picks, reads the best pages, and keeps what the search says of the others. */
export function createWebResearcher(options: WebResearcherOptions): Researcher {
  const { search, readPage, limits = WEB_LIMITS } = options
  return {
    searchesWeb: true,
    async research(request) {
      request.signal.throwIfAborted()
      const limit = limits[request.mode]
      const deadline = startDeadline(request.signal, limit.totalMs)
      try {
        const [sources, web] = await Promise.all([
          readSources(request.sourceUrls, { readPage, signal: deadline.signal }),
          searchWeb(request, limit, deadline),
        ])
        request.signal.throwIfAborted()
        const kind = web.notes.length > 0 ? 'web' : sources.notes.length > 0 ? 'sources' : 'none'
        const notes = fitNotes([...sources.notes, ...web.notes], limit.totalChars)
        const { searchError } = web
        return { kind, notes, skipped: sources.skipped, ...(searchError !== undefined && { searchError }) }
      } finally {
        deadline.clear()
      }
    },
  }

  async function searchWeb(
    { prompt = '', sourceUrls, onUsage }: ResearchRequest,
    limit: WebLimits,
    deadline: Deadline,
  ) {
    const { signal } = deadline
    const results = await Promise.all(
      askQuestions(prompt, limit.questions).map((question) => ask(question, { signal, ...(onUsage && { onUsage }) })),
    )
    const hits = chooseHits(
      results.map((result) => ('hits' in result ? result.hits : [])),
      { max: limit.webNotes, maxPerHost: limit.notesPerHost, without: sourceUrls },
    )
    const toRead = hits.slice(0, limit.pages).map((hit) => hit.url)
    const pages = await readAll(toRead, { readPage: orByHttps(readPage), signal })
    const read = new Map(pages.flatMap((page) => ('note' in page ? [[page.url, page.note] as const] : [])))
    const notes = hits.map((hit) => read.get(hit.url) ?? noteFromHit(hit)).filter((note) => note.text !== '')
    return { notes, searchError: results.find((result) => 'error' in result)?.error }
  }

  async function ask(question: Question, options: Parameters<Search>[1]) {
    try {
      return { hits: await search(question, options) }
    } catch (error) {
      if (error instanceof SearchError) return { error }
      const message = options.signal.aborted ? 'the search took too long' : 'the search broke'
      return { error: new SearchError('down', message, { cause: error }) }
    }
  }
}

/** Many results still say http where the site has long been on https, the only one we may go to. */
function orByHttps(readPage: ReadPage): ReadPage {
  return async (url, options) => {
    try {
      return await readPage(url, options)
    } catch (error) {
      const refused = error instanceof OutboundError && error.kind === 'bad_url'
      if (!refused || !/^http:/i.test(url)) throw error
      return { ...(await readPage(url.replace(/^http:/i, 'https:'), options)), url }
    }
  }
}

function noteFromHit({ url, title, snippet }: Hit): ResearchNote {
  const cleanTitle = cleanLine(title, MAX_TITLE_CHARS)
  const text = cutAtSentence(cleanText(snippet), MAX_SNIPPET_CHARS)
  return { url, ...(cleanTitle !== '' && { title: cleanTitle }), text }
}

/** Keeps whole notes while there is room, then as much of the next as makes sentences. */
function fitNotes(notes: readonly ResearchNote[], totalChars: number): readonly ResearchNote[] {
  let room = totalChars
  const kept: ResearchNote[] = []
  for (const note of notes) {
    const text = cutAtSentence(note.text, room)
    if (text !== '') kept.push({ ...note, text })
    // What would fit behind a note that was cut is too little to be of use.
    if (text.length < note.text.length) break
    room -= text.length
  }
  return kept
}
