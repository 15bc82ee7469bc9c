/**
 * A client's file name made safe to show: the last part of a path, without control characters, without marks that turn
 * the reading direction (`gpj.exe` shown as `exe.jpg`), at most 255 code points; a longer one keeps its extension. Never empty.
 */
export function toDisplayName(raw: string): string {
  // Browsers write these three as escapes: https://html.spec.whatwg.org/#multipart-form-data
  const unescaped = raw.replace(/%(22|0d|0a)/gi, (escape) => decodeURIComponent(escape))
  const lastPart = unescaped.slice(Math.max(unescaped.lastIndexOf('/'), unescaped.lastIndexOf('\\')) + 1)
  const shown = lastPart
    .toWellFormed()
    .replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim()
  const name = shorten(shown)
  return name === '' || name === '.' || name === '..' ? 'unnamed' : name
}

const MOST_CHARACTERS = 255
const EXTENSION = /\.[\p{L}\p{N}]{1,16}$/u

function shorten(name: string): string {
  const characters = [...name]
  if (characters.length <= MOST_CHARACTERS) return name
  const [extension = ''] = EXTENSION.exec(name) ?? []
  return `${characters
    .slice(0, MOST_CHARACTERS - [...extension].length)
    .join('')
    .trim()}${extension}`
}
