import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { runProgram } from './run-program.ts'

const pathOf = (relative: string) => fileURLToPath(new URL(`../../../../${relative}`, import.meta.url))

const DOCUMENT = pathOf('packages/openapi/openapi.json')
const TO_3_0 = pathOf('tools/python/node_modules/@apiture/openapi-down-convert/lib/src/cli.js')
const GENERATOR = pathOf('tools/python/node_modules/@openapitools/openapi-generator-cli/bin/openapi-generator.jar')

/**
 * Makes the package `powerpost_api` of the committed document in a directory. The generator knows OpenAPI 3.0 only, so
 * it is given the document as that.
 */
export async function generatePythonClient(directory: string): Promise<void> {
  const simpler = join(directory, 'openapi.json')
  await writeFile(simpler, JSON.stringify(JSON.parse(await readFile(DOCUMENT, 'utf8'), withoutWhat30Lacks)))
  const document = join(directory, 'openapi.yaml')
  const convert = [TO_3_0, '--input', simpler, '--output', document]
  await runProgram({ command: process.execPath, arguments: convert, input: '', directory })
  const generate = ['-g', 'python', '-i', document, '-o', directory, '--package-name', 'powerpost_api']
  const java = ['-Dlog.level=error', '-jar', GENERATOR, 'generate', ...generate]
  await runProgram({ command: 'java', arguments: java, input: '', directory })
}

const nullableReferenceSchema = z.looseObject({
  anyOf: z.tuple([z.object({ $ref: z.string() }), z.object({ type: z.literal('null') })]),
})

/**
 * What OpenAPI 3.0 has no word for and the converter leaves as it is: fields that need another, values of two types, and
 * references that may be null.
 */
function withoutWhat30Lacks(key: string, value: unknown): unknown {
  if (key === 'dependentRequired') return undefined
  if (key === 'type' && Array.isArray(value) && !value.includes('null')) return undefined
  const { data: reference } = nullableReferenceSchema.safeParse(value)
  if (!reference) return value
  const { anyOf, ...others } = reference
  return { ...others, allOf: [anyOf[0]], nullable: true }
}
