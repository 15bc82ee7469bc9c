import type { TestProject } from 'vitest/node'
import { packClient } from '../src/pack.ts'
import { startServer } from '../src/server.ts'
import type { Access } from '../src/server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly tarball: string
    readonly access: Access
  }
}

/** Packs the client and starts the real server, once for all. */
export default async function setup(project: TestProject) {
  const client = await packClient()
  const server = await startServer()
  project.provide('tarball', client.tarball)
  project.provide('access', server.access)
  return async () => {
    await server.stop()
    await client.remove()
  }
}
