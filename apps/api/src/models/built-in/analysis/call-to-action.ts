/** Whether two texts say the same, whatever their case and punctuation. */
export function sameWords(one: string, other: string): boolean {
  const words = bareWords(one)
  return words !== '' && words === bareWords(other)
}

function bareWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether the call to action already stands in a text, character for character and not as a part of other words. */
export function containsCta(text: string, cta: string): boolean {
  for (let at = text.indexOf(cta); at !== -1; at = text.indexOf(cta, at + 1)) {
    const before = text.slice(0, at)
    const after = text.slice(at + cta.length)
    const joinsBefore = /[\p{L}\p{M}\p{N}_]$/u.test(before) && /^[\p{L}\p{N}_]/u.test(cta)
    const joinsAfter = /^[\p{L}\p{M}\p{N}_]/u.test(after) && /[\p{L}\p{N}_]$/u.test(cta)
    if (!joinsBefore && !joinsAfter) return true
  }
  return false
}
