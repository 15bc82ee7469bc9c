const PLATFORM = String.raw`(?:instagram|tiktok|youtube|facebook|linkedin|twitter|x)`
/** What models call what they write, in the languages they answer most in. */
const PIECE = String.raw`(?:captions?|posts?|tweets?|versions?|texte?|beiträge|beitrag|bildunterschrift|légende|publication|leyenda|publicación|legenda|publicação|didascalia|bijschrift|podpis)`
const HERE = String.raw`(?:(?:sure|certainly|of course|absolutely|okay|great|gerne|natürlich|bien sûr|claro|certo)[,!.]?\s+)?(?:here(?:['’]s| is| are)|this is|hier (?:ist|sind)|voici|aquí (?:tienes|está)|aqui está|ecco|hierbij)`

/** `Here is your caption:`, `Instagram caption:`, `Caption:`. */
const PREAMBLE = new RegExp(
  String.raw`^(?:${HERE}[^\n:：]{0,60}?${PIECE}[^\n:：]{0,60}[:：]|(?:${PLATFORM}\s+)?(?:${PIECE})\s*[:：]|${PLATFORM}\s*[:：]|(?:sure|certainly|of course|absolutely|gerne|natürlich|bien sûr)[!.:]\s*(?=\n))\s*`,
  'iu',
)

/** `(Word count: 34)`, `Note: I kept it short.`: said to the reader of the answer. */
const NOTE =
  /^[(["*]*(?:(?:word|character|zeichen|wort)[- ]?(?:count|zahl)|characters|note|hinweis|anmerkung|nota|remarque|opmerking)\s*[:：][^\n]*$|^[([]\s*\d+\s+(?:characters|words|zeichen|wörter)\s*[)\]]$/iu

/** A line that only a request has: a fence of its blocks. */
const FENCE = /^[^\S\n]*<<<[^\n]*>>>[^\S\n]*$\n?/gmu

const QUOTES = [
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ["'", "'"],
  ['‘', '’'],
] as const

/** A caption without what a model says about it: preamble, notes, quotation marks around the whole, fences of the request. */
export function withoutTalk(text: string): string {
  const bare = text.replace(FENCE, '').trim()
  const said = withoutNote(unquoted(bare)).replace(PREAMBLE, '')
  return said.trim() === '' ? bare : unquoted(withoutNote(said.trim()))
}

function withoutNote(text: string): string {
  const lines = text.split('\n')
  const last = lines.at(-1)?.trim() ?? ''
  return lines.length > 1 && NOTE.test(last) ? lines.slice(0, -1).join('\n').trim() : text
}

function unquoted(text: string): string {
  for (const [open, close] of QUOTES) {
    if (text.length < 3 || !text.startsWith(open) || !text.endsWith(close)) continue
    const inner = text.slice(1, -1)
    if (!inner.includes(open) && !inner.includes(close)) return inner.trim()
  }
  return text
}
