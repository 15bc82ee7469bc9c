import { fingerprintApiKey } from '#shared/api-key.ts'

const MAX_KEYS = 1_000

/** Keys that were good a moment ago, by their hash. Not a reason to let anybody in: only to look a key up again. */
export class RecentKeys {
  readonly #hashes = new Set<string>()

  has(key: string): boolean {
    return this.#hashes.has(hashOf(key))
  }

  add(key: string): void {
    const hash = hashOf(key)
    this.#hashes.delete(hash)
    this.#hashes.add(hash)
    const [oldest] = this.#hashes
    if (this.#hashes.size > MAX_KEYS && oldest !== undefined) this.#hashes.delete(oldest)
  }
}

function hashOf(key: string): string {
  return fingerprintApiKey(key).hash.toString('base64')
}
