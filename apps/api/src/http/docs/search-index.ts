import type { Guide } from './guides.ts'

/** One thing that the search of the docs can find. */
export interface SearchEntry {
  readonly title: string
  /** The page it is on. */
  readonly page: string
  readonly url: string
  /** What else is looked through: lower case, without markup. */
  readonly text: string
}

/** Every section of every guide, and every operation of the reference. */
export function createSearchIndex(guides: readonly Guide[], document: object): SearchEntry[] {
  return [...guides.flatMap(listSections), ...listOperations(document)]
}

function listSections({ slug, title, html, headings }: Guide): SearchEntry[] {
  const texts = html.split(/<h[1-6] id="/).slice(1)
  return headings.map((heading, index) => ({
    title: heading.text,
    page: title,
    url: heading.level === 1 ? `/docs/${slug}` : `/docs/${slug}#${heading.id}`,
    text: toPlainText(texts[index] ?? '').slice(0, 1_500),
  }))
}

function toPlainText(html: string): string {
  return html
    .slice(html.indexOf('>') + 1)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

interface Operation {
  readonly summary?: string
  readonly description?: string
  readonly operationId?: string
  readonly tags?: readonly string[]
}

/** Where the reference shows an operation: it makes these anchors of tag, method and path. */
function listOperations(document: object): SearchEntry[] {
  const { paths = {} } = document as { paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>> }
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, { summary = path, description = '', operationId = '', tags = [] }]) => ({
      title: summary,
      page: `${method.toUpperCase()} ${path}`,
      url: `/docs/reference#tag/${(tags[0] ?? '').toLowerCase().replaceAll(' ', '-')}/${method.toUpperCase()}${path}`,
      text: `${operationId} ${path} ${description}`.toLowerCase(),
    })),
  )
}
