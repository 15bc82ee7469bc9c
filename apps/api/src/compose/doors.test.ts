import { execFile } from 'node:child_process'
import { link, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const API = join(import.meta.dirname, '../..')
const ROOT = join(API, '../..')
const COMPILER = join(ROOT, 'node_modules/.bin/tsc')

/** The files in which what is left out shows. The types of all others are read, and their own mistakes are not looked for. */
const DOORS = /^(compose\.ts|compose\/(create-features|parts)\.ts|db\/inventory\.ts|features\/[^/]+\/feature\.ts)$/

/** A way to forget something: what is replaced in a file, and where the compiler has to say so. */
interface Omission {
  readonly file: string
  readonly find: string | RegExp
  readonly put: string
  readonly seenIn: string
}

const OMISSIONS: Readonly<Record<string, Omission>> = {
  'a feature that owns tables': {
    file: 'compose/create-features.ts',
    find: /^ {4}connections,\n/m,
    put: '',
    seenIn: 'compose/create-features.ts',
  },
  'a feature that owns no table': {
    file: 'compose/create-features.ts',
    find: /^ {4}publishing: .*\n/m,
    put: '',
    seenIn: 'compose.ts',
  },
  'the routes of a feature': {
    file: 'features/writing-styles/feature.ts',
    find: /^ {4}routes: .*\n/m,
    put: '',
    seenIn: 'compose.ts',
  },
  'a job of a feature': {
    file: 'features/runs/handle-runs.ts',
    find: /^ {4}'fail-run': .*\n/m,
    put: '',
    seenIn: 'features/runs/handle-runs.ts',
  },
  'the jobs of a feature at its door': {
    file: 'features/workspaces/feature.ts',
    find: ', jobs } satisfies',
    put: ' } satisfies',
    seenIn: 'compose.ts',
  },
  'the jobs of a feature in the list of all': {
    file: 'features/jobs.ts',
    find: '  ...WORKSPACE_JOBS,\n',
    put: '',
    seenIn: 'compose/create-features.ts',
  },
  'a table in the inventory': {
    file: 'db/inventory.ts',
    find: /^ {2}writing_styles: .*\n/m,
    put: '',
    seenIn: 'db/inventory.ts',
  },
  'the purge of a table': {
    file: 'db/inventory.ts',
    find: /(api_keys: .*purge: )'kept'/,
    put: "$1'at the end'",
    seenIn: 'compose/create-features.ts',
  },
  'the sweep of a table': {
    file: 'db/inventory.ts',
    find: /(api_keys: .*swept: )false/,
    put: '$1true',
    seenIn: 'compose/create-features.ts',
  },
  'a use of media': {
    file: 'db/inventory.ts',
    find: /(image_generation_styles: \{ owner: )'images'/,
    put: "$1'connections'",
    seenIn: 'compose/create-features.ts',
  },
}

let folder: string
let errors: ReadonlyMap<string, readonly string[]>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doors-'))
  const files = (await readdir(join(API, 'src'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
    .map((entry) => relative(join(API, 'src'), join(entry.parentPath, entry.name)))
  await createCopy('complete', files, async (path, to) => {
    const text = await readFile(join(API, 'src', path), 'utf8')
    await writeFile(to, DOORS.test(path) ? text : `// @ts-nocheck\n${text}`)
  })
  for (const [number, { file, find, put }] of Object.values(OMISSIONS).entries()) {
    await createCopy(`without-${number}`, files, async (path, to) => {
      if (path !== file) return link(join(folder, 'complete/src', path), to)
      const text = await readFile(join(API, 'src', path), 'utf8')
      const changed = text.replace(find, put)
      expect(changed, file).not.toBe(text)
      await writeFile(to, changed)
    })
  }
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(API, 'tsconfig.json'),
      compilerOptions: { typeRoots: [join(ROOT, 'node_modules/@types')] },
      include: ['*/src/compose.ts'],
    }),
  )
  errors = await compile()
}, 300_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

async function createCopy(
  name: string,
  files: readonly string[],
  create: (path: string, to: string) => Promise<void>,
): Promise<void> {
  const root = join(folder, name)
  await mkdir(root)
  await symlink(join(API, 'node_modules'), join(root, 'node_modules'))
  // The compiler takes files of packages of one name and version for the same.
  await writeFile(join(root, 'package.json'), JSON.stringify({ name, type: 'module', imports: { '#*': './src/*' } }))
  for (const directory of new Set(files.map((path) => dirname(path)))) {
    await mkdir(join(root, 'src', directory), { recursive: true })
  }
  for (const path of files) await create(path, join(root, 'src', path))
}

/** One run for all copies, which share what they import. What is wrong, by copy, each as `<file>: <message>`. */
async function compile(): Promise<ReadonlyMap<string, readonly string[]>> {
  const output = await new Promise<string>((resolve) => {
    execFile(COMPILER, ['--project', folder, '--pretty', 'false'], { cwd: folder }, (_error, stdout) => resolve(stdout))
  })
  const found = new Map<string, string[]>()
  for (const [, name = '', file = '', message = ''] of output.matchAll(/^([\w-]+)\/src\/(\S+?)\(.*?\): (.*)$/gm)) {
    found.set(name, [...(found.get(name) ?? []), `${file}: ${message}`])
  }
  // Nothing else went wrong, as a compiler that does not start or does not find a package.
  expect(output.split('\n').filter((line) => line.includes('error') && !/^without-\d+\/src\//.test(line))).toEqual([])
  return found
}

it('the server compiles with all that it has', () => {
  expect(errors.get('complete')).toBeUndefined()
  // The compiler ran.
  expect(errors.size).toBeGreaterThan(0)
})

it.each(Object.entries(OMISSIONS).map(([what, { seenIn }], number) => ({ what, seenIn, number })))(
  'without $what it does not',
  ({ seenIn, number }) => {
    expect(errors.get(`without-${number}`)).toContainEqual(expect.stringContaining(`${seenIn}: error`))
  },
)
