/** What somebody said. */
export interface FoundQuote {
  readonly said: string
  readonly by?: string
}

const QUOTED = /^["“«„「『‘]\s*(.{4,400}?)\s*["”»“」』’][.!?]?(?:\s*[-–—―~,]{1,2}\s*(\S.{1,58}))?$/su
const SIGNED = /^(.{12,320}?)\s+[–—―]\s*(\p{Lu}[\p{L}\p{M}.'’-]+(?:\s+[\p{L}\p{M}.'’-]+){0,3})$/su

/** Reads a text that is a quotation as a whole, with or without whose it is. */
export function findQuote(text: string): FoundQuote | undefined {
  const [, said, by] = QUOTED.exec(text) ?? SIGNED.exec(text) ?? []
  if (said === undefined || /["“”«»]/u.test(said)) return undefined
  return by === undefined ? { said } : { said, by: by.replace(/[.,]$/u, '').trim() }
}
