/** No body of ours is deeper than a few levels. */
const MAX_DEPTH = 32
/** The longest honest body has a few hundred fields and items. */
const MAX_VALUES = 10_000

/** Why a parsed body is not looked at any further; undefined when it may be. Walks without recursion: it may be deep. */
export function findJsonExcess(body: unknown): string | undefined {
  let level: unknown[] = [body]
  let values = 0
  for (let depth = 1; level.length > 0; depth++) {
    values += level.length
    if (values > MAX_VALUES) return `must hold at most ${MAX_VALUES} fields and items`
    if (depth > MAX_DEPTH) return `must be nested at most ${MAX_DEPTH} levels deep`
    level = level.flatMap(childrenOf)
  }
  return undefined
}

function childrenOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}
