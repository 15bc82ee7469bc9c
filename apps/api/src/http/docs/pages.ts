import { loadAsset } from './assets.ts'
import { escapeHtml } from './escape-html.ts'
import type { Guide } from './guides.ts'
import { highlight } from './highlight.ts'
import { renderMenu, renderPage } from './page.ts'

/** Where the OpenAPI document is served with this server's address in its samples. */
const DOCUMENT_PATH = '/docs/openapi.json'

const loadGuideAssets = async () => ({
  styles: [await loadAsset('docs.css')],
  scripts: [await loadAsset('docs.js')],
  icon: await loadAsset('favicon.svg'),
})

/** The overview of all guides. */
export async function renderOverview(guides: readonly Guide[]): Promise<string> {
  const parts = [...new Set(guides.map(({ part }) => part))]
  const cards = parts.map((part) => {
    const items = guides
      .filter((guide) => guide.part === part)
      .map(({ slug, title, summary }) => renderCard(`/docs/${slug}`, title, renderSummary(summary)))
    return `<h2>${escapeHtml(part)}</h2><ul class="cards">${items.join('')}</ul>`
  })
  const reference = renderCard('/docs/reference', 'API reference', 'Every operation, with samples, and a way to try it')
  return renderPage({
    title: 'PowerPost docs',
    path: '/docs',
    guides,
    assets: await loadGuideAssets(),
    body: renderColumns(guides, '/docs', `<h1>Documentation</h1><ul class="cards">${reference}</ul>${cards.join('')}`),
  })
}

/** One guide, with the list of its sections. */
export async function renderGuide(guide: Guide, guides: readonly Guide[], publicUrl: string): Promise<string> {
  const path = `/docs/${guide.slug}`
  const sections = guide.headings.filter(({ level }) => level === 2)
  const toc =
    sections.length < 2
      ? ''
      : `<nav class="toc" aria-label="On this page"><h2>On this page</h2><ul>${sections.map(({ id, text }) => `<li><a href="#${id}">${escapeHtml(text)}</a></li>`).join('')}</ul></nav>`
  return renderPage({
    title: `${guide.title} - PowerPost docs`,
    path,
    guides,
    assets: await loadGuideAssets(),
    // What is copied from a page of this server speaks to this server.
    body: renderColumns(guides, path, guide.html.replaceAll('http://localhost:3000', escapeHtml(publicUrl)), toc),
  })
}

/** The page that renders the OpenAPI document, with a way to try each operation. */
export async function renderReference(guides: readonly Guide[]): Promise<string> {
  const { icon } = await loadGuideAssets()
  const scalar = await loadAsset('scalar.js')
  return renderPage({
    title: 'PowerPost API',
    path: '/docs/reference',
    guides,
    assets: {
      styles: [await loadAsset('docs.css'), await loadAsset('reference.css')],
      scripts: [await loadAsset('docs.js'), await loadAsset('reference.js')],
      icon,
    },
    body: `<main id="content" class="reference"><div id="reference" data-document="${DOCUMENT_PATH}" data-scalar="${scalar.path}"></div>
<noscript>The reference needs JavaScript. The same is in <a href="${DOCUMENT_PATH}">${DOCUMENT_PATH}</a>.</noscript></main>`,
  })
}

/** What a browser is shown at the server's own address. */
export async function renderHome(guides: readonly Guide[], publicUrl: string): Promise<string> {
  const curl = `curl ${publicUrl}/api/v1/content/generate \\
  -H "x-api-key: $POWERPOST_API_KEY" \\
  -H "X-Workspace-Id: $POWERPOST_WORKSPACE_ID" \\
  -H "Content-Type: application/json" \\
  -d '{
    "prompt": "We just shipped dark mode",
    "post_types": ["instagram-reel", "x-post"],
    "research_mode": "regular"
  }'`
  const links = [
    ['/docs/quickstart', 'Quickstart', 'From nothing to the first captions'],
    ['/docs', 'Guides', 'Keys, webhooks, errors, limits, running the server'],
    ['/docs/reference', 'API reference', 'Every operation, with a way to try it'],
    ['/readyz', 'Health', 'Whether this server is ready; /healthz says whether it runs'],
  ] as const
  return renderPage({
    title: 'PowerPost',
    path: '/',
    guides,
    assets: await loadGuideAssets(),
    body: `<main id="content" class="home text">
<h1>This is a PowerPost server.</h1>
<p class="lead">One API turns a text, images or a video into captions for Instagram, TikTok, YouTube, X, Facebook and LinkedIn, generates images for them, and publishes them.</p>
<figure class="code"><pre tabindex="0"><code data-language="sh">${highlight(curl, 'sh')}</code></pre></figure>
<p>The server's terminal showed the key and the workspace at its first start.</p>
<ul class="cards">${links.map(([url, title, summary]) => renderCard(url, title, escapeHtml(summary))).join('')}</ul>
</main>`,
  })
}

function renderColumns(guides: readonly Guide[], path: string, article: string, toc = ''): string {
  return `<div class="columns"><nav class="side" aria-label="Guides">${renderMenu(guides, path)}</nav>
<main id="content" class="text"><article>${article}</article></main>${toc}</div>`
}

function renderCard(url: string, title: string, summary: string): string {
  return `<li><a href="${url}"><strong>${escapeHtml(title)}</strong><span>${summary}</span></a></li>`
}

/** What the index says of a page may contain code. */
function renderSummary(summary: string): string {
  return escapeHtml(summary).replaceAll(/`([^`]+)`/g, '<code>$1</code>')
}
