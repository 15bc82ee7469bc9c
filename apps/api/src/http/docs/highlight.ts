import { escapeHtml } from './escape-html.ts'

const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/
const NUMBER = /\b\d[\d_]*(?:\.\d+)?\b/

const words = (list: string) => new RegExp(`\\b(?:${list.replaceAll(' ', '|')})\\b`)

/** What is coloured in each language, in the order in which it is looked for: the first that matches at a place wins. */
const LANGUAGES: Readonly<Record<string, readonly (readonly [name: string, pattern: RegExp])[]>> = {
  sh: [
    ['comment', /(?<=^|\s)#.*$/],
    ['variable', /\$\w+|\$\{\w+\}/],
    ['string', /"(?:[^"\\$]|\\.)*"?|'[^'$]*'?/],
    ['option', /(?<=\s)--?[a-zA-Z][\w-]*/],
    ['keyword', /^(?:curl|npx|npm|pnpm|node|export|docker|git|cat)\b|\b(?:until|do|done|if|then|fi)\b/],
  ],
  json: [
    ['property', /"(?:[^"\\]|\\.)*"(?=\s*:)/],
    ['string', STRING],
    ['keyword', words('true false null')],
    ['number', NUMBER],
  ],
  ts: [
    ['comment', /\/\/.*$|\/\*[^]*?\*\//],
    ['string', STRING],
    [
      'keyword',
      words(
        'async await break case catch const continue else export for from function if import interface let new of return switch throw try type typeof',
      ),
    ],
    ['number', NUMBER],
  ],
  py: [
    ['comment', /#.*$/],
    ['string', /"""[^]*?"""|f?"(?:[^"\\\n]|\\.)*"/],
    ['keyword', words('and as def else False for from if import in is None not or return True while with')],
    ['number', NUMBER],
  ],
}

/** Code as HTML, with a `span` around what is coloured. A language that is not known stays as it is. */
export function highlight(code: string, language: string): string {
  const rules = LANGUAGES[language]
  if (rules === undefined) return escapeHtml(code)
  const pattern = new RegExp(rules.map(([name, { source }]) => `(?<${name}>${source})`).join('|'), 'gm')
  let html = ''
  let end = 0
  for (const match of code.matchAll(pattern)) {
    const [name = ''] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? []
    html += `${escapeHtml(code.slice(end, match.index))}<span class="${name}">${escapeHtml(match[0])}</span>`
    end = match.index + match[0].length
  }
  return html + escapeHtml(code.slice(end))
}
