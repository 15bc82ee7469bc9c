import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Consumer } from '../src/consumers.ts'
import { CONSUMERS } from '../src/consumers.ts'
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
    noEmit: true,
    types: ['node'],
  },
  include: ['.'],
}

/** Below this workspace: what is generated imports its packages. */
const PARENT = fileURLToPath(new URL('../node_modules/.consumers', import.meta.url))

let directory: string
let requestTypes: readonly RequestType[]

beforeAll(async () => {
  await mkdir(PARENT, { recursive: true })
  directory = await mkdtemp(join(PARENT, 'run-'))
  requestTypes = await listRequestTypes()
})
afterAll(() => rm(directory, { recursive: true }))

/** What the compiler says of a generator's code, of a program that uses it, and of the checks of all request types. */
async function compile(project: string, { imports, typeOf, program }: Consumer): Promise<string> {
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify(STRICT))
  await writeFile(join(project, 'checks.ts'), writeRequestChecks({ imports, typeOf, requestTypes }))
  if (program !== undefined) {
    await copyFile(fileURLToPath(new URL(`programs/${program}`, import.meta.url)), join(project, 'program.ts'))
  }
  return (await runTool('tsc', '-p', project)).output
}

it('every JSON body has a named schema, with fields and an example', () => {
  expect(requestTypes.length).toBeGreaterThan(15)
  for (const { name, properties, examples } of requestTypes) {
    expect(properties, name).not.toEqual([])
    expect(examples, name).not.toEqual([])
  }
})

describe.concurrent('what other tools make of the document compiles strictly, and refuses wrong bodies', () => {
  it.each(CONSUMERS)('$name', async (consumer) => {
    const project = join(directory, consumer.name)
    await mkdir(project)
    const { exitCode, output } = await consumer.generate(project)
    expect(exitCode, output).toBe(0)
    expect(await compile(project, consumer)).toBe('')
  })
})
