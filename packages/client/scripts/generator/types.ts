import type { ErrorDefinition } from '@powerpost/contract'
import { errorBodySchema, webhookEventSchema } from '@powerpost/contract'
import { describeSchema, docComment } from './doc-comment.ts'
import { HEADER } from './header.ts'
import type { NamedSchema, Schemas } from './schemas.ts'
import { TypeWriter } from './type-writer.ts'

type Errors = Readonly<Record<string, ErrorDefinition>>

/** The types of everything that is sent and answered. */
export function renderTypes(schemas: Schemas, errors: Errors): string {
  schemas.name(errorBodySchema, 'output', { name: 'ErrorBody', description: '' })
  schemas.name(webhookEventSchema, 'output', { name: 'WebhookEvent', description: '' })
  const types = schemas.entries().map(([name, named]) => renderNamed(name, named, schemas, errors))
  const uploads = types.some((type) => type.includes('Uploadable'))
  const imports = uploads ? "import type { Uploadable } from '../core/upload/uploadable.ts'\n\n" : ''
  return `${HEADER}${imports}${[...types, renderErrorCodes(errors)].join('\n')}`
}

function renderNamed(name: string, { schema, input }: NamedSchema, schemas: Schemas, errors: Errors): string {
  const comment = docComment(describeSchema(schema))
  const writer = new TypeWriter({ schemas, input, aliases: { ErrorCode: Object.keys(errors) } })
  if (schema.properties) return `${comment}export interface ${name} ${writer.write(schema)}\n`
  return `${comment}export type ${name} = ${writer.write(schema)}\n`
}

function renderErrorCodes(errors: Errors): string {
  const codes = Object.entries(errors).map(
    ([code, { status, title }]) => `${docComment([`${status}. ${title}.`], '  ')}  | '${code}'\n`,
  )
  const comment = docComment(['What an answer that is not 200 says went wrong, for a program.'])
  return `${comment}export type ErrorCode =\n${codes.join('')}`
}
