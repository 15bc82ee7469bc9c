/**
 * A client's file name made safe to show: the last part of a path, without control characters, without marks that turn
 * the reading direction (`gpj.exe` shown as `exe.jpg`), at most 255 code points. Never empty.
 */
export function toDisplayName(raw: string): string {
  // Browsers write these three as escapes: https://html.spec.whatwg.org/#multipart-form-data
  const unescaped = raw.replace(/%(22|0d|0a)/gi, (escape) => decodeURIComponent(escape))
  const lastPart = unescaped.slice(Math.max(unescaped.lastIndexOf('/'), unescaped.lastIndexOf('\\')) + 1)
  const shown = lastPart
    .toWellFormed()
    .replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim()
  const name = [...shown].slice(0, 255).join('').trim()
  return name === '' || name === '.' || name === '..' ? 'unnamed' : name
}
