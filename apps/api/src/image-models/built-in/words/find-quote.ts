/** What somebody said. */
export interface FoundQuote {
  readonly said: string
  readonly by?: string
}

const QUOTED = /^["“«„「『‘]\s*(.{4,400}?)\s*["”»“」』’][.!?]?(?:\s*[-–—―~,(（]{1,2}\s*(\S.{1,58}?)[)）]?)?$/su
// `«...» Jean-Jacques Rousseau`: a name and nothing else, on the same line or the next.
const NAMED =
  /^["“«„「『]\s*(.{4,400}?)\s*["”»“」』][.!?]?\s+(?:[-–—―~]\s*)?((?:\p{Lu}[\p{L}\p{M}.'’-]*|de|da|do|del|di|van|von|la|le|bin|al)(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|da|do|del|di|van|von|la|le|bin|al)){0,4})[.]?$/su
const SIGNED = /^(.{12,320}?)\s+[–—―]\s*(\p{Lu}[\p{L}\p{M}.'’-]+(?:\s+[\p{L}\p{M}.'’-]+){0,3})$/su

/** Reads a text that is a quotation as a whole, with or without whose it is. */
export function findQuote(text: string): FoundQuote | undefined {
  const [, said, by] = QUOTED.exec(text) ?? NAMED.exec(text) ?? SIGNED.exec(text) ?? []
  if (said === undefined || /["“”«»]/u.test(said)) return undefined
  return by === undefined ? { said } : { said, by: by.replace(/[.,]$/u, '').trim() }
}
