import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { OpenAPIObject } from 'openapi3-ts/oas31'

export type Validate = (value: unknown) => { readonly valid: boolean; readonly errors: string }

/** Schemas of a document by where they stand, as a reader of the document alone would compile them. */
export function createValidators(document: OpenAPIObject): (fragment: string) => Validate {
  // Strict: a keyword that JSON Schema 2020-12 does not know fails the compilation. "One of these is required" is said
  // by branches that name a property without describing it again.
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true })
  formats.default(ajv)
  // A `$ref` into the document compiles what it stands in as well, which is no schema.
  ajv.addVocabulary(Object.keys(document))
  ajv.addSchema(document, 'openapi.json')
  return (fragment) => {
    const validate = ajv.compile({ $ref: `openapi.json${fragment}` })
    return (value) => ({ valid: validate(value), errors: ajv.errorsText(validate.errors) })
  }
}
