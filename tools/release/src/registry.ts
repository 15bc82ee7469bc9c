import { mkdir, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { runServer } from 'verdaccio'
import { run } from './run.ts'

/** An npm registry of this machine alone: our packages are published to it, all others it asks the usual one for. */
export interface Registry {
  readonly url: string
  stop(): Promise<void>
}

export async function startRegistry(directory: string): Promise<Registry> {
  await mkdir(directory, { recursive: true })
  const usual = await run({ command: 'npm', arguments: ['config', 'get', 'registry', '--loglevel=error'], directory })
  const configPath = join(directory, 'config.yaml')
  const config = {
    configPath,
    storage: join(directory, 'storage'),
    uplinks: { usual: { url: usual.trim() } },
    packages: {
      '@powerpost/*': { access: '$all', publish: '$all' },
      '**': { access: '$all', proxy: 'usual' },
    },
    log: { type: 'stdout', format: 'json', level: 'fatal' },
    self_path: directory,
  }
  // JSON is YAML.
  await writeFile(configPath, JSON.stringify(config))
  const server = await runServer(configPath)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
