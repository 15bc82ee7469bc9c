import { randomUUID } from 'node:crypto'
import { InvalidKeyError } from './errors.ts'

/** Two to eight parts of lower-case letters, digits and inner hyphens: no dots, so neither `..` nor a hidden name. */
const KEY = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?(?:\/[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?){1,7}$/

/**
 * A fresh key, e.g. `media/3f/…3f`. The two hex digits keep any one directory small.
 *
 * @param area what is stored, e.g. `media`
 * @param id a UUID, when the caller has one already; its last two digits spread the files
 * @throws InvalidKeyError when the area or the id would not make a safe key
 */
export function makeStorageKey(area: string, id: string = randomUUID()): string {
  // The last two digits: those of a UUID v7 are random, its first are a clock.
  const key = `${area}/${id.slice(-2)}/${id}`
  assertStorageKey(key)
  return key
}

/** Whether a text is a key that `makeStorageKey` could have made. */
export function isStorageKey(text: string): boolean {
  return KEY.test(text)
}

/** @throws InvalidKeyError unless the key is safe to turn into a path or an object name */
export function assertStorageKey(key: string): void {
  if (!isStorageKey(key)) throw new InvalidKeyError()
}
