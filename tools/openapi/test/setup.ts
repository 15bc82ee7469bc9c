import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import type { Documents } from '../src/consumers.ts'
import type { Access } from '../src/drive.ts'
import { startServer } from '../src/server.ts'

/** In this workspace, since what is generated imports its packages. Git ignores it. */
const DIRECTORY = fileURLToPath(new URL('../.generated', import.meta.url))

declare module 'vitest' {
  interface ProvidedContext {
    readonly access: Access
    readonly documents: Documents
    /** Where tools write, each in a directory of its own. */
    readonly generated: string
  }
}

/** Starts one real server for all tests, and takes its documents, which say its own address. */
export default async function setup(project: TestProject) {
  await rm(DIRECTORY, { recursive: true, force: true })
  await mkdir(DIRECTORY)
  const { access, stop } = await startServer()
  const take = async (name: string) => {
    const path = join(DIRECTORY, name)
    await writeFile(path, await (await fetch(`${access.url}/${name}`)).text())
    return path
  }
  project.provide('access', access)
  project.provide('documents', { json: await take('openapi.json'), json30: await take('openapi-3.0.json') })
  project.provide('generated', DIRECTORY)
  return async () => {
    await stop()
    await rm(DIRECTORY, { recursive: true })
  }
}
