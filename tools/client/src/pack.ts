import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { CLIENT } from './paths.ts'
import { run } from './run.ts'

/** The client as it would be published, and projects that it is installed into. */
export interface PackedClient {
  readonly tarball: string
  /** A project of its own with the client in it, and whatever else stands in a folder. */
  install(folder?: string): Promise<string>
  remove(): Promise<void>
}

/** Builds and packs it. */
export async function packClient(): Promise<PackedClient> {
  const directory = await mkdtemp(join(tmpdir(), 'powerpost-packed-'))
  const args = ['-y', 'pnpm@12.21.0', 'pack', '--pack-destination', directory]
  await run({ command: 'npx', arguments: args, directory: CLIENT })
  const [name] = await readdir(directory)
  if (name === undefined) throw new Error('Nothing was packed.')
  return openTarball(join(directory, name))
}

/** One that was packed before. */
export function openTarball(tarball: string): PackedClient {
  const directory = dirname(tarball)
  return {
    tarball,
    install: (folder) => install(tarball, directory, folder),
    remove: () => rm(directory, { recursive: true, force: true }),
  }
}

async function install(tarball: string, directory: string, folder: string | undefined): Promise<string> {
  const project = await mkdtemp(join(directory, 'project-'))
  if (folder === undefined) await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }')
  else await cp(folder, project, { recursive: true })
  // It has no dependencies, so no registry is asked.
  const args = ['install', '--offline', '--no-audit', '--no-fund', '--no-save', tarball]
  await run({ command: 'npm', arguments: args, directory: project })
  return project
}
