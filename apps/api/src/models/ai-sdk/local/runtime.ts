import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What pnpm installs: a package of its own, with a lock file, which is no part of the server's. */
export const RUNTIME_SOURCE = fileURLToPath(new URL('../../../../local-model/', import.meta.url))
export const RUNTIME_FILES = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'] as const

/** How an operator installs it. */
export const INSTALL_COMMAND = 'npx -y pnpm@12.21.0 powerpost models install'

/** Holds what was installed, one directory a version and system: several systems may share a models directory. */
export function runtimesOf(modelsDirectory: string): string {
  return join(modelsDirectory, '.runtime')
}

/** Where the version of this server is installed, or will be. */
export function runtimeOf(modelsDirectory: string): string {
  const lock = readFileSync(join(RUNTIME_SOURCE, 'pnpm-lock.yaml'))
  const version = createHash('sha256').update(lock).digest('hex').slice(0, 12)
  return join(runtimesOf(modelsDirectory), `${process.platform}-${process.arch}-${version}`)
}

/** The package that runs models; undefined when it is not installed. */
export function findPackage(modelsDirectory: string): string | undefined {
  const directory = join(runtimeOf(modelsDirectory), 'node_modules', 'node-llama-cpp')
  return existsSync(join(directory, 'package.json')) ? directory : undefined
}
