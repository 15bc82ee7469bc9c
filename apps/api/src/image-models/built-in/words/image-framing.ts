/** A prompt for a picture, taken apart. */
export interface FramedPrompt {
  /** What is to be shown or said, without how. */
  readonly text: string
  /** It describes something to be seen (`a photo of a cat`), rather than saying something. */
  readonly isVisual: boolean
}

const PIECE = String.raw`(?:photo(?:graph)?|picture|pic|image|illustration|drawing|painting|poster|flyer|graphic|banner|card|visual|render(?:ing)?|shot|close-?up|sketch|artwork|thumbnail|infographic|wallpaper|background|collage|portrait)s?`
const FRAME = new RegExp(
  String.raw`^(?:(?:please|can you|could you|i want|i need|i would like|give me)\s+)*(?:(?:create|make|draw|generate|design|show|render|paint|produce)\s+)?(?:me\s+)?(?:an?|the|some|one)?\s*(?:[\p{L}-]+,?\s+){0,4}?${PIECE}\s*(?:of|showing|with|that shows|that says|for|about|on|depicting|saying|announcing|which shows|:|-|–)\s+`,
  'iu',
)
const SAYS = new RegExp(
  String.raw`(?:say(?:s|ing)|text|words?|headline|title|reads?|reading|slogan|quote|lettering)\s*:?\s*(?:["“«„]([^"“”»]{2,160})["“”»]|'([^']{2,160})'(?!\p{L}))`,
  'iu',
)
const SAYS_FRAME = /(?:that says|saying|announcing|:)\s+$/iu
const STYLE = String.raw`(?:photo-?realistic|realistic|hyper-?realistic|cinematic|ultra|\d+k|hd|high[- ](?:resolution|quality|res)|(?:highly|very) detailed|minimal(?:ist|istic)?|flat(?: design)?|pastel|vibrant|moody|bokeh|golden hour|studio light(?:ing)?|soft (?:light|focus|lighting|shadows?|colou?rs?)|natural light|watercolou?r|oil painting|vector|retro|vintage|no text|no words|no people|without text|square|portrait|landscape|vertical|wide(?: angle)?|top view|flat ?lay|black and white|monochrome|trending on \p{L}+|octane render|unreal engine|sharp focus)`
/** Somewhere in a text, how a picture is to look. */
export const STYLE_WORDS = new RegExp(String.raw`(?<!\p{L})${STYLE}(?!\p{L})`, 'iu')
// What stands behind a comma at the end and only says how it is to look.
const STYLE_TAIL = new RegExp(
  String.raw`(?:\s*[,;–—-]\s*|\s+(?=in the style))(?:and\s+)?(?:in (?:the|a|an) [\p{L}\s-]{2,40} style|in the style of [\p{L}\s.'-]{2,40}|(?:with|using|in)\s+[\p{L}\s-]{0,30}(?:colou?rs?|tones?|palette|lighting|light|background|aesthetic|mood)|(?:[\p{L}-]+\s+){0,2}${STYLE}(?:\s+\p{L}+){0,2})\s*[.!]?$`,
  'iu',
)
const STYLE_SENTENCE = new RegExp(
  String.raw`^(?:please\s+)?(?:(?:use|keep|make|with|in)\s+[^.!?]{0,60}(?:colou?rs?|tones?|palette|style|look|feel|background|mood|simple|minimal|clean|bold|readable)[^.!?]{0,20}|(?:[\p{L}-]+,?\s+){0,2}${STYLE}|no (?:text|words|people|logos?))[.!]?$`,
  'iu',
)

/** Takes off what a prompt says about the picture as such: `a minimalist poster about ...`, `... , soft light, 4k`. */
export function readImagePrompt(prompt: string): FramedPrompt {
  const match = SAYS.exec(prompt)
  const quoted = match?.[1] ?? match?.[2]
  if (quoted !== undefined) return { text: quoted, isVisual: false }
  const frame = FRAME.exec(prompt)?.[0] ?? ''
  const rest = withoutStyle(prompt.slice(frame.length))
  if (!/\p{L}{2}|\p{N}/u.test(rest)) return { text: withoutStyle(prompt) || prompt, isVisual: frame !== '' }
  return {
    text: rest,
    isVisual: frame !== '' && !SAYS_FRAME.test(frame) && !/poster|flyer|banner|card|infographic/iu.test(frame),
  }
}

/** Only the looks are said: `minimal, pastel colours`. */
export function isOnlyStyle(prompt: string): boolean {
  const bare = prompt.trim()
  return new RegExp(
    String.raw`^(?:[^.!?\n]{0,40}?${STYLE}[^.!?\n]{0,40}|[\p{L}\s,-]{0,60}(?:colou?rs?|tones?|palette|style|look|aesthetic|mood))[.!]?$`,
    'iu',
  ).test(bare)
}

function withoutStyle(text: string): string {
  let rest = text
    .split(/(?<=[.!?])\s+|\n+/u)
    .filter((sentence) => !STYLE_SENTENCE.test(sentence.trim()))
    .join(' ')
  if (!text.includes('\n') && rest === text.replace(/\s+/gu, ' ')) rest = text
  else if (text.includes('\n')) rest = text
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replace(STYLE_TAIL, '')
  }
  return rest.trim()
}
