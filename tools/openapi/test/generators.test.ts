import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Consumer } from '../src/consumers.ts'
import { CONSUMERS } from '../src/consumers.ts'
import type { Program } from '../src/drive.ts'
import { drive, DRIVEN, REFUSED, TOO_SHORT } from '../src/drive.ts'
import type { RequestType } from '../src/request-checks.ts'
import { listRequestTypes, writeRequestChecks } from '../src/request-checks.ts'
import { runTool } from '../src/run-tool.ts'

const STRICT = {
  compilerOptions: {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    noUncheckedIndexedAccess: true,
    // Generated code is no declaration: it is checked. The declarations of its own packages are theirs.
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: ['node'],
  },
  include: ['.'],
}

const access = inject('access')
const documents = inject('documents')
let requestTypes: readonly RequestType[]

beforeAll(async () => {
  requestTypes = await listRequestTypes()
})

/** What the compiler says of a generator's code, of the program that uses it, and of the checks of all request types. */
async function compile(project: string, { imports, typeOf }: Consumer): Promise<string> {
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify(STRICT))
  await writeFile(join(project, 'checks.ts'), writeRequestChecks({ imports, typeOf, requestTypes }))
  return (await runTool('tsc', '-p', project)).output
}

it('every JSON body has a named schema, with fields and an example', () => {
  expect(requestTypes.length).toBeGreaterThan(15)
  for (const { name, properties, examples } of requestTypes) {
    expect(properties, name).not.toEqual([])
    expect(examples, name).not.toEqual([])
  }
})

it('the docs list every tool', async () => {
  const page = await readFile(fileURLToPath(new URL('../../../docs/openapi-tools.md', import.meta.url)), 'utf8')
  const tools = [...CONSUMERS.map(({ name }) => name), 'mock', 'proxy', 'openapi-to-postmanv2', 'openapi-mcp-generator']
  const rows = page.split('\n').filter((line) => /^\| [`P]/.test(line))
  expect(rows).toHaveLength(tools.length)
  for (const tool of tools) expect(page).toContain(tool)
})

describe.concurrent('what other tools make of the document compiles strictly, refuses wrong bodies and drives the server', () => {
  it.each(CONSUMERS)('$name', async (consumer) => {
    const project = join(inject('generated'), consumer.name)
    await mkdir(project)
    const program = join(project, 'program.ts')
    await copyFile(fileURLToPath(new URL(`programs/${consumer.name}.ts`, import.meta.url)), program)
    const { exitCode, output } = await consumer.generate(project, documents)
    expect(exitCode, output).toBe(0)
    expect(await compile(project, consumer)).toBe('')

    const calls = ((await import(program)) as Program).createCalls(access)
    expect(await drive(calls)).toEqual(DRIVEN)
    expect(await calls.refuse(TOO_SHORT)).toEqual(REFUSED)
  })
})
