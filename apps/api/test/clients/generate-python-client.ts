import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runProgram } from './run-program.ts'

const GENERATOR = fileURLToPath(
  new URL(
    '../../../../tools/python/node_modules/@openapitools/openapi-generator-cli/bin/openapi-generator.jar',
    import.meta.url,
  ),
)

/** Makes the package `powerpost_api` in a directory, of what a server serves as OpenAPI 3.0: the generator knows no other. */
export async function generatePythonClient(directory: string, origin: string): Promise<void> {
  const document = join(directory, 'openapi.json')
  await writeFile(document, await (await fetch(`${origin}/openapi-3.0.json`)).text())
  const generate = ['-g', 'python', '-i', document, '-o', directory, '--package-name', 'powerpost_api']
  const java = ['-Dlog.level=error', '-jar', GENERATOR, 'generate', ...generate]
  await runProgram({ command: 'java', arguments: java, input: '', directory })
}
