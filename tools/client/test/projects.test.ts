import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { openTarball } from '../src/pack.ts'
import { CLIENT, TOOLS } from '../src/paths.ts'
import { run } from '../src/run.ts'
import { bundle } from '../src/sizes.ts'

const COMPILERS = ['typescript54', 'typescript59', 'typescript6', 'typescript7'] as const
const PROJECTS = {
  esm: 'out/main.js',
  cjs: 'out/main.cjs',
  bundler: 'out/bundle.mjs',
  'typescript-5.4': 'out/main.js',
} as const

type Project = keyof typeof PROJECTS

const CASES = (Object.keys(PROJECTS) as Project[]).flatMap((project) =>
  (project === 'typescript-5.4' ? COMPILERS.slice(0, 1) : COMPILERS).map((compiler) => [project, compiler] as const),
)

describe('the packed client in an empty project', () => {
  it.each(CASES)('%s compiles with %s, libraries checked, and makes a call', async (name, compiler) => {
    const project = await openTarball(inject('tarball')).install(join(CLIENT, 'test-projects', name))
    await compile(project, compiler)
    if (name === 'bundler') await writeFile(join(project, PROJECTS.bundler), await bundle(join(project, 'main.ts')))
    const printed = await run({
      command: process.execPath,
      arguments: [PROJECTS[name]],
      directory: project,
      environment: { ...inject('access') },
    })
    expect(JSON.parse(printed)).toEqual({ caption: 'string', pages: true, code: 'NOT_FOUND', outputs: 'undefined' })
  })

  it('does not compile when a field is misspelled, by the oldest compiler nor the newest', async () => {
    const project = await openTarball(inject('tarball')).install(join(CLIENT, 'test-projects/esm'))
    const main = await readFile(join(project, 'main.ts'), 'utf8')
    await writeFile(join(project, 'main.ts'), main.replace('research_mode', 'research_mod'))
    for (const compiler of ['typescript54', 'typescript7'])
      await expect(compile(project, compiler)).rejects.toThrow("'research_mod'")
  })
})

async function compile(project: string, compiler: string): Promise<void> {
  const types = join(TOOLS, 'node_modules/@types')
  const tsc = join(TOOLS, 'node_modules', compiler, 'bin/tsc')
  await run({ command: process.execPath, arguments: [tsc, '--typeRoots', types], directory: project })
}
