import type { OpenAPIObject } from 'openapi3-ts/oas31'

type Json = Readonly<Record<string, unknown>>

/** Where schemas stand in a document, by the name of the field: one, or a map of them. */
const SCHEMA_FIELDS = new Set(['schema', 'x-item-schema'])

/** Fields whose content is a value, and no part of the document. */
const VALUE_FIELDS = new Set(['example', 'examples', 'default', 'enum', 'links', 'x-codeSamples'])

/** JSON Schema's words for one schema, for a list and for a map of schemas. */
const IN_ONE = new Set(['items', 'not', 'additionalProperties'])
const IN_LIST = new Set(['anyOf', 'oneOf', 'allOf'])

/** What 3.0 has no word for, and what every reader may leave out: it only refuses less. */
const DROPPED = new Set(['contentMediaType', 'contentEncoding', 'propertyNames', 'dependentRequired', 'examples'])

/**
 * The same document as OpenAPI 3.0.3, for tools that read no other. Webhooks are left out, which 3.0 does not have; so is what its
 * schemas cannot say.
 */
export function toOpenApi30(document: OpenAPIObject): Json {
  const { webhooks: _, ...others } = document
  const { license, ...info } = document.info
  const { schemas = {}, ...components } = document.components ?? {}
  return {
    ...(convertNode(others) as Json),
    openapi: '3.0.3',
    info: { ...info, ...(license && { license: { name: license.name } }) },
    components: { ...(convertNode(components) as Json), schemas: mapValues(schemas, convertSchema) },
  }
}

function convertNode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convertNode)
  if (!isObject(value)) return value
  return mapValues(value, (child, name) => {
    if (SCHEMA_FIELDS.has(name)) return convertSchema(child)
    return VALUE_FIELDS.has(name) ? child : convertNode(child)
  })
}

function convertSchema(schema: unknown): Json {
  // 3.0 has no `true` and `false`.
  if (schema === true) return {}
  if (!isObject(schema)) return { not: {} }
  return withNull(withReference(mapWords(schema)))
}

function mapWords(schema: Json): Json {
  const words = Object.entries(schema).flatMap(([word, value]): [string, unknown][] => {
    if (word === 'properties') return [[word, mapValues(value as Json, convertSchema)]]
    if (IN_ONE.has(word)) return [[word, convertSchema(value)]]
    if (IN_LIST.has(word)) return [[word, (value as unknown[]).map(convertListed)]]
    if (word === 'const')
      return [['enum', [value]], ...(schema['type'] ? [] : [['type', typeof value] as [string, string]])]
    if (word === 'exclusiveMinimum')
      return [
        ['minimum', value],
        [word, true],
      ]
    if (word === 'exclusiveMaximum')
      return [
        ['maximum', value],
        [word, true],
      ]
    return DROPPED.has(word) ? [] : [[word, value]]
  })
  const [example] = Array.isArray(schema['examples']) ? (schema['examples'] as unknown[]) : []
  return Object.fromEntries([...words, ...(example === undefined ? [] : [['example', example] as const])])
}

/** Null stays as it is until the list that it stands in is read. */
function convertListed(schema: unknown): Json {
  return isObject(schema) && schema['type'] === 'null' ? schema : convertSchema(schema)
}

/** Beside a `$ref` nothing counts in 3.0. */
function withReference(schema: Json): Json {
  const { $ref, ...others } = schema
  return $ref === undefined || Object.keys(others).length === 0 ? schema : { ...others, allOf: [{ $ref }] }
}

/** `null` is no type of 3.0, where a schema is `nullable`; neither is a list of types. */
function withNull(schema: Json): Json {
  const { type, anyOf, ...others } = schema
  if (Array.isArray(type)) {
    const types = type.filter((one) => one !== 'null')
    const nullable = types.length < type.length && { nullable: true }
    if (types.length === 1) return { ...others, type: types[0], ...nullable }
    return { ...others, anyOf: types.map((one) => ({ type: one })), ...nullable }
  }
  if (!Array.isArray(anyOf)) return schema
  const options = (anyOf as Json[]).filter((option) => option['type'] !== 'null')
  if (options.length === anyOf.length) return schema
  const [only] = options
  if (options.length > 1 || only === undefined) return { ...others, anyOf: options, nullable: true }
  return only['$ref'] === undefined
    ? { ...only, ...others, nullable: true }
    : { ...others, allOf: [only], nullable: true }
}

function mapValues<Value>(object: Readonly<Record<string, Value>>, map: (value: Value, name: string) => unknown): Json {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value, name)]))
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
