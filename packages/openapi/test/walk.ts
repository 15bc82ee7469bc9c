import type { OpenAPIObject } from 'openapi3-ts/oas31'

/** A node of a JSON document, and where it stands as the steps from the root. */
export interface JsonNode {
  readonly steps: readonly string[]
  readonly value: unknown
}

/** Every node of a JSON document, the root first. */
export function* walk(value: unknown, steps: readonly string[] = []): Generator<JsonNode> {
  yield { steps, value }
  if (typeof value !== 'object' || value === null) return
  for (const [key, child] of Object.entries(value)) yield* walk(child, [...steps, key])
}

/** Steps as a JSON pointer in a URI fragment (RFC 6901, section 6). */
export function toFragment(steps: readonly string[]): string {
  return `#${steps.map((step) => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`
}

/** What a fragment of `toFragment` points at; undefined when there is nothing. */
export function resolveFragment(document: unknown, fragment: string): unknown {
  return fragment
    .split('/')
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((node, step) => (typeof node === 'object' && node !== null ? Reflect.get(node, step) : undefined), document)
}

/** The targets of the `$ref`s below a node. */
export function listRefs(value: unknown): string[] {
  return [...walk(value)].flatMap(({ steps, value: ref }) =>
    steps.at(-1) === '$ref' && typeof ref === 'string' ? [ref] : [],
  )
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** The operations of a document, with where they stand. */
export function listOperations(document: OpenAPIObject) {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method]
      return operation ? [{ method, path, operation }] : []
    }),
  )
}
