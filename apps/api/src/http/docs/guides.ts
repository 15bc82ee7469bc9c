import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RenderedMarkdown } from './render-markdown.ts'
import { renderMarkdown } from './render-markdown.ts'

const ROOT = new URL('../../../../../', import.meta.url)
const INDEX = 'docs/README.md'
/** Parts of the index that are for people who use or run a server, not for those who change it. */
const SHOWN_PARTS: readonly string[] = ['Using a server', 'Running a server']
/** Pages that this server has in another form. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['docs/api.md', '/docs/reference'],
  ['docs/README.md', '/docs'],
  ['README.md', '/docs/quickstart'],
  ['packages/openapi/openapi.json', '/openapi.json'],
])

/** A page of the repository's docs, as this server shows it. */
export interface Guide extends RenderedMarkdown {
  /** The last part of its address. */
  readonly slug: string
  readonly title: string
  /** What the index says of it. */
  readonly summary: string
  /** The part of the index that lists it. */
  readonly part: string
}

/** Reads and renders every page that `docs/README.md` lists for users and operators. A page that is not installed is left out. */
export function readGuides(): readonly Guide[] {
  const listed = listPages(read(INDEX)).filter(({ path }) => !ELSEWHERE.has(path) && existsSync(new URL(path, ROOT)))
  const slugs = new Map(listed.map(({ path }) => [path, toSlug(path)]))
  const { repository } = JSON.parse(read('package.json')) as { repository: { url: string } }
  const sources = repository.url.replace(/^git\+/, '').replace(/\.git$/, '')
  return listed.map(({ label, path, summary, part }) => {
    const rendered = renderMarkdown(read(path), { resolveLink: (href) => resolveLink(href, { path, slugs, sources }) })
    return {
      ...rendered,
      slug: toSlug(path),
      title: label.endsWith('.md') ? (rendered.headings[0]?.text ?? label) : label,
      summary,
      part,
    }
  })
}

interface LinkContext {
  readonly path: string
  readonly slugs: ReadonlyMap<string, string>
  /** Where the files of the repository can be read. */
  readonly sources: string
}

function resolveLink(href: string, { path, slugs, sources }: LinkContext): string {
  if (/^(?:https?:|mailto:|#)/.test(href)) return fromSources(href, slugs, sources) ?? href
  const [file = '', anchor] = href.split('#')
  const target = posix.normalize(posix.join(dirname(path), file))
  return findPage(target, anchor, slugs) ?? `${sources}/blob/main/${target}${anchor === undefined ? '' : `#${anchor}`}`
}

function findPage(file: string, anchor: string | undefined, slugs: ReadonlyMap<string, string>): string | undefined {
  const slug = slugs.get(file)
  if (slug === undefined) return ELSEWHERE.get(file)
  if (anchor === undefined) return `/docs/${slug}`
  return `/docs/${slug}#${slug === 'errors' ? anchor.toUpperCase() : anchor}`
}

/** READMEs of packages have absolute links: what this server shows is not asked for elsewhere. */
function fromSources(href: string, slugs: ReadonlyMap<string, string>, sources: string): string | undefined {
  const prefix = `${sources}/blob/main/`
  if (!href.startsWith(prefix)) return undefined
  const [file = '', anchor] = href.slice(prefix.length).split('#')
  return findPage(file, anchor, slugs)
}

interface ListedPage {
  /** The text of the link: the name of the file, or that of the page. */
  readonly label: string
  readonly path: string
  readonly summary: string
  readonly part: string
}

/** The rows of the index's tables: a link to the page, and what it is about. */
function listPages(index: string): ListedPage[] {
  return index.split(/^## /m).flatMap((section) => {
    const part = section.slice(0, section.indexOf('\n'))
    if (!SHOWN_PARTS.includes(part)) return []
    return [...section.matchAll(/^\| \[([^\]]+)\]\(([^)#]+)\) +\| (.*?) +\|$/gm)].map(
      ([, label = '', file = '', summary = '']) => ({
        label,
        path: posix.normalize(posix.join(dirname(INDEX), file)),
        summary,
        part,
      }),
    )
  })
}

/** `docs/webhooks.md` is `webhooks`, `packages/client/README.md` is `client`. */
function toSlug(path: string): string {
  const name = basename(path, '.md')
  return (name === 'README' ? basename(dirname(path)) : name).toLowerCase()
}

function read(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, ROOT)), 'utf8')
}
