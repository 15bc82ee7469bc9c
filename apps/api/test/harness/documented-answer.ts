import { createOpenApiDocument } from '@powerpost/openapi'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { z } from 'zod'

/** An answer as it went out. */
export interface Answer {
  readonly method: string
  readonly path: string
  readonly status: number
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Validate = (value: unknown) => { readonly valid: boolean; readonly errors: string }

/** What the document says of one answer of an operation. */
export interface DocumentedAnswer {
  /** By names in lower case. */
  readonly headers: ReadonlyMap<string, { readonly required: boolean; readonly validate: Validate }>
  /** By media types. */
  readonly content: ReadonlyMap<string, Validate>
  readonly errorCodes: readonly string[]
}

const refSchema = z.object({ $ref: z.string() })
const headerSchema = z.object({ required: z.boolean().default(false) })
const responseSchema = z.object({
  headers: z.record(z.string(), z.unknown()).default({}),
  content: z.record(z.string(), z.unknown()).default({}),
  'x-error-codes': z.array(z.string()).default([]),
})
const operationSchema = z.object({ responses: z.record(z.string(), z.unknown()) })

const document = createOpenApiDocument()
// Headers are texts, which a number is read from.
const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: true })
formats.default(ajv)
ajv.addSchema(document, 'openapi.json')
const bodies = new Ajv2020({ strict: false, allErrors: true })
formats.default(bodies)
bodies.addSchema(document, 'openapi.json')

/** Bodies of many items. */
const SEQUENCES = ['text/event-stream', 'application/jsonl']

const known = new Map<string, DocumentedAnswer>()

/** What the document says of an answer: undefined when it does not know the status. */
export function findDocumentedAnswer({ method, path, status }: Answer): DocumentedAnswer | 'no operation' | undefined {
  const at = findOperation(method, path)
  if (at === undefined) return 'no operation'
  const pointer = `${at}/responses/${status}`
  if (!(String(status) in operationSchema.parse(resolve(at)).responses)) return undefined
  const answer = known.get(pointer) ?? readAnswer(pointer)
  known.set(pointer, answer)
  return answer
}

function findOperation(method: string, path: string): string | undefined {
  for (const [template, item] of Object.entries(document.paths ?? {})) {
    const pattern = new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
    if (pattern.test(path) && method.toLowerCase() in item) {
      return `/paths/${template.replaceAll('~', '~0').replaceAll('/', '~1')}/${method.toLowerCase()}`
    }
  }
  return undefined
}

function readAnswer(pointer: string): DocumentedAnswer {
  const at = follow(pointer)
  const response = responseSchema.parse(resolve(at))
  return {
    headers: new Map(
      Object.keys(response.headers).map((name) => {
        const header = follow(`${at}/headers/${name}`)
        const { required } = headerSchema.parse(resolve(header))
        return [name.toLowerCase(), { required, validate: compile(ajv, `${header}/schema`) }]
      }),
    ),
    content: new Map(
      Object.keys(response.content).map((type) => [
        type,
        // Of many items, each is judged.
        compile(
          bodies,
          `${at}/content/${type.replaceAll('/', '~1')}/${SEQUENCES.includes(type) ? 'x-item-schema' : 'schema'}`,
        ),
      ]),
    ),
    errorCodes: response['x-error-codes'],
  }
}

/** Where a node really stands: where its `$ref` leads, if it has one. */
function follow(pointer: string): string {
  const reference = refSchema.safeParse(resolve(pointer))
  return reference.success ? reference.data.$ref.slice(1) : pointer
}

function resolve(pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (node, step) => (typeof node === 'object' && node !== null ? Reflect.get(node, step) : undefined),
      document,
    )
}

function compile(validator: Ajv2020, pointer: string): Validate {
  const fragment = pointer.split('/').map(encodeURIComponent).join('/')
  const validate = validator.compile({ $ref: `openapi.json#${fragment}` })
  return (value) => ({ valid: validate(value), errors: validator.errorsText(validate.errors) })
}
