import { styleText } from 'node:util'
import { printable } from '../output/printable.ts'
import { asTyped } from '../typed-form.ts'
import { EXIT_CODES } from './exit-codes.ts'
import type { Failure } from './explain.ts'
import { redact } from './redact.ts'

interface FormatOptions {
  readonly json: boolean
  /** What must not be shown, whatever the error says. */
  readonly secrets: readonly (string | undefined)[]
}

/** A failure as it is written to standard error: in words, or as JSON in the API's envelope. */
export function formatFailure(found: Failure, { json, secrets }: FormatOptions): string {
  const failure = { ...found, hint: asTyped(found.hint) }
  return `${redact(json ? toJson(failure) : toWords(failure), secrets)}\n`
}

function toJson({ code, outcome, message, hint, details = [], requestId }: Failure): string {
  const error = {
    message,
    code,
    hint,
    exit_code: EXIT_CODES[outcome].code,
    ...(details.length > 0 && { details }),
    ...(requestId !== undefined && { request_id: requestId }),
  }
  return JSON.stringify({ error }, undefined, 2)
}

function toWords({ outcome, message, hint, details = [], requestId }: Failure): string {
  const style = (format: 'red' | 'dim', text: string) => styleText(format, text, { stream: process.stderr })
  const shown = details.filter(({ path, message: detail }) => message !== `${path} ${detail}`)
  return printable(
    [
      `${style('red', 'error:')} ${message}`,
      ...shown.map(({ path, message: detail }) => `  ${path} ${detail}`),
      hint,
      ...(requestId !== undefined && outcome === 'fault' ? [style('dim', `request ${requestId}`)] : []),
    ].join('\n'),
  )
}
