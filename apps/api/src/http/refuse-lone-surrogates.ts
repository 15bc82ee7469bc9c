import { invalidField } from '#shared/app-error.ts'
import { writePath } from './errors/describe-issues.ts'

type Keys = readonly (string | number)[]

/**
 * Refuses half a character, as `"\ud83d"` is in JSON: no database keeps it, so another text would be stored.
 *
 * @param value what was parsed; it is bounded, in depth, too
 */
export function refuseLoneSurrogates(value: unknown, keys: Keys = []): void {
  if (typeof value === 'string') refuseText(value, keys)
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    refuseText(key, keys)
    refuseLoneSurrogates(inner, [...keys, Array.isArray(value) ? Number(key) : key])
  }
}

function refuseText(text: string, keys: Keys): void {
  if (text.isWellFormed()) return
  const index = text.search(/\p{Surrogate}/u)
  const code = text.charCodeAt(index).toString(16).toUpperCase()
  throw invalidField(writePath('body', keys), `must not contain half a surrogate pair: U+${code} at index ${index}`)
}
