import { Marked } from 'marked'
import { escapeHtml } from './escape-html.ts'
import { highlight } from './highlight.ts'

/** A heading of a page, and where it can be linked to. */
export interface Heading {
  readonly level: number
  readonly id: string
  readonly text: string
}

export interface RenderedMarkdown {
  readonly html: string
  readonly headings: readonly Heading[]
}

interface RenderOptions {
  /** Where a link of the file leads on this server. `undefined`: nowhere, and only its text is shown. */
  readonly resolveLink: (href: string) => string | undefined
}

/** Markdown of this repository as HTML: headings have anchors, code is coloured, and HTML in it is left out. */
export function renderMarkdown(markdown: string, { resolveLink }: RenderOptions): RenderedMarkdown {
  const headings: Heading[] = []
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const heading = { level: depth, id: toAnchor(text, headings), text: text.replaceAll(/[`*]/g, '') }
        headings.push(heading)
        const link =
          depth === 1 ? '' : ` <a class="anchor" href="#${heading.id}" aria-label="Link to this section">#</a>`
        return `<h${depth} id="${heading.id}">${this.parser.parseInline(tokens)}${link}</h${depth}>\n`
      },
      code({ text, lang = '' }) {
        return `<figure class="code"><pre tabindex="0"><code data-language="${escapeHtml(lang)}">${highlight(text, lang)}</code></pre></figure>\n`
      },
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens)
        const to = resolveLink(href)
        return to === undefined ? text : `<a href="${escapeHtml(to)}">${text}</a>`
      },
      table(token) {
        const row = (cells: typeof token.header, tag: string) =>
          `<tr>${cells.map((cell) => `<${tag}${cell.align === 'right' ? ' class="right"' : ''}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`
        const body = token.rows.map((cells) => row(cells, 'td')).join('\n')
        return `<div class="table" tabindex="0"><table><thead>${row(token.header, 'th')}</thead><tbody>${body}</tbody></table></div>\n`
      },
      // Comments: marks of generators and tests.
      html: () => '',
    },
  })
  return { html: marked.parse(markdown, { async: false }), headings }
}

/** As on GitHub; the code of an error is its own anchor, because `doc_url` leads there. */
function toAnchor(text: string, others: readonly Heading[]): string {
  const plain = text.replaceAll(/[`*]/g, '')
  const slug = /^[A-Z_]+$/.test(plain)
    ? plain
    : plain
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-')
  const taken = others.filter(({ id }) => id === slug || id.startsWith(`${slug}-`)).length
  return taken === 0 || !others.some(({ id }) => id === slug) ? slug : `${slug}-${taken}`
}
