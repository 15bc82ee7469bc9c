import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

/** Code, drawings, forms' insides, other documents: nothing of it is text of the page. */
const NOT_TEXT = 'script,style,template,noscript,iframe,object,embed,svg,math,canvas,audio,video,select,textarea'

/** Left in the document, where Readability finds the title. */
const NEVER_SHOWN = new Set(['head', 'title'])

/** What is on a page and not shown; words for a model alone have been found there. */
const HIDDEN = '[hidden],[aria-hidden="true"],[style]'
const HIDING_STYLE =
  /display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|opacity\s*:\s*0(\.0*)?\s*(;|!|$)|font-size\s*:\s*0/i

/** Around the text on every page of a site. */
const FURNITURE = 'nav,header,footer,aside,form,button,dialog,[role="navigation"],[role="banner"],[role="contentinfo"]'

/** UTF-16 units: a shorter article is a wrong guess, or the page is so short that all of it may be read. */
const SHORTEST_ARTICLE = 250

/** Readability's own bound: it goes over all elements several times. */
const MAX_ELEMENTS = 20_000

const BREAKS_LINE = new Set(
  `address article blockquote body dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li main ol p pre
  section summary table td th tr ul`.split(/\s+/),
)

const TEXT_NODE = 3

/** The title and the text of a page: of its article where it has one, else of all that is shown of it. Not cleaned. */
export function htmlToText(html: string): { readonly title: string; readonly text: string } {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`)
  const ownTitle = document.querySelector('title')?.textContent ?? ''
  for (const element of document.querySelectorAll(HIDDEN)) {
    const isHidden = element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true'
    if (isHidden || HIDING_STYLE.test(element.getAttribute('style') ?? '')) element.remove()
  }
  for (const element of document.querySelectorAll(NOT_TEXT)) element.remove()
  // Before Readability, which takes the document apart.
  const all = shownText(document)
  const article = readArticle(document)
  if (article !== undefined && article.text.trim().length >= SHORTEST_ARTICLE) {
    return { title: article.title || ownTitle, text: article.text }
  }
  return { title: ownTitle, text: all }
}

function shownText(document: Document): string {
  // Not `body`, which a page may lack and linkedom then makes up.
  const root = document.documentElement.cloneNode(true) as HTMLElement
  const whole = textOf(root)
  for (const element of root.querySelectorAll(FURNITURE)) element.remove()
  const inner = textOf(root)
  return inner.trim() === '' ? whole : inner
}

function readArticle(document: Document): { readonly title: string; readonly text: string } | undefined {
  if (document.querySelectorAll('*').length > MAX_ELEMENTS) return undefined
  const reader = new Readability<string>(document, {
    // It is JSON of the page's making, and only to find a title we have.
    disableJSONLD: true,
    maxElemsToParse: MAX_ELEMENTS,
    serializer: textOf,
  })
  const article = reader.parse()
  return article === null ? undefined : { title: article.title ?? '', text: article.content ?? '' }
}

/** An element's text with a line for each block, which `textContent` would run together. The depth is bounded. */
function textOf(node: Node): string {
  const pieces: string[] = []
  collect(node, pieces)
  return pieces.join('')
}

function collect(node: Node, pieces: string[]): void {
  if (node.nodeType === TEXT_NODE) {
    pieces.push((node.textContent ?? '').replaceAll(/\s+/g, ' '))
    return
  }
  const name = node.nodeName.toLowerCase()
  if (NEVER_SHOWN.has(name)) return
  if (name === 'br') pieces.push('\n')
  const isBlock = BREAKS_LINE.has(name)
  if (isBlock) pieces.push('\n')
  for (let child = node.firstChild; child !== null; child = child.nextSibling) collect(child, pieces)
  if (isBlock) pieces.push('\n')
}
