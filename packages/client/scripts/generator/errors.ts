import { STATUS_CODES } from 'node:http'
import type { ErrorDefinition } from '@powerpost/contract'
import { docComment } from './doc-comment.ts'
import { HEADER } from './header.ts'

/** An error class for every status of the error table. */
export function renderErrors(errors: Readonly<Record<string, ErrorDefinition>>): string {
  const classes = listStatuses(errors).map((status) => {
    const codes = Object.entries(errors).filter(([, error]) => error.status === status)
    const union = codes.map(([code]) => `'${code}'`).join(' | ')
    const name = errorClassName(status)
    const comment = docComment([`${status}.`, ...codes.map(([code, { title }]) => `- \`${code}\`: ${title}.`)])
    return `${comment}export class ${name} extends APIError<${union} | (string & {})> {
  override readonly name = '${name}'
}
`
  })
  return `${HEADER}import { APIError } from '../errors/api-error.ts'\n\n${classes.join('\n')}`
}

/** The class of every status. */
export function renderErrorClasses(errors: Readonly<Record<string, ErrorDefinition>>): string {
  const statuses = listStatuses(errors)
  const table = statuses.map((status) => `  ${status}: errors.${errorClassName(status)},\n`).join('')
  return `${HEADER}import * as errors from './errors.ts'

/** The class of every status that the API answers with. */
export const ERROR_CLASSES = {
${table}} as const
`
}

function listStatuses(errors: Readonly<Record<string, ErrorDefinition>>): number[] {
  return [...new Set(Object.values(errors).map(({ status }) => status))].sort((a, b) => a - b)
}

/** `404` is a `NotFoundError`: the status's own name, without a second "Error" at its end. */
export function errorClassName(status: number): string {
  const phrase = STATUS_CODES[status]
  if (phrase === undefined) throw new Error(`HTTP has no name for ${status}.`)
  return `${phrase.replaceAll(/[^A-Za-z]/g, '').replace(/Error$/, '')}Error`
}
