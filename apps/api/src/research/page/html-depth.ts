/** Elements that never have content. */
const VOID = names('area base basefont br col command embed frame hr img input keygen link meta param source track wbr')

/** Elements whose content is text up to their own end tag. */
const RAW_TEXT = names('script style textarea title xmp iframe noembed noframes')

const BLOCKS = names(
  'address article aside blockquote details div dl fieldset figcaption figure footer form header h1 h2 h3 h4 h5 h6',
  'hr main nav ol p pre section table ul',
)

/** End tags that HTML lets out: which open elements a start tag ends. */
const ENDS = new Map<string, ReadonlySet<string>>([
  ...[...BLOCKS].map((name) => [name, names('p')] as const),
  ['li', names('li')],
  ['dt', names('dt dd')],
  ['dd', names('dt dd')],
  ['tr', names('tr th td')],
  ['th', names('th td')],
  ['td', names('th td')],
  ['tbody', names('thead tbody')],
  ['option', names('option')],
])

/**
 * Says how deep elements nest, in one pass without building anything: parsers and readers of HTML take the square of
 * the depth, or the stack, and 20,000 nested elements fit into 100 KB.
 *
 * @param stopAt gives up counting there
 * @returns the greatest depth, or `stopAt`
 */
export function measureDepth(html: string, stopAt: number): number {
  const text = html.toLowerCase()
  const open: string[] = []
  let deepest = 0
  let at = text.indexOf('<')
  while (at !== -1 && deepest < stopAt) {
    const tag = readTag(text, at)
    if (tag === undefined) break
    if (tag.kind === 'start') {
      endImplied(open, tag.name)
      if (!VOID.has(tag.name) && !(tag.closed && (open.includes('svg') || open.includes('math')))) open.push(tag.name)
    } else if (tag.kind === 'end') {
      const match = open.lastIndexOf(tag.name)
      if (match !== -1) open.length = match
    }
    deepest = Math.max(deepest, open.length)
    at = text.indexOf('<', tag.next)
    if (tag.kind === 'start' && RAW_TEXT.has(tag.name)) at = text.indexOf(`</${tag.name}`, tag.next)
  }
  return deepest
}

interface Tag {
  readonly kind: 'start' | 'end' | 'other'
  readonly name: string
  /** Whether it is written `<a/>`. */
  readonly closed: boolean
  /** Where to read on. */
  readonly next: number
}

const NAME = /[a-z][^\s/>]*/y

/** @returns nothing when no tag ends any more */
function readTag(text: string, at: number): Tag | undefined {
  if (text.startsWith('<!--', at)) return skipTo(text, '-->', at + 4)
  const isEnd = text[at + 1] === '/'
  NAME.lastIndex = at + (isEnd ? 2 : 1)
  const name = NAME.exec(text)?.[0]
  // A stray `<`: text.
  if (name === undefined) return { kind: 'other', name: '', closed: false, next: at + 1 }
  const end = text.indexOf('>', NAME.lastIndex)
  if (end === -1) return undefined
  return { kind: isEnd ? 'end' : 'start', name, closed: text[end - 1] === '/', next: end + 1 }
}

function skipTo(text: string, mark: string, from: number): Tag | undefined {
  const end = text.indexOf(mark, from)
  return end === -1 ? undefined : { kind: 'other', name: '', closed: false, next: end + mark.length }
}

function endImplied(open: string[], name: string): void {
  const ends = ENDS.get(name)
  while (ends?.has(open.at(-1) ?? '')) open.pop()
}

function names(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '))
}
