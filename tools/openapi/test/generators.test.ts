import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DOCUMENT, runTool } from '../src/run-tool.ts'

const STRICT = {
  compilerOptions: {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
  },
  include: ['.'],
}

let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'powerpost-generators-'))
})
afterAll(() => rm(directory, { recursive: true }))

/** A project of what a generator made and a program that uses it; the program also says what must not compile. */
async function compile(project: string, program: string): Promise<string> {
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify(STRICT))
  await copyFile(fileURLToPath(new URL(`programs/${program}`, import.meta.url)), join(project, 'program.ts'))
  return (await runTool('tsc', '-p', project)).output
}

describe('what other tools make of the document compiles strictly, and knows our types', () => {
  it('openapi-typescript', async () => {
    const project = await mkdtemp(join(directory, 'openapi-typescript-'))
    const { exitCode, output } = await runTool('openapi-typescript', DOCUMENT, '-o', join(project, 'generated.d.ts'))
    expect(exitCode, output).toBe(0)
    expect(await compile(project, 'openapi-typescript.ts')).toBe('')
  })

  it('@hey-api/openapi-ts', async () => {
    const project = await mkdtemp(join(directory, 'hey-api-'))
    const { exitCode, output } = await runTool('openapi-ts', '-i', DOCUMENT, '-o', join(project, 'generated'))
    expect(exitCode, output).toBe(0)
    expect(await compile(project, 'hey-api.ts')).toBe('')
  })
})
