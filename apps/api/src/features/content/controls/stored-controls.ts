import type { StoredBrandProfile, StoredControls } from '#db/types.ts'
import type { GenerateContentRequest } from '@powerpost/contract'

type Controls = Pick<GenerateContentRequest, keyof StoredControls>

/** What a request says of the manner of its captions, as it is kept: without what is absent. */
export function toStoredControls(request: Controls): StoredControls {
  const { language, tone, audience, length, emoji, hashtags, avoid, variants, model, include } = request
  const given = { language, tone, audience, length, emoji, hashtags, avoid, variants, model }
  const included = include && { include: [...new Set(include)] }
  return { ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)), ...included }
}

/** The controls of a regeneration before those of its generation, and the brand's defaults last. */
export function resolveControls(
  brand: StoredBrandProfile | null,
  ...layers: readonly (StoredControls | null | undefined)[]
): StoredControls {
  const avoid = [...new Set([...layers.flatMap((layer) => layer?.avoid ?? []), ...(brand?.avoid ?? [])])]
  const lowestFirst = [withoutUndefined(brand?.defaults ?? {}), ...layers.toReversed()]
  const merged: StoredControls = Object.assign({}, ...lowestFirst)
  return { ...merged, ...(avoid.length > 0 && { avoid }) }
}

function withoutUndefined<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<Value>
}
