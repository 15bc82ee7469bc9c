/** A part of a JSON Schema that an object matches or not. */
interface Case {
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, unknown>>
}

/**
 * Rules between the fields of a body, for its `.meta()`, as one `not`: the cases that are refused. Of an `anyOf`, `oneOf` or
 * `allOf` whose branches only require fields, generators of code make `unknown` or `any`; they keep the type besides a `not`.
 */
export function refusing(...cases: readonly [Case, ...Case[]]) {
  return { not: cases.length === 1 ? cases[0] : { anyOf: cases } }
}

/** The case that a body has none of these fields. */
export function noneOf(...fields: readonly string[]): Case {
  return { properties: Object.fromEntries(fields.map((field) => [field, false])) }
}

/** The case that a body has all of these fields. */
export function allOf(...fields: readonly string[]): Case {
  // Named as well: linters want what is required to be a property. As `{}`, since some of them cannot read `true`.
  return { required: fields, properties: Object.fromEntries(fields.map((field) => [field, {}])) }
}
