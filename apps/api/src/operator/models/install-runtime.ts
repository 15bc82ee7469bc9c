import { randomUUID } from 'node:crypto'
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { findPackage, RUNTIME_FILES, RUNTIME_SOURCE, runtimeOf, runtimesOf } from '#models/ai-sdk/local/for-operator.ts'
import { OperatorError } from '../operator-error.ts'
import { runPnpm } from './run-pnpm.ts'
import { tryRuntime } from './try-runtime.ts'

/** What runs local models, as it stands after an installation. */
export interface InstalledRuntime {
  readonly directory: string
  /** It was there before. */
  readonly wasInstalled: boolean
  /** Processors that a model will use. */
  readonly threads: number
}

/** Begins the names of what is not finished. */
const UNFINISHED = '.installing-'
const ABANDONED_MS = 60 * 60_000

/**
 * Installs what runs local models, in the versions of a lock file that has the hash of each package. No script of a package is run.
 * The directory has its name when it is complete and a process of it has run, so whatever is there is whole; older versions for this
 * system are deleted then.
 *
 * @throws OperatorError when the registry cannot be reached, or it does not run on this system
 */
export async function installRuntime(
  modelsDirectory: string,
  options: { readonly onOutput?: (text: string) => void } = {},
): Promise<InstalledRuntime> {
  const target = runtimeOf(modelsDirectory)
  const found = findPackage(modelsDirectory)
  if (found !== undefined) return { directory: target, wasInstalled: true, threads: await tryRuntime(found) }
  const unfinished = join(runtimesOf(modelsDirectory), `${UNFINISHED}${randomUUID()}`)
  try {
    await rm(target, { recursive: true, force: true })
    await mkdir(unfinished, { recursive: true })
    for (const file of RUNTIME_FILES) await cp(join(RUNTIME_SOURCE, file), join(unfinished, file))
    await runPnpm(unfinished, ['install', '--frozen-lockfile', '--ignore-scripts', '--prod'], options)
    const threads = await tryRuntime(join(unfinished, 'node_modules', 'node-llama-cpp'))
    // Another one may have been quicker; what it installed is the same.
    await rename(unfinished, target).catch((error: unknown) => {
      if (findPackage(modelsDirectory) === undefined) throw error
    })
    await removeOthers(modelsDirectory, target)
    return { directory: target, wasInstalled: false, threads }
  } catch (error) {
    throw explainDirectory(error, modelsDirectory)
  } finally {
    // What failed before says why.
    await rm(unfinished, { recursive: true, force: true }).catch(() => {})
  }
}

/** Deletes what was installed, for every system; the models stay. */
export async function removeRuntime(modelsDirectory: string): Promise<{ readonly wasInstalled: boolean }> {
  const wasInstalled = findPackage(modelsDirectory) !== undefined
  await rm(runtimesOf(modelsDirectory), { recursive: true, force: true })
  return { wasInstalled }
}

/** What an installation that was killed left is deleted after an hour: until then it may still run. */
async function removeOthers(modelsDirectory: string, target: string): Promise<void> {
  const directory = runtimesOf(modelsDirectory)
  const mine = `${process.platform}-${process.arch}-`
  for (const name of await readdir(directory)) {
    const path = join(directory, name)
    if (path === target) continue
    const isOld = name.startsWith(UNFINISHED)
      ? (await stat(path)).mtimeMs < Date.now() - ABANDONED_MS
      : name.startsWith(mine)
    if (isOld) await rm(path, { recursive: true, force: true })
  }
}

function explainDirectory(error: unknown, modelsDirectory: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (
    code !== 'EACCES' &&
    code !== 'EPERM' &&
    code !== 'EROFS' &&
    code !== 'ENOSPC' &&
    code !== 'ENOTDIR' &&
    code !== 'EEXIST'
  )
    return error
  return new OperatorError(
    {
      code: 'DIRECTORY_NOT_WRITABLE',
      outcome: 'usage',
      message: `Nothing can be written to ${modelsDirectory} (${code}).`,
      hint: 'Change its permissions, free some space (about 110 MB), or name another directory with POWERPOST_MODELS_DIR.',
    },
    { cause: error },
  )
}
