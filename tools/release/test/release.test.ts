import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownFile } from '../src/paths.ts'
import type { Registry } from '../src/registry.ts'
import { startRegistry } from '../src/registry.ts'
import type { ReleasedPackage } from '../src/release.ts'
import { release } from '../src/release.ts'
import { run } from '../src/run.ts'
import type { Server } from '../src/server.ts'
import { startServer } from '../src/server.ts'

let directory: string
let registry: Registry
let server: Server
let released: ReleasedPackage[]

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'powerpost-release-'))
  registry = await startRegistry(join(directory, 'registry'))
  released = await release(join(directory, 'copy'), registry)
  server = await startServer(await mkdtemp(join(directory, 'data-')))
}, 300_000)
afterAll(async () => {
  await server.stop()
  await registry.stop()
  await rm(directory, { recursive: true, force: true })
})

/** How the contract is used: what its program is called, how it is compiled, and what comes of it. */
const PROJECTS = {
  esm: { source: 'program.mts', output: 'program.mjs', module: 'node16', moduleResolution: 'node16' },
  cjs: { source: 'program.cts', output: 'program.cjs', module: 'node16', moduleResolution: 'node16' },
  bundler: { source: 'program.mts', output: 'program.mjs', module: 'esnext', moduleResolution: 'bundler' },
} as const

// zod's own declarations ask for 5.5: with the older compiler they are not checked.
const COMPILERS = { typescript54: { skipLibCheck: true }, typescript: { skipLibCheck: false } } as const

type ProjectName = keyof typeof PROJECTS
type Compiler = keyof typeof COMPILERS

const CASES = (Object.keys(PROJECTS) as ProjectName[]).flatMap((project) =>
  (Object.keys(COMPILERS) as Compiler[]).map((compiler) => ({ project, compiler })),
)

/** An empty project that installs packages as anybody would, from our registry. */
async function createProject(...packages: readonly string[]): Promise<string> {
  const project = await mkdtemp(join(directory, 'project-'))
  await writeFile(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  await writeFile(join(project, '.npmrc'), `registry=${registry.url}\ncache=${join(directory, 'cache')}\n`)
  await run({ command: 'npm', arguments: ['install', '--no-audit', '--no-fund', ...packages], directory: project })
  return project
}

describe('a release', () => {
  it('gives every public package a version that a changeset asked for', () => {
    expect(released.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['@powerpost/client', '@powerpost/contract', '@powerpost/openapi']),
    )
    for (const { version } of released) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    for (const { version } of released) expect(version).not.toBe('0.0.0')
  })

  it.each(['client', 'contract', 'openapi'])('of %s says what changed', async (name) => {
    const project = await createProject(`@powerpost/${name}`)
    const changelog = await readFile(join(project, 'node_modules/@powerpost', name, 'CHANGELOG.md'), 'utf8')
    const { version = '' } = released.find((one) => one.name === `@powerpost/${name}`) ?? {}
    expect(changelog).toContain(`## ${version}\n`)
    expect(changelog).toMatch(/^- \S/m)
  })

  it.each(['client', 'contract', 'openapi'])('of %s is clean by publint and attw', async (name) => {
    const directoryOfTarball = await mkdtemp(join(directory, 'tarball-'))
    await run({
      command: 'npm',
      arguments: ['pack', `@powerpost/${name}`, `--registry=${registry.url}`],
      directory: directoryOfTarball,
    })
    const [tarball = ''] = await readdir(directoryOfTarball)
    const check = (program: string, ...options: string[]) =>
      run({
        command: process.execPath,
        arguments: [ownFile(program), tarball, ...options],
        directory: directoryOfTarball,
      })
    expect(await check('node_modules/publint/src/cli.js', '--strict')).toContain('All good!')
    await check('node_modules/@arethetypeswrong/cli/dist/index.js', '--profile=node16')
  })
})

describe('in an empty project, what was released', () => {
  it('compiles strictly, makes calls and judges them', async () => {
    const project = await createProject(
      '@powerpost/client',
      '@powerpost/contract',
      '@powerpost/openapi',
      'zod',
      '@types/node@24',
    )
    await cp(ownFile('test/project'), project, { recursive: true })
    const tsc = ownFile('node_modules/typescript/bin/tsc')
    await run({ command: process.execPath, arguments: [tsc], directory: project })
    const { environment } = server
    const said = await run({ command: process.execPath, arguments: ['program.mjs'], directory: project, environment })
    expect(JSON.parse(said)).toEqual({ asPriced: true, balance: true, refused: true, documented: true })
  })

  it('is there for CommonJS, and needs no ts-rest for its schemas', async () => {
    const project = await createProject('@powerpost/contract', 'zod')
    expect((await readdir(join(project, 'node_modules'))).sort()).toEqual(['.package-lock.json', '@powerpost', 'zod'])
    await cp(ownFile('test/project/program.cjs'), join(project, 'program.cjs'))
    const said = await run({ command: process.execPath, arguments: ['program.cjs'], directory: project })
    expect(JSON.parse(said)).toEqual({ success: false, status: 404, platforms: 6 })
  })

  it.each(CASES)('compiles for $project with $compiler, and makes a call', async ({ project: name, compiler }) => {
    const { source, output, module, moduleResolution } = PROJECTS[name]
    const project = await createProject('@powerpost/contract', 'zod')
    await cp(ownFile('test/contract-project/program.ts'), join(project, source))
    const compilerOptions = {
      target: 'es2022',
      lib: ['es2023', 'dom'],
      module,
      moduleResolution,
      strict: true,
      types: [],
      ...COMPILERS[compiler],
    }
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [source] }))
    const tsc = ownFile(`node_modules/${compiler}/bin/tsc`)
    await run({ command: process.execPath, arguments: [tsc], directory: project })
    const { environment } = server
    const said = await run({ command: process.execPath, arguments: [output], directory: project, environment })
    expect(JSON.parse(said)).toEqual({ balance: 'number', isUnknown: false, isAsListed: true, isThere: true })
  })
})
