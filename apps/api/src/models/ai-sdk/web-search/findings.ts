import type { WebFinding } from '#models/port.ts'
import { z } from 'zod'
import type { StreamPart } from '../call/call-model.ts'

/** Of one page, more than a note about it will keep. UTF-16 units. */
const LONGEST_TEXT = 2000

/** What Google says of its sources, next to the stream: which parts of the answer stand on which pages. */
const groundingSchema = z.object({
  groundingChunks: z.array(z.object({ web: z.object({ uri: z.string() }).nullish() })).nullish(),
  groundingSupports: z
    .array(
      z.object({
        segment: z.object({ text: z.string().nullish() }).nullish(),
        groundingChunkIndices: z.array(z.int()).nullish(),
      }),
    )
    .nullish(),
})

interface Page {
  title: string | undefined
  readonly texts: Set<string>
}

/** Gathers from the parts of an answer the pages that it names, and what it says of each. */
export function createFindings() {
  const pages = new Map<string, Page>()
  let text = ''

  function pageOf(url: string, title?: string): Page {
    const page = pages.get(url) ?? { title: undefined, texts: new Set() }
    page.title ??= title
    pages.set(url, page)
    return page
  }

  function noteGrounding(metadata: unknown): void {
    const { groundingChunks, groundingSupports } = groundingSchema.safeParse(metadata).data ?? {}
    for (const { segment, groundingChunkIndices } of groundingSupports ?? []) {
      for (const index of groundingChunkIndices ?? []) {
        const url = groundingChunks?.[index]?.web?.uri
        if (url !== undefined && segment?.text) pageOf(url).texts.add(segment.text)
      }
    }
  }

  return {
    note(part: StreamPart): void {
      if (part.type === 'text-start') text = ''
      if (part.type === 'text-delta') text += part.text
      if (part.type === 'source' && part.sourceType === 'url') pageOf(part.url, part.title)
      if (part.type === 'finish-step') noteGrounding(part.providerMetadata?.['google']?.['groundingMetadata'])
      if (part.type !== 'text-end') return
      for (const { source, citedText, endIndex } of part.citations ?? []) {
        if (source.sourceType !== 'url') continue
        const page = pageOf(source.url, source.title)
        if (citedText !== undefined) page.texts.add(citedText)
        else if (endIndex !== undefined) page.texts.add(paragraphAt(text, endIndex))
      }
    },
    list: (): readonly WebFinding[] =>
      [...pages].map(([url, { title, texts }]) => ({
        url,
        ...(title !== undefined && { title }),
        text: [...texts].join('\n').slice(0, LONGEST_TEXT),
      })),
  }
}

/** Around a citation. UTF-16 units. */
const LONGEST_PARAGRAPH = 1000

/** The paragraph that a citation ends in, without the citations themselves: vendors write them as Markdown links. */
function paragraphAt(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - LONGEST_PARAGRAPH), end)
  const after = text.slice(end, end + LONGEST_PARAGRAPH).split('\n', 1)[0] ?? ''
  const paragraph = `${before.slice(before.lastIndexOf('\n') + 1)}${after}`
  return paragraph.replaceAll(/ ?\(?\[[^\][]*\]\([^()\s]*\)\)?/gu, '').trim()
}
