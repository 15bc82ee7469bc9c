import { describe, expect, test } from 'vitest'
import { PageError } from './index.ts'
import type { Researcher, ResearchMode, ResearchRequest } from './index.ts'
import type { ReadPage } from './read-page.ts'

interface ResearcherParts {
  readonly readPage: ReadPage
  readonly totalMs: number
}

const NEVER_MS = 50_000

/** What every researcher promises, whatever it searches. The one under test must find nothing on the web. */
export function describeResearcher(name: string, create: (parts: ResearcherParts) => Researcher): void {
  describe.for<ResearchMode>(['regular', 'deep'])(`${name} as a researcher, %s`, (mode) => {
    const request = (sourceUrls: readonly string[], signal = new AbortController().signal): ResearchRequest => ({
      prompt: 'Our new cold brew',
      sourceUrls,
      mode,
      signal,
    })
    const readPage: ReadPage = async (url) => {
      if (url.includes('bad')) throw new PageError('not_text', 'is not HTML or plain text')
      return { url, title: `title of ${url}`, text: `text of ${url}` }
    }

    test('finds nothing where there is nothing to read', async () => {
      const research = await create({ readPage, totalMs: NEVER_MS }).research(request([]))
      expect(research).toEqual({ kind: 'none', notes: [], skipped: [] })
    })

    test('reads the sources, each once and in the order given, past those that cannot be read', async () => {
      const read: string[] = []
      const researcher = create({
        totalMs: NEVER_MS,
        readPage: async (url, options) => {
          read.push(url)
          return readPage(url, options)
        },
      })
      const urls = ['a', 'b', 'bad', 'c', 'b', 'd', 'e'].map((path) => `https://example.com/${path}`)
      const research = await researcher.research(request(urls))
      expect(research.kind).toBe('sources')
      expect(research.notes.map((note) => note.url.at(-1))).toEqual(['a', 'b', 'c', 'd', 'e'])
      expect(research.notes[0]).toEqual({
        url: 'https://example.com/a',
        title: 'title of https://example.com/a',
        text: 'text of https://example.com/a',
      })
      expect(research.skipped).toHaveLength(1)
      expect(research.skipped[0]).toMatchObject({ url: 'https://example.com/bad', error: { failure: 'not_text' } })
      expect(read.toSorted()).toEqual([...new Set(urls)].toSorted())
    })

    test('says that nothing was found when no source can be read', async () => {
      const research = await create({ readPage, totalMs: NEVER_MS }).research(request(['https://example.com/bad']))
      expect(research).toMatchObject({ kind: 'none', notes: [] })
      expect(research.skipped).toHaveLength(1)
    })

    test('takes even a fault of the reader for a source that cannot be read', async () => {
      const broken: ReadPage = () => Promise.reject(new TypeError('a bug'))
      const research = await create({ readPage: broken, totalMs: NEVER_MS }).research(request(['https://example.com/']))
      expect(research.skipped[0]?.error).toBeInstanceOf(TypeError)
    })

    test('goes on with what was read when the time is over', async () => {
      const slow: ReadPage = (url, { signal }) =>
        url.endsWith('slow') ? untilAborted(signal) : readPage(url, { signal })
      const urls = ['https://example.com/slow', 'https://example.com/fast']
      const research = await create({ readPage: slow, totalMs: 100 }).research(request(urls))
      expect(research).toMatchObject({ kind: 'sources', notes: [{ url: urls[1] }] })
      expect(research.skipped).toMatchObject([{ url: urls[0], error: { failure: 'busy' } }])
    })

    test('stops with its caller, by the same reason', async () => {
      const reason = new Error('enough')
      const controller = new AbortController()
      const researcher = create({
        totalMs: NEVER_MS,
        readPage: (_, { signal }) => {
          controller.abort(reason)
          return untilAborted(signal)
        },
      })
      await expect(researcher.research(request(['https://example.com/'], controller.signal))).rejects.toBe(reason)
      await expect(researcher.research(request([], AbortSignal.abort(reason)))).rejects.toBe(reason)
    })
  })
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}
