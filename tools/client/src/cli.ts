import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CLI } from './paths.ts'
import { run } from './run.ts'

/** The command line as it would be published, and installed in an empty project from its tarball alone. */
export interface PackedCli {
  readonly tarball: string
  readonly project: string
  /** The file that `powerpost` runs. */
  readonly main: string
  remove(): Promise<void>
}

export async function packCli(): Promise<PackedCli> {
  const directory = await mkdtemp(join(tmpdir(), 'powerpost-packed-cli-'))
  const args = ['-y', 'pnpm@12.21.0', 'pack', '--pack-destination', directory]
  await run({ command: 'npx', arguments: args, directory: CLI })
  const [name] = await readdir(directory)
  if (name === undefined) throw new Error('Nothing was packed.')
  const tarball = join(directory, name)
  const project = await mkdtemp(join(directory, 'project-'))
  await writeFile(join(project, 'package.json'), '{ "private": true }')
  // It has no dependencies, so no registry is asked.
  const install = ['install', '--offline', '--no-audit', '--no-fund', tarball]
  await run({ command: 'npm', arguments: install, directory: project })
  return {
    tarball,
    project,
    main: join(project, 'node_modules/@powerpost/cli/dist/main.mjs'),
    remove: () => rm(directory, { recursive: true, force: true }),
  }
}
