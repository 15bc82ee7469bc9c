/**
 * Chooses one of several equally good phrases by the brief itself: different briefs vary, one brief never does.
 *
 * FNV-1a: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
 */
export function pick<T>(choices: readonly T[], seed: string): T | undefined {
  let hash = 0x811c9dc5
  for (let index = 0; index < seed.length; index++) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193) >>> 0
  }
  return choices[hash % choices.length]
}
