import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Prism } from '../../../../tools/openapi/src/prism.ts'
import { startProxy } from '../../../../tools/openapi/src/prism.ts'

/** Passes requests on to a server, and refuses every request and every answer that its document does not allow. */
export async function startValidatingProxy(origin: string): Promise<Prism> {
  const directory = await mkdtemp(join(tmpdir(), 'powerpost-proxy-'))
  const document = join(directory, 'openapi.json')
  await writeFile(document, await (await fetch(`${origin}/openapi.json`)).text())
  const proxy = await startProxy(document, origin)
  // Prism has read it when it listens.
  await rm(directory, { recursive: true })
  return proxy
}
