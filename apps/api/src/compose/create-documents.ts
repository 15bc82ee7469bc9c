import type { ServedDocument } from '#http/serve-documents.ts'
import { createOpenApiDocument, toOpenApi30, toYaml, withoutHeaderExamples } from '@powerpost/openapi'

const JSON_TYPE = 'application/json; charset=utf-8'
const YAML_TYPE = 'application/yaml; charset=utf-8'

interface Documents {
  /** What the server serves, by path. */
  readonly documents: readonly ServedDocument[]
  /** The one that the reference page is made of. */
  readonly createReferenceDocument: () => object
}

/**
 * The OpenAPI document of this server in its forms. It is made when one of them is first asked for, which most processes never are,
 * and not before the address is known.
 */
export function createDocuments(publicUrl: () => string): Documents {
  let made: ReturnType<typeof createOpenApiDocument> | undefined
  const document = () => (made ??= createOpenApiDocument({ serverUrl: publicUrl() }))
  return {
    documents: [
      { path: '/openapi.json', mediaType: JSON_TYPE, write: () => JSON.stringify(document()) },
      { path: '/openapi.yaml', mediaType: YAML_TYPE, write: () => toYaml(document()) },
      { path: '/openapi-3.0.json', mediaType: JSON_TYPE, write: () => JSON.stringify(toOpenApi30(document())) },
      { path: '/openapi-3.0.yaml', mediaType: YAML_TYPE, write: () => toYaml(toOpenApi30(document())) },
    ],
    createReferenceDocument: () => withoutHeaderExamples(document()),
  }
}
