import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { REPOSITORY } from './paths.ts'
import type { Registry } from './registry.ts'
import { run } from './run.ts'

/** A package as it was published. */
export interface ReleasedPackage {
  readonly name: string
  readonly version: string
}

/** Makes a release of a copy of the repository: versions from the changesets, and every public package published. */
export async function release(copy: string, registry: Registry): Promise<ReleasedPackage[]> {
  await copyRepository(copy)
  await writeFile(join(copy, '.changeset/rehearsal.md'), await describeRehearsal(copy))
  const changeset = join(REPOSITORY, 'node_modules/@changesets/cli/bin.js')
  await run({ command: process.execPath, arguments: [changeset, 'version'], directory: copy })
  const { host } = new URL(registry.url)
  // A client sends nothing without a token; this registry takes any.
  await writeFile(join(copy, '.npmrc'), `registry=${registry.url}\n//${host}/:_authToken=rehearsal\n`)
  const released: ReleasedPackage[] = []
  for (const folder of await readdir(join(copy, 'packages'))) {
    const directory = join(copy, 'packages', folder)
    const manifest = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'))
    if (manifest.private) continue
    await run({ command: 'pnpm', arguments: ['publish', '--no-git-checks'], directory })
    released.push({ name: manifest.name, version: manifest.version })
  }
  return released
}

/** A changeset for every public package: right after a release there is no other, and nothing to give a version. */
async function describeRehearsal(copy: string): Promise<string> {
  const folders = await readdir(join(copy, 'packages'))
  const manifests = await Promise.all(
    folders.map(async (folder) => JSON.parse(await readFile(join(copy, 'packages', folder, 'package.json'), 'utf8'))),
  )
  const packages = manifests.filter((manifest) => !manifest.private).map(({ name }) => `'${name}': patch\n`)
  return `---\n${packages.join('')}---\n\nA rehearsal.\n`
}

/** What git knows of, with its links to what is installed. */
async function copyRepository(copy: string): Promise<void> {
  const listed = await run({ command: 'git', arguments: ['ls-files'], directory: REPOSITORY })
  for (const file of listed.split('\n').filter((line) => line !== '' && !line.startsWith('tools/'))) {
    await cp(join(REPOSITORY, file), join(copy, file), { recursive: true })
  }
  await symlink(join(REPOSITORY, 'node_modules'), join(copy, 'node_modules'))
  for (const group of ['packages', 'apps']) {
    for (const folder of await readdir(join(copy, group))) {
      const links = join(group, folder, 'node_modules')
      await cp(join(REPOSITORY, links), join(copy, links), { recursive: true, verbatimSymlinks: true })
    }
  }
}
